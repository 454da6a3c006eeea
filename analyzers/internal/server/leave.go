package server

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
)

// Begun yields what begins a drain that goes on, with the stop that it comes to: a call in
// a goroutine that waits for nothing before it, and the call of a function of another
// package that has left one, without.
func (sv *Servers) Begun() iter.Seq2[*ast.CallExpr, *Stop] {
	return func(yield func(*ast.CallExpr, *Stop) bool) {
		for _, s := range sv.stops {
			if !s.graceful || s.alias || s.Call == nil || sv.endsOf(s.server.typ) == "drained" {
				continue
			}
			for _, call := range sv.aside(s.Call, 0) {
				if !yield(call, s) {
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

// aside returns the calls in goroutines that come to call and wait for nothing before it.
func (sv *Servers) aside(call *ast.CallExpr, depth int) (out []*ast.CallExpr) {
	lit, isLit := sv.src.Function(call).(*ast.FuncLit)
	waits := func() bool { return sv.src.Behind(call, func(ast.Expr) bool { return true }) }
	switch {
	case sv.src.IsGo(call) || isLit && sv.src.GoOf(lit) != nil && !waits():
		return []*ast.CallExpr{call}
	case isLit || depth > 3 || waits():
		return nil
	}
	calls, _ := sv.src.Calls(sv.src.EnclosingFunc(call.Pos()))
	for _, from := range calls {
		out = append(out, sv.aside(from, depth+1)...)
	}
	return out
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
