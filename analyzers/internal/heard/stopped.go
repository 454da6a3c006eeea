package heard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
)

// TakenForFailure tells what becomes of the error by which l, the start of a server,
// Says that this was stopped: it is "logged" as others are, or "returned" by the
// group of goroutines that l runs in, whose caller ends with it. It is "" when it is
// told from others, or nothing is known.
func (he *Hearing) TakenForFailure(l *ending.Start) string {
	cur, ok := he.src.Find(l.Node)
	if !ok {
		return ""
	}
	if he.logsStop(cur) {
		return "logged"
	}
	g := he.EndsGroup(l)
	if g == nil {
		return ""
	}
	sel, ok := ast.Unparen(g.Fun).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	id := identity.Of(he.src, sel.X)
	waits := he.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == "(*golang.org/x/sync/errgroup.Group).Wait" })
	for _, wait := range waits {
		on, ok := ast.Unparen(wait.Fun).(*ast.SelectorExpr)
		if !ok || id.Unknown || !identity.Of(he.src, on.X).Meets(id) {
			continue
		}
		fails := false
		he.Endings.OutcomesOf(wait, func(_ *ast.CallExpr, o ending.Outcome) {
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
func (he *Hearing) EndsGroup(l *ending.Start) *ast.CallExpr {
	g, run := he.groupOf(l.Node, 0)
	if cur, ok := he.src.Find(l.Node); !ok || run != nil && !he.returnsStop(cur, run) {
		return nil
	}
	return g
}

// EndsWithGroup returns the call by which l is started in the group whose context e is, or is
// derived from, if that ends when the server is told to stop; else nil.
func (he *Hearing) EndsWithGroup(e ast.Expr, l *ending.Start) *ast.CallExpr {
	g := he.EndsGroup(l)
	if g == nil {
		return nil
	}
	for link := range he.Line(e) {
		if he.src.CalleeName(link.Made) != "golang.org/x/sync/errgroup.WithContext" {
			continue
		}
		made, found := he.src.Find(link.Made)
		if !found {
			continue
		}
		if as, ok := made.Parent().Node().(*ast.AssignStmt); ok && len(as.Lhs) == 2 && he.src.Object(as.Lhs[0]) != nil && he.src.Object(as.Lhs[0]) == he.src.Receiver(g) {
			return g
		}
	}
	return nil
}

// logsStop reports whether the error of the call at cur is logged whatever it is:
// log.Print(f()), or if err := f(); err != nil { log … }.
func (he *Hearing) logsStop(cur inspector.Cursor) bool {
	if he.Endings.MentionsClosed(he.src.Function(cur.Node())) {
		return false
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok {
		_, isCall := cur.Parent().Node().(*ast.CallExpr)
		return isCall && he.onlyLogs(cur)
	}
	cond := he.Endings.NextCondition(cur.Parent())
	if len(as.Lhs) != 1 || cond == nil {
		return false
	}
	v, ok := he.src.Object(as.Lhs[0]).(*types.Var)
	if !ok {
		return false
	}
	any, closed := he.Endings.ErrorCheck(cond.Cond, v)
	return any && !closed && slices.ContainsFunc(cond.Body.List, func(s ast.Stmt) bool { return he.src.Uses(s, v) && he.Endings.OnlyLogs(s, 0) })
}

// returnsStop reports whether run, the literal that the call at cur stands in,
// returns the error of the call whatever it is.
func (he *Hearing) returnsStop(cur inspector.Cursor, run ast.Node) bool {
	if he.src.Function(cur.Node()) != run || he.Endings.MentionsClosed(run) {
		return false
	}
	if _, ok := cur.Parent().Node().(*ast.ReturnStmt); ok {
		return true
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 {
		return false
	}
	cond := he.Endings.NextCondition(cur.Parent())
	v, ok := he.src.Object(as.Lhs[0]).(*types.Var)
	if cond == nil || !ok || len(cond.Body.List) == 0 {
		return false
	}
	any, closed := he.Endings.ErrorCheck(cond.Cond, v)
	r, returns := cond.Body.List[len(cond.Body.List)-1].(*ast.ReturnStmt)
	return any && !closed && returns && he.src.Uses(r, v)
}
