package linger

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about the starts of other servers, which are over when those are told to stop.

// AbandonedWith reports whether func main ends without waiting for any of stops, but for the
// starts of other servers that are over with them.
func (w *Linger) AbandonedWith(l *server.Running, stops []*server.Stop) bool {
	of := w.stoppedFrom(l, stops)
	starts := of.Is
	of.Is = func(call *ast.CallExpr) bool { return starts(call) || w.OverWith(l, stops, call) }
	return w.abandoned(stops, of)
}

// OverWith reports whether call starts another server than l, which has been told to stop
// when stops begin, or is so with them: it returns then, and whoever waits for it does not
// wait for them.
// Have: go func() { <-ctx.Done(); admin.Shutdown(c); api.Shutdown(c) }(); admin.ListenAndServe()
func (w *Linger) OverWith(l *server.Running, stops []*server.Stop, call *ast.CallExpr) bool {
	callee := w.src.Callee(call)
	row := w.ev.Row(callee, catalog.Serve)
	if row == nil || len(stops) == 0 {
		return false
	}
	var other server.Running
	other.Life, other.Server = w.servers.LifeOf(row, callee, call)
	if ends := w.servers.EndsWhenStopped(&other); ends == "drained" || ends != w.servers.EndsWhenStopped(l) {
		return false
	}
	return slices.ContainsFunc(w.servers.StopsOf(&other), func(first *server.Stop) bool {
		return !slices.ContainsFunc(stops, func(s *server.Stop) bool { return !w.noLater(first, s) })
	})
}

// noLater reports whether first begins when s does, or before: it comes before s in the flow of
// one function, or both come at the signal, and first waits for nothing else, or both for the same.
func (w *Linger) noLater(first, s *server.Stop) bool {
	in := w.waits.Frame(first.Node())
	if first != s && in != nil && in == w.waits.Frame(s.Node()) && first.End() <= s.Pos() && len(w.ends.Conditions(first.Node())) == 0 {
		return true
	}
	return w.atSignal(first) && w.atSignal(s) && w.atOnce(first) || w.alike(first, s)
}

// alike reports whether a and b are calls of one function in goroutines, which waits for the
// same in both.
// Have: go web.StopAfter(ctx, api); go web.StopAfter(ctx, operator)
func (w *Linger) alike(a, b *server.Stop) bool {
	if a.Call == nil || b.Call == nil || !w.src.IsGo(a.Call) || !w.src.IsGo(b.Call) {
		return false
	}
	callee := w.src.Callee(a.Call)
	if callee == nil || callee != w.src.Callee(b.Call) || len(a.Call.Args) != len(b.Call.Args) {
		return false
	}
	for i, arg := range a.Call.Args {
		t := w.src.Info.TypeOf(arg)
		_, isChan := t.Underlying().(*types.Chan)
		if (isChan || source.Named(t) == "context.Context") && !w.waits.SameHolder(arg, b.Call.Args[i]) {
			return false
		}
	}
	return true
}

// atOnce reports whether s begins when the function around it has received the signal: what it
// does between does not last.
func (w *Linger) atOnce(s *server.Stop) bool {
	heard, lasts := false, false
	ast.Inspect(w.src.Function(s.Node()), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			return n.Pos() <= s.Pos() && s.Pos() < n.End()
		case *ast.UnaryExpr:
			if n.Op == token.ARROW && n.End() <= s.Pos() {
				heard = heard || w.asked.Awaits(n.X)
				lasts = lasts || !w.asked.Awaits(n.X)
			}
		case *ast.CallExpr:
			lasts = lasts || heard && n.End() <= s.Pos() && w.ends.CallMayWait(n, 0)
		}
		return true
	})
	return heard && !lasts
}
