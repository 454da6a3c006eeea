package source

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// This file is about what can be reached: by whom, and after what.

// Hidden reports whether e names a field that only this package can reach.
func (p *Package) Hidden(e ast.Expr) bool {
	v, ok := p.Object(e).(*types.Var)
	return ok && v.IsField() && !v.Exported() && v.Pkg() == p.Pkg
}

// HiddenIn reports whether the literal at cur is assigned to a variable that only
// this package can reach, and that it only uses the fields of.
func (p *Package) HiddenIn(cur inspector.Cursor) bool {
	if cur.ParentEdgeKind() == edge.UnaryExpr_X {
		cur = cur.Parent()
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 {
		return false
	}
	v, ok := p.Object(as.Lhs[0]).(*types.Var)
	if !ok || v.Exported() || v.Parent() != p.Pkg.Scope() {
		return false
	}
	return !slices.ContainsFunc(p.Variable(v).Uses, func(use inspector.Cursor) bool {
		switch use.ParentEdgeKind() {
		case edge.SelectorExpr_X, edge.AssignStmt_Lhs, edge.ValueSpec_Names:
			return false
		}
		return true
	})
}

// Behind reports whether the function around n receives, before n, from what asked
// accepts.
func (p *Package) Behind(n ast.Node, asked func(ast.Expr) bool) bool {
	fn := p.Function(n)
	if fn == nil {
		return false
	}
	found := false
	ast.Inspect(fn, func(m ast.Node) bool {
		u, ok := m.(*ast.UnaryExpr)
		found = found || ok && u.Op == token.ARROW && u.End() <= n.Pos() && asked(u.X)
		return !found
	})
	return found
}
