package server

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Aside yields the calls in goroutines that wait for nothing before they come to a stop: of a
// server whose start waits for the drain, if it is so asked, or of others.
func (sv *Servers) Aside(waits bool) iter.Seq2[*ast.CallExpr, *Stop] {
	return func(yield func(*ast.CallExpr, *Stop) bool) {
		for _, s := range sv.stops {
			if !s.graceful || s.alias || s.Call == nil || waits != (sv.endsOf(s.server.typ) == "drained") {
				continue
			}
			for _, call := range sv.waits.FromAside(s.Call, 0) {
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
func (sv *Servers) Begun() iter.Seq2[*ast.CallExpr, *Stop] {
	return func(yield func(*ast.CallExpr, *Stop) bool) {
		for call, s := range sv.Aside(false) {
			if !yield(call, s) {
				return
			}
		}
		for _, drain := range sv.src.CallsTo(sv.drainsElsewhere) {
			for _, call := range sv.waits.FromAside(drain, 0) {
				if !yield(call, nil) {
					return
				}
			}
		}
		for _, call := range sv.src.CallsTo(sv.Leaves) {
			if !yield(call, nil) {
				return
			}
		}
	}
}

// StopsAnother reports whether call stops another server than s does.
func (sv *Servers) StopsAnother(s *Stop, call *ast.CallExpr) bool {
	i := slices.IndexFunc(sv.stops, func(s *Stop) bool { return s.Call == call && !s.alias })
	if s == nil || i < 0 {
		return false
	}
	a, b := sv.identityOf(&s.server), sv.identityOf(&sv.stops[i].server)
	return s.server.typ != sv.stops[i].server.typ || !a.Any && !b.Any && !a.Meets(b)
}

// DrainsAnother reports whether call drains another server than those that stops stop, in
// another package.
func (sv *Servers) DrainsAnother(stops []*Stop, call *ast.CallExpr) bool {
	on := source.ReceiverOf(call, sv.src.Info)
	return on != nil && sv.src.Object(on) != nil && sv.drainsElsewhere(sv.src.Callee(call)) && !slices.ContainsFunc(stops, func(s *Stop) bool {
		if s.Call == nil {
			return true
		}
		of := source.ReceiverOf(s.Call, sv.src.Info)
		return of == nil || sv.src.Object(of) == nil || sv.waits.SameHolder(of, on)
	})
}

// drainsElsewhere reports whether fn, of another package, drains a server before it returns.
func (sv *Servers) drainsElsewhere(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != sv.src.Pkg && sv.facts.Deeds(fn).Drained
}

// Leaves reports whether fn, of another package, returns while a drain goes on that it
// has begun.
func (sv *Servers) Leaves(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != sv.src.Pkg && sv.facts.Deeds(fn).Leaves
}

// Unawaited tells what ends right after it has started the goroutine in which s stops
// a server, without waiting for that: "main", or "its hook"; it is "" where something
// may wait.
func (sv *Servers) Unawaited(s *Stop) string {
	if s.node == nil || s.unreached {
		return ""
	}
	cur, ok := sv.src.Find(s.node)
	if !ok {
		return ""
	}
	for c := range cur.Enclosing((*ast.GoStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if _, isLit := c.Node().(*ast.FuncLit); isLit {
			calls := called.ByVariable(sv.src, c)
			if len(calls) != 1 {
				continue
			}
			if c, ok = sv.src.Find(calls[0]); !ok {
				return ""
			}
			c = c.Parent()
		}
		switch start, ok := c.Node().(*ast.GoStmt); {
		case !ok:
		case sv.src.Main && sv.ends.LastThing(start, 0):
			return "main"
		case sv.ends.LastInHook(start):
			return "its hook"
		}
		break
	}
	return ""
}

// Stays reports whether one of the functions that lead to the start of l's server may
// wait for the end of its drain when that returns, which others begin.
func (sv *Servers) Stays(l *Running) bool {
	for s := &l.Start; s != nil && s.Node != nil; s = s.Of {
		if slices.ContainsFunc(sv.StopsElsewhere(l), func(stop *Stop) bool { return sv.waits.Stays(s.Node, stop.node, sv.startsOf(l)) }) {
			return true
		}
	}
	return false
}

// EndedBeside returns what ends the process at the signal at which s begins, in another
// goroutine, or nil: see [signals.Signals.EndsBeside].
func (sv *Servers) EndedBeside(s *Stop) *ast.CallExpr {
	if s.node == nil {
		return nil
	}
	return sv.asked.EndsBeside(s.node)
}
