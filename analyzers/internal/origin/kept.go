package origin

import (
	"go/ast"
	"go/types"
	"iter"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// CallsOfGiven yields the calls of functions that this package is given, of types that is
// accepts: with each the parameter of an exported function that it comes from, by way of
// variables, fields and collections, too.
// Have: func (c *Closer) Add(f func()) { c.all = append(c.all, f) }; for _, f := range c.all { f() }
func (ev *Evaluator) CallsOfGiven(is func(types.Type) bool) iter.Seq2[*ast.CallExpr, Piece] {
	return func(yield func(*ast.CallExpr, Piece) bool) {
		for cur := range ev.src.In.Root().Preorder((*ast.CallExpr)(nil)) {
			call := cur.Node().(*ast.CallExpr)
			if v, ok := ev.src.Object(call.Fun).(*types.Var); !ok || !is(v.Type()) {
				continue
			}
			for p := range ev.handedIn(ev.Eval(call.Fun), 0) {
				if !yield(call, p) {
					return
				}
			}
		}
	}
}

// handedIn yields the parameters of exported functions that v comes from, also by way of the
// fields of a receiver.
func (ev *Evaluator) handedIn(v Value, depth int) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		for _, a := range v.Alts {
			for _, p := range a.Pieces {
				fn := p.Func()
				switch {
				case p.Kind != Param || fn == nil || fn.Pkg() != ev.pkg:
				case p.Index == source.Receiver && len(p.Path) > 0 && depth < 2:
					for inner := range ev.handedIn(ev.belowAny(p), depth+1) {
						if !yield(inner) {
							return
						}
					}
				case p.Index >= 0 && len(p.Path) == 0 && fn.Exported():
					if !yield(p) {
						return
					}
				}
			}
		}
	}
}
