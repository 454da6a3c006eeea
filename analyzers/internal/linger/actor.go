package linger

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/server"
)

// This file is about groups of actors, all of which are interrupted when the first has
// returned: that is the one that serves, as soon as another begins to drain its server.
// Have: g.Add(srv.ListenAndServe, func(error) { srv.Close() }); g.Add(func() error { <-quit; return srv.Shutdown(ctx) }, …)

// interrupted returns the drain in one actor of a group that s, in the interrupt of another
// actor, cuts off, since the one that serves returns when the drain begins; or nil.
func (w *Linger) interrupted(s *server.Stop) *server.Stop {
	group := w.actorOf(s.Call, 1)
	if group == nil || !w.first(s.Call) {
		return nil
	}
	stops := w.servers.Stops()
	i := slices.IndexFunc(stops, func(d *server.Stop) bool {
		if !d.Graceful || d.Alias || d.Call == nil {
			return false
		}
		of := w.actorOf(d.Call, 0)
		return of != nil && w.sameReceiver(group, of) && w.sameReceiver(d.Call, s.Call)
	})
	if i < 0 || w.servers.EndsOf(stops[i].Type()) == "drained" || !w.servedIn(group, s) {
		return nil
	}
	return stops[i]
}

// first reports whether call comes always, and with no wait before it, in the literal around it.
func (w *Linger) first(call *ast.CallExpr) bool {
	for _, stmt := range w.src.Function(call).(*ast.FuncLit).Body.List {
		if stmt.Pos() <= call.Pos() && call.End() <= stmt.End() {
			if branch, ok := stmt.(*ast.IfStmt); ok {
				return branch.Init != nil && call.End() <= branch.Init.End()
			}
			_, alone := stmt.(*ast.ExprStmt)
			_, assigned := stmt.(*ast.AssignStmt)
			return alone || assigned
		}
		if ending.MayLeave(stmt) || w.ends.MayWait(stmt, 0) {
			return false
		}
	}
	return false
}

// servedIn reports whether an actor of the group of add starts the server that s stops, and
// returns when that does.
func (w *Linger) servedIn(add *ast.CallExpr, s *server.Stop) bool {
	return slices.ContainsFunc(w.src.CallsTo(w.addsActor), func(other *ast.CallExpr) bool {
		if !w.sameReceiver(add, other) || len(other.Args) != 2 {
			return false
		}
		lit, ok := ast.Unparen(other.Args[0]).(*ast.FuncLit)
		if !ok {
			sel, isValue := ast.Unparen(other.Args[0]).(*ast.SelectorExpr)
			start := &ast.CallExpr{Fun: sel}
			return isValue && w.startsServer(start, s)
		}
		at := slices.IndexFunc(lit.Body.List, func(stmt ast.Stmt) bool { return w.startIn(stmt, s) })
		return at >= 0 && !slices.ContainsFunc(lit.Body.List[at+1:], func(stmt ast.Stmt) bool { return w.ends.MayWait(stmt, 0) }) && !w.defers(lit)
	})
}

// startsServer reports whether call starts the server that s stops.
func (w *Linger) startsServer(call *ast.CallExpr, s *server.Stop) bool {
	return w.ev.Row(w.src.Callee(call), catalog.Serve) != nil && w.sameReceiver(call, s.Call)
}

// defers reports whether lit may wait for something when it returns.
func (w *Linger) defers(lit *ast.FuncLit) bool {
	return slices.ContainsFunc(lit.Body.List, func(stmt ast.Stmt) bool {
		_, deferred := stmt.(*ast.DeferStmt)
		return deferred && w.ends.MayWait(stmt, 0)
	})
}

// actorOf returns the call that gives a group of actors, as its i-th argument, the literal in
// whose flow n stands, or nil.
func (w *Linger) actorOf(n ast.Node, i int) *ast.CallExpr {
	lit, ok := w.src.Function(n).(*ast.FuncLit)
	if !ok {
		return nil
	}
	add, ok := w.src.Parent(lit).(*ast.CallExpr)
	if !ok || len(add.Args) <= i || add.Args[i] != ast.Expr(lit) || !w.addsActor(w.src.Callee(add)) {
		return nil
	}
	return add
}

// addsActor reports whether fn gives a group one more actor.
func (w *Linger) addsActor(fn *types.Func) bool {
	by := w.ev.Row(fn, catalog.Owner)
	return by != nil && by.Role == "actor"
}
