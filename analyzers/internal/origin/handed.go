package origin

import (
	"go/ast"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// AsInterfaces yields the expressions that are handed on as an interface, as an
// argument or an element of a collection, with the interface.
func (ev *Evaluator) AsInterfaces() iter.Seq2[inspector.Cursor, types.Type] {
	return func(yield func(inspector.Cursor, types.Type) bool) {
		for cur := range ev.src.In.Root().Preorder((*ast.CallExpr)(nil), (*ast.CompositeLit)(nil)) {
			for e, to := range ev.handedOn(cur.Node()) {
				if to == nil || !types.IsInterface(to) {
					continue
				}
				if c, ok := cur.FindNode(e); ok && !yield(c, to) {
					return
				}
			}
		}
	}
}

// handedOn yields what n, a call or a literal, hands on, and the types that it is
// taken as.
func (ev *Evaluator) handedOn(n ast.Node) iter.Seq2[ast.Expr, types.Type] {
	return func(yield func(ast.Expr, types.Type) bool) {
		switch n := n.(type) {
		case *ast.CallExpr:
			sig, ok := ev.info.TypeOf(n.Fun).(*types.Signature)
			if !ok {
				return
			}
			for i, a := range n.Args {
				if !yield(a, ParamType(sig, i, n.Ellipsis.IsValid())) {
					return
				}
			}
		case *ast.CompositeLit:
			t := ev.src.LiteralType(n)
			if t == nil {
				return
			}
			elem := source.Elem(t.Underlying())
			for _, el := range n.Elts {
				if kv, ok := el.(*ast.KeyValueExpr); ok {
					el = kv.Value
				}
				if !yield(el, elem) {
					return
				}
			}
		}
	}
}
