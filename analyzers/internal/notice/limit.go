package notice

import (
	"go/ast"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about work in a goroutine for which somebody waits only for some time.
// Have: select { case <-done: case <-time.After(limit): srv.Stop() }

// UpTo returns the time up to which the end of n is waited for, which runs in a goroutine
// that says so on a channel, or the context; nil if there is no such limit.
func (no *Notices) UpTo(n ast.Node) (limit, ctx ast.Expr) {
	told := no.Tells(n)
	if told == nil {
		return nil, nil
	}
	for _, use := range no.src.Variable(told).Uses {
		if !Receives(use) {
			continue
		}
		if limit, ctx = no.limitBeside(use); limit != nil || ctx != nil {
			return limit, ctx
		}
	}
	return nil, nil
}

// limitBeside returns the time after which another case of the select is taken in which
// something is received at cur, or the context at whose end it is, or nil.
func (no *Notices) limitBeside(cur inspector.Cursor) (limit, ctx ast.Expr) {
	for _, other := range OtherCases(cur) {
		e := no.ReceivesIn(other.Comm)
		after, isCall := ast.Unparen(e).(*ast.CallExpr)
		switch {
		case !isCall:
		case no.src.CalleeName(after) == "time.After" && len(after.Args) == 1:
			return after.Args[0], nil
		case source.DoneOf(e) != nil:
			ctx = source.DoneOf(e)
		}
	}
	return nil, ctx
}

// OtherCases returns the other cases of the select of which the node at cur stands in a
// case, in what that sends or receives; none if it stands in none.
func OtherCases(cur inspector.Cursor) (others []*ast.CommClause) {
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
