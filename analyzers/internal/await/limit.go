package await

import (
	"go/ast"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
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
		if !receives(use) {
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
	for c := range cur.Enclosing((*ast.CommClause)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if c.ParentEdgeKind() != edge.BlockStmt_List {
			return nil
		}
		clauses, ok := c.Parent().Node().(*ast.BlockStmt)
		if _, isClause := c.Node().(*ast.CommClause); !ok || !isClause {
			return nil
		}
		for _, other := range clauses.List {
			comm, isComm := other.(*ast.CommClause)
			if !isComm || other == c.Node() {
				continue
			}
			after, isCall := ast.Unparen(aw.ReceivesIn(comm.Comm)).(*ast.CallExpr)
			if isCall && aw.src.CalleeName(after) == "time.After" && len(after.Args) == 1 {
				return after.Args[0]
			}
		}
		return nil
	}
	return nil
}
