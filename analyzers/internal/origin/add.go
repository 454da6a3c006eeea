package origin

import (
	"go/ast"
	"go/types"
)

// Adds reports whether fn adds what it is given to a collection in a field or a
// package variable, so that each call of it adds another element.
func (ev *Evaluator) Adds(fn *types.Func) bool {
	switch {
	case fn == nil:
		return false
	case fn.Pkg() == ev.pkg:
		return ev.adds(fn)
	}
	f := ev.importFunc(fn)
	return f != nil && f.Adds
}

// adds is Adds for a function of this package.
// Have: m.servers = append(m.servers, s), m.servers[name] = s
func (ev *Evaluator) adds(fn *types.Func) bool {
	d := ev.src.Decl(fn)
	if d == nil || d.Body == nil {
		return false
	}
	cur, ok := ev.src.Find(d.Body)
	if !ok {
		return false
	}
	for as := range cur.Preorder((*ast.AssignStmt)(nil)) {
		n := as.Node().(*ast.AssignStmt)
		for i, lhs := range n.Lhs {
			switch x := ast.Unparen(lhs).(type) {
			case *ast.IndexExpr:
				if ev.outlives(x.X) {
					return true
				}
			default:
				if i < len(n.Rhs) && ev.isAppend(n.Rhs[i]) && ev.outlives(lhs) {
					return true
				}
			}
		}
	}
	return false
}

// isAppend reports whether e is a call of append.
func (ev *Evaluator) isAppend(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && id.Name == "append" && ev.info.Types[call.Fun].IsBuiltin()
}

// outlives reports whether e is a field or a package variable.
func (ev *Evaluator) outlives(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		v, ok := ev.info.Uses[e.Sel].(*types.Var)
		return ok && (v.IsField() || v.Pkg() != nil)
	case *ast.Ident:
		v, ok := ev.info.Uses[e].(*types.Var)
		return ok && ev.isGlobal(v)
	}
	return false
}
