package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
)

// This file is about a start that fails in the flow of main: its error is logged,
// and what comes next waits for the drain of a server that does not run, which
// only a signal begins.

// Stranded reports whether the error of call, which starts a server, is only
// logged, and what comes next waits for what only stops, which stop the server,
// tell when they are done. Each of these comes after a wait that asked accepts:
// for the program to be told to stop.
func (aw *Waits) Stranded(call *ast.CallExpr, stops []ast.Node, asked func(ast.Expr) bool) bool {
	cur, ok := aw.src.Find(call)
	if !ok || len(stops) == 0 || !aw.onlyLogs(cur) || aw.leavesOn(cur) {
		return false
	}
	next := aw.nextWait(cur)
	if next == nil {
		return false
	}
	in := make(map[ast.Node]bool) // the functions that stop the server
	for _, s := range stops {
		if !aw.src.Behind(s, asked) {
			return false
		}
		in[aw.src.Function(s)] = true
	}
	id := identity.Of(aw.src, next)
	if id.Unknown {
		return false
	}
	told := false
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != aw.src.Pkg || len(aw.src.Variable(v).Derefs) > 0 {
			return false
		}
		for _, use := range aw.src.Variable(v).Uses {
			switch aw.usedTo(use) {
			case usedToTell:
				if told = true; !in[aw.src.Function(use.Node())] {
					return false
				}
			case usedOtherwise:
				return false
			}
		}
	}
	return told
}

// leavesOn reports whether the function around the call at cur may be left when
// there is an error.
func (aw *Waits) leavesOn(cur inspector.Cursor) bool {
	if _, ok := cur.Parent().Node().(*ast.AssignStmt); !ok {
		return false
	}
	cond := aw.Endings.NextCondition(cur.Parent())
	return cond != nil && slices.ContainsFunc(cond.Body.List, ending.MayLeave)
}

// nextWait returns the channel or group that is waited for next, in the list of
// statements that the one of the call at cur is in, or nil.
func (aw *Waits) nextWait(cur inspector.Cursor) ast.Expr {
	for c := cur; ; c = c.Parent() {
		_, i := c.ParentEdge()
		switch p := c.Parent().Node().(type) {
		case *ast.IfStmt:
			if c.ParentEdgeKind() != edge.IfStmt_Init {
				return nil
			}
		case *ast.BlockStmt:
			for _, s := range p.List[i+1:] {
				if e := aw.waitedIn(s); e != nil {
					return e
				}
			}
			return nil
		case *ast.FuncDecl, *ast.FuncLit, *ast.CaseClause, *ast.CommClause, *ast.File, nil:
			return nil
		}
	}
}

// waitedIn returns the channel that s receives from, or the group that it waits
// for, or nil.
func (aw *Waits) waitedIn(s ast.Stmt) ast.Expr {
	var e ast.Expr
	switch s := s.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		e = s.Rhs[0]
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.ARROW {
			return e.X
		}
	case *ast.CallExpr:
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && aw.src.CalleeName(e) == "(*sync.WaitGroup).Wait" {
			return sel.X
		}
	}
	return nil
}

// purpose is what a channel or group is used for somewhere.
type purpose uint8

const (
	usedOtherwise purpose = iota
	usedToTell
	usedToWait // or to make it, or to count
)

// usedTo tells what the channel or group at cur is used for.
func (aw *Waits) usedTo(cur inspector.Cursor) purpose {
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
	}
	switch cur.ParentEdgeKind() {
	case edge.SendStmt_Chan:
		return usedToTell
	case edge.UnaryExpr_X:
		if cur.Parent().Node().(*ast.UnaryExpr).Op == token.ARROW {
			return usedToWait
		}
	case edge.AssignStmt_Lhs, edge.ValueSpec_Names, edge.RangeStmt_X, edge.KeyValueExpr_Key, edge.Field_Names:
		return usedToWait
	case edge.ReturnStmt_Results:
		if aw.src.ReturnsReceiver(cur) {
			return usedToWait
		}
	case edge.CallExpr_Args:
		call := cur.Parent().Node().(*ast.CallExpr)
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "close" && aw.src.Info.Types[call.Fun].IsBuiltin() {
			return usedToTell
		}
	case edge.SelectorExpr_X:
		switch sel := cur.Parent().Node().(*ast.SelectorExpr).Sel.Name; {
		case sel == "Done", sel == "Go": // which tells when the function has returned
			return usedToTell
		case slices.Contains([]string{"Wait", "Add"}, sel):
			return usedToWait
		}
	}
	return usedOtherwise
}
