package origin

import (
	"go/ast"
	"go/types"
)

// converted returns what the package converts to t, a type of its own of strings
// or numbers, such as an option whose method sets a field; ok is false when
// others may make values of the type, too.
func (ev *Evaluator) converted(t types.Type) (v Value, ok bool) {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() != ev.pkg || n.Obj().Exported() {
		return Value{}, false
	}
	if _, ok := n.Underlying().(*types.Basic); !ok {
		return Value{}, false
	}
	for field := range ev.decodedIn {
		if types.Identical(field.Type(), n) {
			return Value{}, false
		}
	}
	var vs []Value
	for cur := range ev.src.In.Root().Preorder((*ast.CallExpr)(nil), (*ast.BasicLit)(nil)) {
		e := cur.Node().(ast.Expr)
		if !types.Identical(ev.info.TypeOf(e), n) {
			continue
		}
		switch e := e.(type) {
		case *ast.BasicLit:
			vs = append(vs, ev.Eval(e))
		case *ast.CallExpr:
			if ev.info.Types[e.Fun].IsType() {
				vs = append(vs, ev.Eval(e))
			}
		}
	}
	return union(vs...), len(vs) > 0
}
