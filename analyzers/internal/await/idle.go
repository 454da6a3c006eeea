package await

import (
	"go/ast"
	"go/token"

	"github.com/portvet/portvet/analyzers/internal/ending"
)

// Idle tells why a stop at n is never reached although the function around it
// runs: what it waits for is a context that never ends ("context"), or it stands
// behind start, which blocks ("start"); start may be nil. It is "" when it may be reached.
func (aw *Waits) Idle(n ast.Node, start *ending.Start) string { return aw.idle(n, start, 0) }

func (aw *Waits) idle(n ast.Node, start *ending.Start, depth int) string {
	cur, ok := aw.src.Find(n)
	if !ok || depth > 3 {
		return ""
	}
	for c := range cur.Enclosing((*ast.BlockStmt)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil), (*ast.DeferStmt)(nil), (*ast.FuncLit)(nil)) {
		var list []ast.Stmt
		switch b := c.Node().(type) {
		case *ast.BlockStmt:
			list = b.List
		case *ast.CaseClause:
			list = b.Body
		case *ast.CommClause:
			list = b.Body
		default:
			return "" // run when the function returns, or by somebody else
		}
		for _, s := range list {
			switch {
			case s.End() > n.Pos():
			case aw.waitsForEver(s):
				return "context"
			case aw.blocksAt(s, start):
				return "start"
			}
		}
	}
	if calls, all := aw.src.Calls(aw.src.EnclosingFunc(n.Pos())); all && len(calls) == 1 && !aw.src.IsGo(calls[0]) {
		return aw.idle(calls[0], start, depth+1)
	}
	return ""
}

// waitsForEver reports whether s receives from a context that never ends.
func (aw *Waits) waitsForEver(s ast.Stmt) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	u, ok := ast.Unparen(e.X).(*ast.UnaryExpr)
	return ok && u.Op == token.ARROW && aw.identify(u.X).neverEnds()
}

// blocksAt reports whether the statement s itself calls start.
func (aw *Waits) blocksAt(s ast.Stmt, start *ending.Start) bool {
	if start == nil || start.Call == nil || start.Node != start.Call || s.Pos() > start.Call.Pos() || s.End() < start.Call.End() {
		return false
	}
	switch s := s.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.DeclStmt:
	case *ast.IfStmt:
		if s.Init == nil || s.Init.Pos() > start.Call.Pos() || s.Init.End() < start.Call.End() {
			return false // one of its branches
		}
	default:
		return false
	}
	return aw.src.Function(start.Call) == aw.src.Function(s)
}
