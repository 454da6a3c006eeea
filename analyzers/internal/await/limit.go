package await

import (
	"go/ast"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/notice"
)

// This file is about work in a goroutine for which somebody waits only for some time.
// Have: select { case <-done: case <-time.After(limit): srv.Stop() }

// UpTo returns the time up to which the end of n is waited for, which runs in a goroutine
// that says so on a channel, or nil if there is no such limit.
func (aw *Waits) UpTo(n ast.Node) ast.Expr {
	told := aw.Tells(n)
	if told == nil {
		return nil
	}
	for _, use := range aw.src.Variable(told).Uses {
		if !notice.Receives(use) {
			continue
		}
		if limit := aw.timeBeside(use); limit != nil {
			return limit
		}
	}
	return nil
}

// timeBeside returns the time after which another case of the select is taken in which
// something is received at cur, or nil.
func (aw *Waits) timeBeside(cur inspector.Cursor) ast.Expr {
	for _, other := range otherCases(cur) {
		after, isCall := ast.Unparen(aw.ReceivesIn(other.Comm)).(*ast.CallExpr)
		if isCall && aw.src.CalleeName(after) == "time.After" && len(after.Args) == 1 {
			return after.Args[0]
		}
	}
	return nil
}

// otherCases returns the other cases of the select of which the node at cur stands in a
// case, in what that sends or receives; none if it stands in none.
func otherCases(cur inspector.Cursor) (others []*ast.CommClause) {
	for c := range cur.Enclosing((*ast.CommClause)(nil), (*ast.FuncLit)(nil)) {
		clause, ok := c.Node().(*ast.CommClause)
		if !ok || clause.Comm == nil || clause.Comm.End() < cur.Node().End() {
			return nil
		}
		for _, s := range c.Parent().Node().(*ast.BlockStmt).List {
			if s != clause {
				others = append(others, s.(*ast.CommClause))
			}
		}
		return others
	}
	return nil
}
