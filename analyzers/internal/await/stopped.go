package await

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
)

// TakenForFailure tells what becomes of the error by which l, the start of a server,
// says that this was stopped: it is "logged" as others are, or "returned" by the
// group of goroutines that l runs in, whose caller ends with it. It is "" when it is
// told from others, or nothing is known.
func (aw *Waits) TakenForFailure(l *ending.Start) string {
	cur, ok := aw.src.Find(l.Node)
	if !ok {
		return ""
	}
	if aw.logsStop(cur) {
		return "logged"
	}
	g := aw.EndsGroup(l)
	if g == nil {
		return ""
	}
	sel, ok := ast.Unparen(g.Fun).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	id := identity.Of(aw.src, sel.X)
	waits := aw.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == "(*golang.org/x/sync/errgroup.Group).Wait" })
	for _, wait := range waits {
		on, ok := ast.Unparen(wait.Fun).(*ast.SelectorExpr)
		if !ok || id.Unknown || !identity.Of(aw.src, on.X).Meets(id) {
			continue
		}
		fails := false
		aw.Endings.OutcomesOf(wait, func(_ *ast.CallExpr, o ending.Outcome) {
			fails = fails || o.Ends != nil && !o.Guarded
		})
		if fails {
			return "returned"
		}
	}
	return ""
}

// EndsGroup returns the call of a group's Go by which l, the start of a server, runs in a
// function that returns the error by which l says that it was stopped; nil if it does not.
func (aw *Waits) EndsGroup(l *ending.Start) *ast.CallExpr {
	g, run := aw.groupOf(l.Node, 0)
	if cur, ok := aw.src.Find(l.Node); !ok || run != nil && !aw.returnsStop(cur, run) {
		return nil
	}
	return g
}

// logsStop reports whether the error of the call at cur is logged whatever it is:
// log.Print(f()), or if err := f(); err != nil { log … }.
func (aw *Waits) logsStop(cur inspector.Cursor) bool {
	if aw.Endings.MentionsClosed(aw.src.Function(cur.Node())) {
		return false
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok {
		_, isCall := cur.Parent().Node().(*ast.CallExpr)
		return isCall && aw.onlyLogs(cur)
	}
	cond := aw.Endings.NextCondition(cur.Parent())
	if len(as.Lhs) != 1 || cond == nil {
		return false
	}
	v, ok := aw.src.Object(as.Lhs[0]).(*types.Var)
	if !ok {
		return false
	}
	any, closed := aw.Endings.ErrorCheck(cond.Cond, v)
	return any && !closed && slices.ContainsFunc(cond.Body.List, func(s ast.Stmt) bool { return aw.src.Uses(s, v) && aw.Endings.OnlyLogs(s, 0) })
}

// returnsStop reports whether run, the literal that the call at cur stands in,
// returns the error of the call whatever it is.
func (aw *Waits) returnsStop(cur inspector.Cursor, run ast.Node) bool {
	if aw.src.Function(cur.Node()) != run || aw.Endings.MentionsClosed(run) {
		return false
	}
	if _, ok := cur.Parent().Node().(*ast.ReturnStmt); ok {
		return true
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 {
		return false
	}
	cond := aw.Endings.NextCondition(cur.Parent())
	v, ok := aw.src.Object(as.Lhs[0]).(*types.Var)
	if cond == nil || !ok || len(cond.Body.List) == 0 {
		return false
	}
	any, closed := aw.Endings.ErrorCheck(cond.Cond, v)
	r, returns := cond.Body.List[len(cond.Body.List)-1].(*ast.ReturnStmt)
	return any && !closed && returns && aw.src.Uses(r, v)
}
