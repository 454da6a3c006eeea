package heard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about errors that a goroutine assigns to what the function around it
// has returned by then.

// losesTo reports whether the error of the call at cur is assigned to a variable
// of the function around start, the goroutine, that this returns without waiting
// for anything.
func (he *Hearing) losesTo(cur inspector.Cursor, lit *ast.FuncLit, start *ast.GoStmt) bool {
	as := he.passedOn(cur.Parent())
	if as == nil {
		return false
	}
	v, ok := he.src.Object(as.Lhs[0]).(*types.Var)
	outer := he.src.Function(start)
	if !ok || outer == nil || source.BodyOf(outer) == nil || !he.returnedBy(v, as.Lhs[0], lit, start, outer) {
		return false
	}
	waits := false
	ast.Inspect(source.BodyOf(outer), func(n ast.Node) bool {
		if n == nil || waits {
			return false
		}
		if n.Pos() < start.End() && n.End() <= start.End() {
			return false
		}
		if s, ok := n.(ast.Stmt); ok && s.Pos() >= start.End() {
			waits = he.Endings.MayWait(s, 0)
			return false
		}
		return true
	})
	return !waits
}

// returnedBy reports whether the function outer returns v, its variable or a field, behind
// start, whose literal assigns it at lhs, and nobody else looks at it.
func (he *Hearing) returnedBy(v *types.Var, lhs ast.Expr, lit *ast.FuncLit, start *ast.GoStmt, outer ast.Node) bool {
	local := !v.IsField() && outer.Pos() <= v.Pos() && v.Pos() < outer.End() && (v.Pos() < lit.Pos() || lit.End() <= v.Pos())
	if !local && (!v.IsField() || v.Pkg() != he.src.Pkg || v.Exported() && !he.src.Main) {
		return false
	}
	returned := make(map[ast.Node]bool) // where it is
	bare := false
	for _, r := range he.src.Returns(outer) {
		if r.Pos() < start.End() {
			continue
		}
		bare = bare || len(r.Results) == 0 && v.Kind() == types.ResultVar
		for _, e := range r.Results {
			if he.src.Object(e) == v {
				returned[source.NameOf(e)] = true
			}
		}
	}
	if !bare && len(returned) == 0 {
		return false
	}
	return !slices.ContainsFunc(he.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		n := use.Node()
		return n != source.NameOf(lhs) && !returned[n] && use.ParentEdgeKind() != edge.KeyValueExpr_Key
	})
}

// passedOn returns the assignment by which the error of the call that the node at
// cur is about gets into another variable: err = f(), or err = e after e := f()
// when there is an error. It is nil if there is none.
func (he *Hearing) passedOn(cur inspector.Cursor) *ast.AssignStmt {
	as, ok := cur.Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 {
		return nil
	}
	if as.Tok == token.ASSIGN {
		return as
	}
	cond := he.Endings.NextCondition(cur)
	if cond == nil || cond.Else != nil {
		return nil
	}
	for _, s := range cond.Body.List {
		next, ok := s.(*ast.AssignStmt)
		if !ok || next.Tok != token.ASSIGN || len(next.Lhs) != 1 || len(next.Rhs) != 1 {
			continue
		}
		if v, ok := he.src.Object(as.Lhs[0]).(*types.Var); ok && he.src.IsVar(next.Rhs[0], v) {
			return next
		}
	}
	return nil
}
