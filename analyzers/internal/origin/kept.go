package origin

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"
	"strconv"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Kept is a function that an exported one has been given, by itself or in a collection.
type Kept struct {
	By    *types.Func
	Param int
}

// Name names the parameter among those of all packages.
func (k Kept) Name() string { return k.By.Origin().FullName() + "#" + strconv.Itoa(k.Param) }

// CallsOfGiven yields the calls of functions that this package is given, of types that is
// accepts: with each the exported function that has been given it, by way of variables,
// fields and collections, too.
// Have: func (c *Closer) Add(f func()) { c.all = append(c.all, f) }; for _, f := range c.all { f() }
func (ev *Evaluator) CallsOfGiven(is func(types.Type) bool) iter.Seq2[*ast.CallExpr, Kept] {
	return func(yield func(*ast.CallExpr, Kept) bool) {
		for cur := range ev.src.In.Root().Preorder((*ast.CallExpr)(nil)) {
			call := cur.Node().(*ast.CallExpr)
			if !isHeld(ev.src, call.Fun) || !is(ev.src.Info.TypeOf(call.Fun)) {
				continue
			}
			for p := range ev.handedIn(ev.Eval(call.Fun), 0) {
				if !yield(call, Kept{p.Func(), p.Index}) {
					return
				}
			}
		}
	}
}

// isHeld reports whether e is a variable, or an element of what one holds.
func isHeld(src *source.Package, e ast.Expr) bool {
	if at, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
		e = at.X
	}
	_, ok := src.Object(e).(*types.Var)
	return ok
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
				case p.Index >= 0 && fn.Exported() && !slices.ContainsFunc(p.Path, func(s Step) bool { return s.Name != everyElement }):
					if !yield(p) {
						return
					}
					fallthrough // and those that hand it to that
				case p.Index >= 0 && !fn.Exported():
					for by := range ev.handedBy(fn, p.Index, depth) {
						if !yield(by) {
							return
						}
					}
				}
			}
		}
	}
}

// handedBy yields the parameters of exported functions of this package that these hand to
// fn as its i-th argument.
// Have: func Add(f ...func()) { global.Add(f...) }
func (ev *Evaluator) handedBy(fn *types.Func, i, depth int) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		if depth > 2 {
			return
		}
		calls, _ := ev.src.Calls(fn)
		for _, call := range calls {
			if i >= len(call.Args) {
				continue
			}
			for p := range ev.handedIn(ev.Eval(call.Args[i]), depth+1) {
				if !yield(p) {
					return
				}
			}
		}
	}
}
