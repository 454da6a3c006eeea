package linger

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about servers that are closed at once while they drain in a goroutine, or
// before they are to drain.
// Have: go func() { srv.GracefulStop(); close(done) }(); srv.Stop(); <-done

// Severed is an abrupt stop, and the drain whose connections it ends.
type Severed struct{ By, Drain *server.Stop }

// Severed returns the abrupt stops of this package that end what a drain beside them waits
// for.
func (w *Linger) Severed() (all []Severed) {
	for _, s := range w.servers.Stops() {
		if s.Graceful || s.Alias || s.Call == nil {
			continue
		}
		d := w.severs(s)
		if d == nil {
			d = w.interrupted(s)
		}
		if d != nil {
			all = append(all, Severed{s, d})
		}
	}
	return all
}

// severs returns the drain that is begun before s, in its list of statements, with nothing
// between them that may wait for its end, or that comes behind s there; or nil.
func (w *Linger) severs(s *server.Stop) *server.Stop {
	cur, ok := w.src.Find(s.Call)
	if !ok {
		return nil
	}
	cur = cur.Parent()
	list, ok := cur.Parent().Node().(*ast.BlockStmt)
	if !ok || cur.ParentEdgeKind() != edge.BlockStmt_List {
		return nil
	}
	at := slices.Index(list.List, cur.Node().(ast.Stmt))
	for _, later := range list.List[at+1:] {
		if d := w.drainAt(later, s); d != nil {
			return d
		}
		if ending.MayLeave(later) {
			break
		}
	}
	started := false
	for _, earlier := range slices.Backward(list.List[:at]) {
		if work := w.beside(earlier); work != nil {
			d := w.drainIn(work, s)
			switch {
			case d == nil:
				continue
			case started && w.servers.EndsOf(s.Type()) == "drained":
				return nil // the start has returned when the drain was over
			case started || slices.Contains(w.waits.FromAside(d.Call, 0), d.Call):
				return d
			}
			return nil // it has yet to begin
		}
		if !started && w.startIn(earlier, s) {
			started = true
			continue
		}
		if w.ends.MayWait(earlier, 0) {
			return nil
		}
	}
	return nil
}

// beside returns the literal or the call whose goroutine stmt begins, or the literal that
// is called at the end of a context; or nil.
func (w *Linger) beside(stmt ast.Stmt) ast.Node {
	var call *ast.CallExpr
	switch s := stmt.(type) {
	case *ast.GoStmt:
		if lit, ok := ast.Unparen(s.Call.Fun).(*ast.FuncLit); ok {
			return lit
		}
		return s.Call
	case *ast.ExprStmt:
		call, _ = ast.Unparen(s.X).(*ast.CallExpr)
	case *ast.AssignStmt:
		call, _ = ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
	}
	if call == nil || w.src.CalleeName(call) != "context.AfterFunc" || len(call.Args) != 2 {
		return nil
	}
	return ast.Unparen(call.Args[1])
}

// drainIn returns the graceful stop that work is, or the one in it, of the server that s
// stops, or nil.
func (w *Linger) drainIn(work ast.Node, s *server.Stop) *server.Stop {
	stops := w.servers.Stops()
	i := slices.IndexFunc(stops, func(d *server.Stop) bool {
		return d.Graceful && !d.Alias && d.Call != nil && (d.Call == work || w.src.Function(d.Call) == work) && w.sameReceiver(d.Call, s.Call)
	})
	if i < 0 {
		return nil
	}
	return stops[i]
}

// drainAt returns the graceful stop of the server that s stops which stmt itself calls, or nil.
func (w *Linger) drainAt(stmt ast.Stmt, s *server.Stop) *server.Stop {
	if branch, ok := stmt.(*ast.IfStmt); ok && branch.Init != nil {
		stmt = branch.Init
	}
	switch of := stmt.(type) {
	case *ast.ExprStmt:
		return w.drainIn(ast.Unparen(of.X), s)
	case *ast.AssignStmt:
		return w.drainIn(ast.Unparen(of.Rhs[0]), s)
	}
	return nil
}

// startIn reports whether stmt starts the server that s stops, and does not wait for its
// drain when that has returned.
func (w *Linger) startIn(stmt ast.Stmt, s *server.Stop) bool {
	if branch, ok := stmt.(*ast.IfStmt); ok {
		if branch.Init == nil || branch.Else != nil || w.ends.MayWait(branch.Body, 0) {
			return false
		}
		stmt = branch.Init
	}
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			found = found || w.startsServer(n, s)
		}
		return !found
	})
	return found
}

// sameReceiver reports whether a and b call methods of what is written as one variable, or one
// field of it: a server, or a group.
func (w *Linger) sameReceiver(a, b *ast.CallExpr) bool {
	x, y := source.ReceiverOf(a, w.src.Info), source.ReceiverOf(b, w.src.Info)
	return x != nil && y != nil && identity.SamePlace(w.src, x, y)
}
