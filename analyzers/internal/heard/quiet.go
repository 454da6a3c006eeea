package heard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells of functions that do nothing more about the error of a start
// than to log it, in whatever shape.

// endsQuietly reports whether all that the function around the call at cur does
// after it is to look at its error and to log, and a failure is logged.
func (he *Hearing) endsQuietly(cur inspector.Cursor) bool {
	cur = he.Endings.Carried(cur)
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 {
		return false
	}
	v, ok := he.src.Object(as.Lhs[0]).(*types.Var)
	fn := he.src.Function(as)
	if !ok || fn == nil || source.BodyOf(fn) == nil || v.Pos() < fn.Pos() || fn.End() <= v.Pos() {
		return false
	}
	q := quiet{he: he, v: v}
	switch s := cur.Parent().Parent().Node().(type) {
	case *ast.IfStmt: // if err := srv.ListenAndServe(); err != nil { … }
		if !q.one(&ast.IfStmt{If: s.If, Cond: s.Cond, Body: s.Body, Else: s.Else}) {
			return false
		}
		cur = cur.Parent()
	case *ast.SwitchStmt:
		if s.Tag != nil || !q.one(&ast.SwitchStmt{Switch: s.Switch, Body: s.Body}) {
			return false
		}
		cur = cur.Parent()
	}
	return q.behind(cur.Parent(), fn) && q.logged
}

// quiet is a look at statements that do nothing but to look at an error and to log.
type quiet struct {
	he     *Hearing
	v      *types.Var // the error
	logged bool       // a failure is
}

// behind reports whether the function fn has nothing but such statements behind the one at
// cur: in its list, and behind the branches that it stands in.
func (q *quiet) behind(cur inspector.Cursor, fn ast.Node) bool {
	for cur.Parent().Node() != fn {
		list := cur.Parent()
		switch list.Node().(type) {
		case *ast.IfStmt, *ast.SwitchStmt:
		case *ast.BlockStmt, *ast.CaseClause:
			if _, isCase := cur.Node().(*ast.CaseClause); !isCase && !q.next(cur) {
				return false
			}
		default:
			return false
		}
		cur = list
	}
	return true
}

// next reports whether all statements behind the one at cur, in its list, are such.
func (q *quiet) next(cur inspector.Cursor) bool {
	for next, ok := cur.NextSibling(); ok; next, ok = next.NextSibling() {
		if !q.one(next.Node().(ast.Stmt)) {
			return false
		}
	}
	return true
}

// all reports whether each of list is such a statement.
func (q *quiet) all(list []ast.Stmt) bool {
	return !slices.ContainsFunc(list, func(s ast.Stmt) bool { return !q.one(s) })
}

func (q *quiet) one(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ReturnStmt:
		return len(s.Results) == 0
	case *ast.BlockStmt:
		return q.all(s.List)
	case *ast.IfStmt:
		if s.Init != nil {
			return false
		}
		return q.under(s.Cond, s.Body.List) && (s.Else == nil || q.one(s.Else))
	case *ast.SwitchStmt:
		if s.Init != nil || s.Tag != nil {
			return false
		}
		return !slices.ContainsFunc(s.Body.List, func(c ast.Stmt) bool {
			clause := c.(*ast.CaseClause)
			if len(clause.List) == 1 {
				return !q.under(clause.List[0], clause.Body)
			}
			return !q.all(clause.Body)
		})
	}
	if !q.he.Endings.OnlyLogs(s, 0) {
		return false
	}
	q.logged = true
	return true
}

// under is all for what is done under cond: what is logged of a server that was
// stopped is no failure.
func (q *quiet) under(cond ast.Expr, list []ast.Stmt) bool {
	before := q.logged
	ok := q.all(list)
	if q.he.Endings.OnlyStopped(cond, q.v) {
		q.logged = before
	}
	return ok
}

