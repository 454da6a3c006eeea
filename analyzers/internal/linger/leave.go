package linger

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Aside yields the calls in goroutines that wait for nothing before they come to a stop: of a
// server whose start waits for the drain, if it is so asked, or of others.
func (w *Linger) Aside(waits bool) iter.Seq2[*ast.CallExpr, *server.Stop] {
	return func(yield func(*ast.CallExpr, *server.Stop) bool) {
		for _, s := range w.servers.Stops() {
			if !s.Graceful || s.Alias || s.Call == nil || waits != (w.servers.EndsOf(s.Type()) == "drained") {
				continue
			}
			for _, call := range w.waits.FromAside(s.Call, 0) {
				if !yield(call, s) {
					return
				}
			}
		}
	}
}

// Begun yields what begins a drain that goes on, with the stop that it comes to: a call in
// a goroutine that waits for nothing before it, and without, one there that drains in
// another package, and the call of a function of another package that has left a drain.
func (w *Linger) Begun() iter.Seq2[*ast.CallExpr, *server.Stop] {
	return func(yield func(*ast.CallExpr, *server.Stop) bool) {
		for call, s := range w.Aside(false) {
			if !yield(call, s) {
				return
			}
		}
		for _, drain := range w.src.CallsTo(w.servers.DrainsElsewhere) {
			for _, call := range w.waits.FromAside(drain, 0) {
				if !yield(call, nil) {
					return
				}
			}
		}
		for _, call := range w.src.CallsTo(w.servers.Leaves) {
			if !yield(call, nil) {
				return
			}
		}
	}
}

// StopsAnother reports whether call stops another server than s does.
func (w *Linger) StopsAnother(s *server.Stop, call *ast.CallExpr) bool {
	stops := w.servers.Stops()
	i := slices.IndexFunc(stops, func(s *server.Stop) bool { return s.Call == call && !s.Alias })
	if s == nil || i < 0 {
		return false
	}
	a, b := w.servers.IdentityOf(s), w.servers.IdentityOf(stops[i])
	return s.Type() != stops[i].Type() || !a.Any && !b.Any && !a.Meets(b)
}

// DrainsAnother reports whether call drains another server than those that stops stop, in
// another package.
func (w *Linger) DrainsAnother(stops []*server.Stop, call *ast.CallExpr) bool {
	on := source.ReceiverOf(call, w.src.Info)
	return on != nil && w.src.Object(on) != nil && w.servers.DrainsElsewhere(w.src.Callee(call)) && !slices.ContainsFunc(stops, func(s *server.Stop) bool {
		if s.Call == nil {
			return true
		}
		of := source.ReceiverOf(s.Call, w.src.Info)
		return of == nil || w.src.Object(of) == nil || w.waits.SameHolder(of, on)
	})
}

// Unawaited tells what ends right after it has started the goroutine in which s stops
// a server, without waiting for that: "main", or "its hook"; it is "" where something
// may wait.
func (w *Linger) Unawaited(s *server.Stop) string {
	if s.Node() == nil || s.Unreached {
		return ""
	}
	return w.unawaited(s.Node())
}

// UnawaitedElsewhere yields the calls of functions of other packages that drain a server, other
// than those that stop what is started here, with what ends right after it has started the
// goroutine of one: see Unawaited.
// Have: OnStop: func(context.Context) error { go server.Stop(srv); return nil }
func (w *Linger) UnawaitedElsewhere(of []*server.Running) iter.Seq2[*ast.CallExpr, string] {
	return func(yield func(*ast.CallExpr, string) bool) {
		for _, call := range w.src.CallsTo(w.servers.DrainsElsewhere) {
			judged := slices.ContainsFunc(of, func(l *server.Running) bool {
				return slices.ContainsFunc(w.servers.StopsHere(l), func(s *server.Stop) bool { return s.Call == call && s.Type() == "" })
			})
			if who := w.unawaited(call); !judged && who != "" && !yield(call, who) {
				return
			}
		}
	}
}

// unawaited is Unawaited for what stops a server at n.
func (w *Linger) unawaited(n ast.Node) string {
	cur, ok := w.src.Find(n)
	if !ok {
		return ""
	}
	for c := range cur.Enclosing((*ast.GoStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if _, isLit := c.Node().(*ast.FuncLit); isLit {
			calls := called.ByVariable(w.src, c)
			if len(calls) != 1 {
				continue
			}
			if c, ok = w.src.Find(calls[0]); !ok {
				return ""
			}
			c = c.Parent()
		}
		switch start, ok := c.Node().(*ast.GoStmt); {
		case !ok:
		case w.src.Main && w.ends.LastThing(start, 0):
			return "main"
		case w.ends.LastInHook(start) && !w.heard(start):
			return "its hook"
		}
		break
	}
	return ""
}

// heard reports whether anybody may hear of the end of the goroutine that start begins, or it is
// not known what is told there: another hook waits for it, say.
func (w *Linger) heard(start *ast.GoStmt) bool {
	lit, _ := ast.Unparen(start.Call.Fun).(*ast.FuncLit)
	said := w.waits.GivenTo(start.Call)
	if body := w.src.Body(w.src.Callee(start.Call), lit); body != nil {
		said.Add(w.waits.TellsAll(body))
	}
	if said.Open() {
		return true
	}
	for o := range said.Held {
		if v, ok := o.(*types.Var); ok && w.waits.IsHeard(v) {
			return true
		}
	}
	return len(said.Said) > 0
}

// Stays reports whether one of the functions that lead to the start of l's server may
// wait for the end of its drain when that returns, which others begin.
func (w *Linger) Stays(l *server.Running) bool {
	for s := &l.Start; s != nil && s.Node != nil; s = s.Of {
		if slices.ContainsFunc(w.servers.StopsElsewhere(l), func(stop *server.Stop) bool { return w.waits.Stays(s.Node, stop.Node(), nil, w.startsOf(l)) }) {
			return true
		}
	}
	return false
}

// EndedBeside returns what ends the process at the signal at which s begins, in another
// goroutine, or nil: see [signals.Signals.EndsBeside].
func (w *Linger) EndedBeside(s *server.Stop) *ast.CallExpr {
	if s.Node() == nil {
		return nil
	}
	return w.asked.EndsBeside(s.Node())
}
