package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about what comes behind some work: what waits, and what ends the process.

// again reports whether a receive from e waits for a second signal.
func (w waiter) again(e ast.Expr) bool { return w.prompt.Again != nil && w.prompt.Again(e) }

// sentThere reports whether e is a channel on which another package sends what a prompt
// call returns there.
func (w waiter) sentThere(e ast.Expr) bool {
	if w.prompt.Sends == nil {
		return false
	}
	call := w.aw.madeBy(e)
	return call != nil && w.prompt.Sends(call)
}

// madeBy returns the call that e is, or alone what the variable e holds comes from, or nil; of
// the end of a context, that which the context comes from.
func (aw *Waits) madeBy(e ast.Expr) *ast.CallExpr {
	if ctx := aw.contextOf(e); ctx != nil {
		e = ctx
	}
	if v, ok := aw.src.Object(e).(*types.Var); ok {
		e, _ = aw.src.OnlyAssigned(v)
	}
	call, _ := ast.Unparen(e).(*ast.CallExpr)
	return call
}

// runsOn reports whether fn, of another package of the program, does work of its own until
// the context that it is given ends, by its name at least.
func (aw *Waits) runsOn(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg() != aw.src.Pkg && aw.src.Ours(fn.Pkg()) && source.TakesContext(fn) && !ending.AboutEnd(fn.Name()) && !strings.Contains(fn.Name(), "Wait")
}

// Stays reports whether the function around start may wait, behind it, for what stop has
// done, in whatever function that stands; before until, if that is not nil.
func (aw *Waits) Stays(start, stop, until ast.Node, prompt Prompt) bool {
	in, by := aw.src.Function(start), aw.src.Function(stop)
	if in == nil || by == nil || source.BodyOf(in) == nil || source.BodyOf(by) == nil {
		return true
	}
	w, done := waiter{aw: aw, prompt: prompt}.anew(), aw.DoneAfter(by, stop)
	if until == nil {
		return w.waits(in, start, done) != Abandoned
	}
	return w.in(source.BodyOf(in), done, 0, between(start, until)) != Abandoned
}

// between returns what tells of nodes whether they stand behind a and before b.
func between(a, b ast.Node) func(ast.Node) bool {
	return func(n ast.Node) bool { return a.End() <= n.Pos() && n.End() <= b.Pos() }
}

// exitBehind returns the call by which fn ends the process in its statements behind n,
// whatever happens between, or nil.
func (aw *Waits) exitBehind(fn, n ast.Node) *ast.CallExpr {
	cur, ok := aw.src.Find(n)
	if !ok {
		return nil
	}
	for ; cur.Node() != fn && cur.Parent().Node() != nil; cur = cur.Parent() {
		for _, s := range behindIn(cur) {
			if e, ok := s.(*ast.ExprStmt); ok {
				if call, ok := ast.Unparen(e.X).(*ast.CallExpr); ok && aw.Endings.Exits(call) {
					return call
				}
			}
			if ending.MayLeave(s) {
				return nil
			}
		}
	}
	return nil
}

// behindIn returns the statements behind the one at cur in the list where that stands; none
// if it stands in none.
func behindIn(cur inspector.Cursor) []ast.Stmt {
	kind, i := cur.ParentEdge()
	switch kind {
	case edge.BlockStmt_List:
		switch cur.Node().(type) {
		case *ast.CaseClause, *ast.CommClause:
			return nil // one of several
		}
		return cur.Parent().Node().(*ast.BlockStmt).List[i+1:]
	case edge.CaseClause_Body:
		return cur.Parent().Node().(*ast.CaseClause).Body[i+1:]
	case edge.CommClause_Body:
		return cur.Parent().Node().(*ast.CommClause).Body[i+1:]
	}
	return nil
}

// Next returns the statements behind the one around n, in the innermost list that it
// stands in.
func (aw *Waits) Next(n ast.Node) []ast.Stmt {
	cur, ok := aw.src.Find(n)
	for ok && cur.Node() != nil {
		switch cur.ParentEdgeKind() {
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			return behindIn(cur)
		case edge.FuncDecl_Body, edge.FuncLit_Body, edge.Invalid:
			return nil
		}
		cur = cur.Parent()
	}
	return nil
}

// Blocks reports whether something in n waits in a way that is followed.
func (aw *Waits) Blocks(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.SelectStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			fn := aw.src.Callee(n)
			found = found || fn != nil && (aw.ev.Row(fn, catalog.Serve) != nil || strings.HasPrefix(fn.Name(), "Accept"))
		}
		return !found
	})
	return found
}

// leaves reports whether a loop with this body may end: by a break, a return or
// a goto in it.
func leaves(loop *ast.BlockStmt) bool {
	return slices.ContainsFunc(loop.List, ending.MayLeave)
}

// leftByCases reports whether s stands in a loop that ends in nothing but the cases of s: how
// long it goes on is for those to say that leave it.
// Have: for { select { case <-ticker.C: flush(); case <-stop: return } }
func (aw *Waits) leftByCases(s *ast.SelectStmt) bool {
	cur, ok := aw.src.Find(s)
	if !ok {
		return false
	}
	if _, labeled := cur.Parent().Node().(*ast.LabeledStmt); labeled {
		cur = cur.Parent()
	}
	body, isBlock := cur.Parent().Node().(*ast.BlockStmt)
	if !isBlock {
		return false
	}
	loop, isLoop := cur.Parent().Parent().Node().(*ast.ForStmt)
	return isLoop && loop.Cond == nil && !slices.ContainsFunc(body.List, func(other ast.Stmt) bool {
		return other != cur.Node() && ending.MayLeave(other)
	})
}