// exitsFailed reports whether the function around call, which stands at cur, may end the
// process when call has failed: what is behind a return for that case is not reached.
func (he *Hearing) exitsFailed(cur inspector.Cursor, call *ast.CallExpr) bool {
	body := source.BodyOf(he.src.Function(call))
	until := he.returnsAt(cur, body)
	if until < 0 {
		return he.mayExit(body, call)
	}
	return slices.ContainsFunc(body.List[:until+1], func(s ast.Stmt) bool { return he.mayExit(s, call) })
}

// returnsAt returns which of the statements of body looks at the error of the call at cur and
// returns when there is one, or else only then; -1 when none does.
func (he *Hearing) returnsAt(cur inspector.Cursor, body *ast.BlockStmt) int {
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return -1
	}
	v, _ := he.src.Object(as.Lhs[len(as.Lhs)-1]).(*types.Var)
	cond := he.Endings.NextCondition(cur.Parent())
	if cond == nil || v == nil || len(cond.Body.List) == 0 {
		return -1
	}
	_, returns := cond.Body.List[len(cond.Body.List)-1].(*ast.ReturnStmt)
	if failed, running := he.Endings.ErrorCheck(cond.Cond, v); !returns || !failed && !running {
		return -1
	}
	return slices.Index(body.List, ast.Stmt(cond))
}

// failedIn returns the statement of body that returns when the call at cur has failed, and
// only then, or nil.
func (he *Hearing) failedIn(cur inspector.Cursor, body *ast.BlockStmt) *ast.IfStmt {
	i := he.returnsAt(cur, body)
	if i < 0 {
		return nil
	}
	as := cur.Parent().Node().(*ast.AssignStmt)
	v, _ := he.src.Object(as.Lhs[len(as.Lhs)-1]).(*types.Var)
	cond := body.List[i].(*ast.IfStmt)
	if failed, _ := he.Endings.ErrorCheck(cond.Cond, v); !failed {
		return nil
	}
	return cond
}

// mayExit reports whether a call in n may end the process, other than one that is
// over when start, which may be nil, begins.
func (he *Hearing) mayExit(n ast.Node, start *ast.CallExpr) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExprStmt:
			call, ok := n.X.(*ast.CallExpr)
			if !ok || start == nil || !he.before(n, start) || he.src.Function(n) != he.src.Function(start) {
				break
			}
			for _, arg := range call.Args { // functions that are given away here may be called later
				found = found || he.mayExit(arg, start)
			}
			return false
		case *ast.CallExpr:
			fn := he.src.Callee(n)
			found = found || he.Endings.Exits(n) || fn != nil && he.Endings.MayExit(fn)
		}
		return !found
	})
	return found
}

// UnheardOf is Unheard of what n returns, a call that may start a server, or what it calls
// as a value; it may as well be dropped there.
func (he *Hearing) UnheardOf(n ast.Node) Unheard {
	call, isCall := n.(*ast.CallExpr)
	if !isCall {
		return he.deafTo(n)
	}
	l := &ending.Start{Node: call, Call: call, Fn: he.src.EnclosingFunc(call.Pos())}
	if how := he.Unheard(l); how != Heard {
		return how
	}
	switch he.Endings.Ignored(call, l, he.tellsAround) {
	case ending.KeptDropped:
		return Dropped
	case ending.KeptInverted:
		return Inverted
	}
	return he.deafTo(call)
}

// readBehind reports whether v, which is compared in cond, may be read after that: behind
// it, again in a loop, or by another function.
// Have: err := open(); if err != nil { … }; err = srv.ListenAndServe(); if err != nil { log … }
func (he *Hearing) readBehind(v *types.Var, cond *ast.IfStmt) bool {
	fn := he.src.Function(cond)
	if body := source.BodyOf(fn); body == nil || v.Pos() < body.Pos() || he.src.Repeated(cond) {
		return !he.src.OnlyUsedIn(v, fn, cond)
	}
	return slices.ContainsFunc(he.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		n := use.Node()
		switch use.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.ValueSpec_Names:
			return false
		}
		return he.src.Function(n) != fn || n.Pos() >= cond.End()
	})
}
