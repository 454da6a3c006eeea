package server

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// ofCaller reports whether the context e is, or is derived from, the deadline
// of a drain that the function around e is given.
func (sv *Servers) ofCaller(e ast.Expr) bool {
	for range 6 {
		m := sv.moment(e)
		if m.given != nil {
			return sv.isDeadline(sv.src.EnclosingFunc(e.Pos()), m.given, 0)
		}
		if sv.derivation(m.made) == "" {
			return false
		}
		e = m.made.Args[0]
	}
	return false
}

// isDeadline reports whether the parameter v of fn, a context, is the deadline
// of a drain: all calls in sight, also through interfaces, give it one that is
// still alive. Where there are none the name of fn tells.
func (sv *Servers) isDeadline(fn *types.Func, v *types.Var, depth int) bool {
	i := slices.Index(slices.Collect(fn.Signature().Params().Variables()), v)
	if i < 0 || depth > 4 {
		return false
	}
	calls := sv.src.CallsTo(func(f *types.Func) bool { return f == fn || source.Dispatches(f, fn) })
	if len(calls) == 0 {
		return stopsByName(fn.Name())
	}
	return !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		return i >= len(call.Args) || !sv.limits(call.Args[i], depth)
	})
}

// limits reports whether the context e, which a call is given, has a time limit
// and is alive.
func (sv *Servers) limits(e ast.Expr, depth int) bool {
	for range 6 {
		m := sv.moment(e)
		if m.ended && !m.watched {
			return false
		}
		if m.given != nil {
			return sv.isDeadline(sv.src.EnclosingFunc(e.Pos()), m.given, depth+1)
		}
		switch sv.derivation(m.made) {
		case "":
			return false
		case "timeout", "deadline":
			return !sv.moment(m.made.Args[0]).ended
		}
		e = m.made.Args[0]
	}
	return false
}

// stopsByName reports whether a function of this name stops something.
func stopsByName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"stop", "shutdown", "close", "drain", "halt", "onstop", "gracefulstop"}, func(w string) bool {
		return strings.HasPrefix(name, w)
	})
}
