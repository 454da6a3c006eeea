package clock

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// OfCaller reports whether the context e is, or is derived from, the deadline
// of a drain that the function around e is given.
func (ck *Clock) OfCaller(e ast.Expr) bool {
	for range 6 {
		m := ck.At(e)
		if m.Given != nil {
			return ck.isDeadline(ck.src.EnclosingFunc(e.Pos()), m.Given, 0)
		}
		if ck.Derivation(m.Made) == "" {
			return false
		}
		e = m.Made.Args[0]
	}
	return false
}

// isDeadline reports whether the parameter v of fn, a context, is the deadline
// of a drain: all calls in sight, also through interfaces, give it one that is
// still alive. Where there are none the name of fn tells.
func (ck *Clock) isDeadline(fn *types.Func, v *types.Var, depth int) bool {
	i := source.ParamIndex(fn, v)
	if i < 0 || depth > 4 {
		return false
	}
	calls := ck.src.CallsTo(func(f *types.Func) bool { return f == fn || source.Dispatches(f, fn) })
	if len(calls) == 0 {
		return StopsByName(fn.Name())
	}
	return !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		return i >= len(call.Args) || !ck.limits(call.Args[i], depth)
	})
}

// limits reports whether the context e, which a call is given, has a time limit
// and is alive.
func (ck *Clock) limits(e ast.Expr, depth int) bool {
	for range 6 {
		m := ck.At(e)
		if m.Ended && !m.Watched {
			return false
		}
		if m.Given != nil {
			return ck.isDeadline(ck.src.EnclosingFunc(e.Pos()), m.Given, depth+1)
		}
		switch ck.Derivation(m.Made) {
		case "":
			return false
		case "timeout", "deadline":
			return !ck.At(m.Made.Args[0]).Ended
		}
		e = m.Made.Args[0]
	}
	return false
}

// StopsByName reports whether a function of this name stops something.
func StopsByName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc([]string{"stop", "shutdown", "close", "drain", "halt", "onstop", "gracefulstop"}, func(w string) bool {
		return strings.HasPrefix(name, w)
	})
}

// Runs reports whether the context e is what the function around it was given, and
// has a time limit that runs from before that was called: all calls give it one, and
// it is there for nothing but to limit drains.
func (ck *Clock) Runs(e ast.Expr) bool {
	m := ck.At(e)
	if m.Given == nil || !ck.drains(m.Given) {
		return false
	}
	limit, known := ck.TimeLimit(e, 0)
	if !known || limit == 0 {
		return false
	}
	fn := ck.src.EnclosingFunc(e.Pos())
	i := source.ParamIndex(fn, m.Given)
	calls, all := ck.src.Calls(fn)
	return all && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		v, ok := ck.src.Object(call.Args[i]).(*types.Var)
		return !ok || !ck.drains(v)
	})
}

// Unlimited reports whether e is a context that has no time limit and that nothing ends.
func (ck *Clock) Unlimited(e ast.Expr) bool {
	for e != nil {
		m := ck.At(e)
		switch ck.src.CalleeName(m.Made) {
		case "context.Background", "context.TODO", "context.WithoutCancel":
			return true
		case "context.WithValue":
			if len(m.Made.Args) == 0 {
				return false
			}
			e = m.Made.Args[0]
		default:
			return false
		}
	}
	return false
}
