package server

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// This file is about what other packages cannot reach.

// hidden reports whether e names a field that only this package can reach.
func (sv *Servers) hidden(e ast.Expr) bool {
	v, ok := sv.src.Object(e).(*types.Var)
	return ok && v.IsField() && !v.Exported() && v.Pkg() == sv.src.Pkg
}

// hiddenIn reports whether the literal at cur is assigned to a variable that only
// this package can reach, and that it only uses the fields of.
func (sv *Servers) hiddenIn(cur inspector.Cursor) bool {
	if cur.ParentEdgeKind() == edge.UnaryExpr_X {
		cur = cur.Parent()
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 {
		return false
	}
	v, ok := sv.src.Object(as.Lhs[0]).(*types.Var)
	if !ok || v.Exported() || v.Parent() != sv.src.Pkg.Scope() {
		return false
	}
	return !slices.ContainsFunc(sv.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		switch use.ParentEdgeKind() {
		case edge.SelectorExpr_X, edge.AssignStmt_Lhs, edge.ValueSpec_Names:
			return false
		}
		return true
	})
}
