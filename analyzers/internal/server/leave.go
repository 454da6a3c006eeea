package server

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
)

// Begun yields what begins a drain that goes on: a stop in a goroutine that waits for
// nothing before it, and the call of a function of another package that has left one.
func (sv *Servers) Begun() iter.Seq[*ast.CallExpr] {
	return func(yield func(*ast.CallExpr) bool) {
		for _, s := range sv.stops {
			if !s.graceful || s.alias || s.Call == nil || sv.endsOf(s.server.typ) == "drained" {
				continue
			}
			lit, _ := sv.src.Function(s.Call).(*ast.FuncLit)
			inGo := sv.src.IsGo(s.Call) || lit != nil && sv.src.GoOf(lit) != nil && !sv.src.Behind(s.Call, func(ast.Expr) bool { return true })
			if inGo && !yield(s.Call) {
				return
			}
		}
		for _, call := range sv.src.CallsTo(sv.Leaves) {
			if !yield(call) {
				return
			}
		}
	}
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
