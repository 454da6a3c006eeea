package await

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"

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
	for c := range cur.Enclosing((*ast.BlockStmt)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil), (*ast.IfStmt)(nil), (*ast.DeferStmt)(nil), (*ast.FuncLit)(nil)) {
		var list []ast.Stmt
		switch b := c.Node().(type) {
		case *ast.BlockStmt:
			list = b.List
		case *ast.CaseClause:
			list = b.Body
		case *ast.CommClause:
			list = b.Body
		case *ast.IfStmt:
			if b.Init != nil {
				list = []ast.Stmt{b.Init}
			}
		default:
			return "" // run when the function returns, or by somebody else
		}
		for _, s := range list {
			switch {
			case s.End() > n.Pos():
			case aw.waitsForEver(s):
				return "context"
			case aw.blocksAt(s, start), aw.hearsOnly(s, start):
				return "start"
			}
		}
	}
	if call := aw.src.OnlyCall(n); call != nil && !aw.src.IsGo(call) {
		return aw.idle(call, start, depth+1)
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

// hearsOnly reports whether s receives from a channel on which nothing is sent but
// what start returns: it waits for the end of start.
func (aw *Waits) hearsOnly(s ast.Stmt, start *ending.Start) bool {
	if start == nil || start.Call == nil {
		return false
	}
	var e ast.Expr
	switch s := s.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		if len(s.Rhs) == 1 {
			e = s.Rhs[0]
		}
	}
	u, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || u.Op != token.ARROW {
		return false
	}
	v, ok := aw.src.Object(u.X).(*types.Var)
	if !ok || v.IsField() || v.Pkg() != aw.src.Pkg || v.Parent() == aw.src.Pkg.Scope() || aw.src.Variable(v).Param != nil {
		return false
	}
	sent := false
	for _, cur := range aw.src.Variable(v).Uses {
		switch cur.ParentEdgeKind() {
		case edge.SendStmt_Chan:
			value := cur.Parent().Node().(*ast.SendStmt).Value
			if value.Pos() > start.Call.Pos() || start.Call.End() > value.End() {
				return false
			}
			sent = true
		case edge.UnaryExpr_X, edge.AssignStmt_Lhs, edge.ValueSpec_Names:
		default:
			return false
		}
	}
	return sent
}
