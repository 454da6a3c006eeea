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

// This file is about errors that are sent on a channel to who only logs them.

// sentToLog reports whether the error of call, which its goroutine sends, is received by who
// only logs it.
func (he *Hearing) sentToLog(call *ast.CallExpr) bool {
	lit, ok := he.src.Function(call).(*ast.FuncLit)
	if !ok {
		return false
	}
	ch := he.Endings.SentOn(lit, call)
	return ch != nil && slices.ContainsFunc(he.src.Variable(ch).Uses, func(use inspector.Cursor) bool {
		if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
			use = use.Parent()
		}
		return he.logsOnly(use)
	})
}

// logsOnly reports whether what receives from the channel at cur logs what comes, does
// nothing else about it, and receives again.
// Have: for err := range a.errors { log.Print(err) }
func (he *Hearing) logsOnly(cur inspector.Cursor) bool {
	if cur.ParentEdgeKind() == edge.RangeStmt_X {
		loop := cur.Parent().Node().(*ast.RangeStmt)
		v, _ := he.src.Object(loop.Key).(*types.Var)
		return v != nil && he.logsIn(loop.Body.List, v)
	}
	clause, v := he.takenIn(cur)
	return clause != nil && he.src.Repeated(clause) && he.logsIn(clause.Body, v)
}

// takenIn returns the clause of a select that receives from the channel at cur, and the
// variable that gets what comes; the clause is nil where it is no such thing.
func (he *Hearing) takenIn(cur inspector.Cursor) (*ast.CommClause, *types.Var) {
	if cur.ParentEdgeKind() != edge.UnaryExpr_X {
		return nil, nil
	}
	as, ok := cur.Parent().Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 {
		return nil, nil
	}
	clause, ok := cur.Parent().Parent().Parent().Node().(*ast.CommClause)
	v, isVar := he.src.Object(as.Lhs[0]).(*types.Var)
	if !ok || !isVar {
		return nil, nil
	}
	return clause, v
}

// logsIn reports whether list does nothing but to log v, the error of a start, and is not left.
func (he *Hearing) logsIn(list []ast.Stmt, v *types.Var) bool {
	q := quiet{he: he, v: v}
	return q.all(list) && q.logged && !slices.ContainsFunc(list, ending.MayLeave)
}

// passedOver returns what receives the error of call, which its goroutine sends to the
// function around it, when that logs the error and returns as if nothing were; else nil.
// Have: select { case err := <-failed: log.Print(err); case <-ctx.Done(): … }; return nil
func (he *Hearing) passedOver(call *ast.CallExpr) ast.Node {
	lit, ok := he.src.Function(call).(*ast.FuncLit)
	if !ok || he.src.GoOf(lit) == nil {
		return nil
	}
	ch := he.Endings.SentOn(lit, call)
	fn := he.src.Function(he.src.GoOf(lit))
	if ch == nil || fn == nil || ch.IsField() || ch.Pos() < fn.Pos() || fn.End() <= ch.Pos() {
		return nil
	}
	var taken ast.Node
	for _, use := range he.src.Variable(ch).Uses {
		switch use.ParentEdgeKind() {
		case edge.SendStmt_Chan, edge.AssignStmt_Lhs, edge.ValueSpec_Names:
			continue
		}
		if taken != nil || he.src.Function(use.Node()) != fn || !he.logsAndEnds(use, fn) {
			return nil
		}
		taken = use.Parent().Node()
	}
	return taken
}

// logsAndEnds reports whether the select that receives from the channel at cur logs what
// comes, and the function fn around it says nothing by what it returns then.
func (he *Hearing) logsAndEnds(cur inspector.Cursor, fn ast.Node) bool {
	clause, v := he.takenIn(cur)
	if clause == nil || he.src.Repeated(clause) {
		return false
	}
	q := quiet{he: he, v: v}
	list := clause.Body
	if n := len(list); n > 0 {
		if _, returns := list[n-1].(*ast.ReturnStmt); returns {
			list = list[:n-1]
		}
	}
	if !q.all(list) || !q.logged || slices.ContainsFunc(list, ending.MayLeave) || he.mayExit(source.BodyOf(fn), nil) {
		return false
	}
	returns := he.returnsWith(fn, cur.Node())
	t := source.TypeOf(fn)
	return t != nil && source.SilentEnd(t, source.BodyOf(fn), returns)
}

// returnsWith returns the return statements of the function fn by which it may end when n
// has failed: not those that stand before n, nor behind the one for that case, nor in other
// clauses of the select that n is received by.
// Have: if s.started { return errStarted }; l, err := net.Listen(…); if err != nil { log.Print(err); return nil }
func (he *Hearing) returnsWith(fn, n ast.Node) []*ast.ReturnStmt {
	returns := slices.Clone(he.src.Returns(fn))
	cur, ok := he.src.Find(n)
	if !ok {
		return returns
	}
	if body := source.BodyOf(fn); body != nil && he.src.Function(n) == fn && !he.src.Repeated(n) {
		failed := he.failedIn(cur, body)
		returns = slices.DeleteFunc(returns, func(r *ast.ReturnStmt) bool {
			return r.End() <= n.Pos() || failed != nil && failed.End() <= r.Pos()
		})
	}
	for c := range cur.Enclosing((*ast.CommClause)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		clause, ok := c.Node().(*ast.CommClause)
		if !ok || clause.Comm == nil || n.Pos() < clause.Comm.Pos() || clause.Comm.End() < n.End() {
			return returns
		}
		sel := c.Parent().Parent().Node()
		return slices.DeleteFunc(returns, func(r *ast.ReturnStmt) bool {
			return sel.Pos() <= r.Pos() && r.End() <= sel.End() && (r.Pos() < clause.Pos() || clause.End() <= r.Pos())
		})
	}
	return returns
}
