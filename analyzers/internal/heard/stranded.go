package heard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
)

// This file is about a start that fails in the flow of main: its error is logged,
// and what comes next waits for the drain of a server that does not run, which
// only a signal begins.

// Stranded reports whether the error of call, which starts a server, is only
// logged, and what comes next waits for what only stops, which stop the server,
// tell when they are done. Each of these comes after a wait that asked accepts:
// for the program to be told to stop.
func (he *Hearing) Stranded(call *ast.CallExpr, stops []ast.Node, asked func(ast.Expr) bool) bool {
	cur, ok := he.src.Find(call)
	if !ok || len(stops) == 0 || !he.onlyLogs(cur) || he.leavesOn(cur) {
		return false
	}
	next := he.nextWait(cur)
	if next == nil {
		return false
	}
	in := make(map[ast.Node]bool) // the functions that stop the server
	for _, s := range stops {
		if !he.src.Behind(s, asked) {
			return false
		}
		in[he.src.Function(s)] = true
	}
	id := identity.Of(he.src, next)
	if id.Unknown {
		return false
	}
	told := false
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != he.src.Pkg || len(he.src.Variable(v).Derefs) > 0 {
			return false
		}
		for _, use := range he.src.Variable(v).Uses {
			switch he.UsedTo(use) {
			case notice.UsedToTell:
				if told = true; !in[he.src.Function(use.Node())] {
					return false
				}
			case notice.UsedOtherwise:
				return false
			}
		}
	}
	return told
}

// leavesOn reports whether the function around the call at cur may be left when
// there is an error.
func (he *Hearing) leavesOn(cur inspector.Cursor) bool {
	if _, ok := cur.Parent().Node().(*ast.AssignStmt); !ok {
		return false
	}
	cond := he.Endings.NextCondition(cur.Parent())
	return cond != nil && slices.ContainsFunc(cond.Body.List, ending.MayLeave)
}

// nextWait returns the channel or group that is waited for next, in the list of
// statements that the one of the call at cur is in, or nil.
func (he *Hearing) nextWait(cur inspector.Cursor) ast.Expr {
	for c := cur; ; c = c.Parent() {
		_, i := c.ParentEdge()
		switch p := c.Parent().Node().(type) {
		case *ast.IfStmt:
			if c.ParentEdgeKind() != edge.IfStmt_Init {
				return nil
			}
		case *ast.BlockStmt:
			for _, s := range p.List[i+1:] {
				if e := he.ReceivesIn(s); e != nil {
					return e
				}
			}
			return nil
		case *ast.FuncDecl, *ast.FuncLit, *ast.CaseClause, *ast.CommClause, *ast.File, nil:
			return nil
		}
	}
}
