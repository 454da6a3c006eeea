package server

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// LeftBehind reports whether main ends without waiting for the goroutine in which
// the function that starts l's server also drains it.
func (sv *Servers) LeftBehind(l *Running) bool {
	if l.Call == nil || l.Node != l.Call || !l.Serves {
		return false
	}
	if l.Early() && sv.EndsWhenStopped(l) == "drained" {
		return sv.leaves(nil, l)
	}
	byContext := l.Life.BuiltIn && !l.Inherited && slices.ContainsFunc(l.Call.Args, func(a ast.Expr) bool {
		return source.Named(sv.src.Info.TypeOf(a)) == "context.Context"
	})
	return (byContext || sv.drainsThere(l)) && !sv.ends.Lets(l.Call) && sv.waits.Waited(l.Call, sv.contextual(l)) == await.Abandoned
}

// drainsThere reports whether the function of another package that starts l's server
// also drains it before it returns, and tells nobody else.
func (sv *Servers) drainsThere(l *Running) bool {
	return l.Inherited && l.Of != nil && l.Of.Drained && !l.Of.Tells
}

// contextual is startsOf for a server that is stopped when its context ends, before
// the call which starts it returns.
func (sv *Servers) contextual(l *Running) await.Prompt {
	of := sv.startsOf(l)
	starts := of.Is
	of.Is = func(call *ast.CallExpr) bool { return call != l.Call && starts(call) }
	told := slices.ContainsFunc(l.Call.Args, sv.asked.TellsOf)
	until := l.Ends()
	if told || until != nil {
		of.Over = func(e ast.Expr) bool {
			return told && sv.asked.Awaits(e) || until != nil && sv.waits.OverWith(e, until)
		}
	}
	return of
}

// Unfinished returns a graceful stop of l's server, whose start returns only when it
// is drained, if main ends without waiting for either: both run in goroutines.
func (sv *Servers) Unfinished(l *Running) *Stop {
	stops := sv.StopsElsewhere(l)
	if l.Call == nil || l.Node != l.Call || sv.EndsWhenStopped(l) != "drained" || !sv.Abandoned(l, stops) {
		return nil
	}
	of := sv.stoppedFrom(l, stops)
	if sv.waits.Waited(l.Call, of) != await.Abandoned {
		return nil
	}
	return stops[0]
}

// Stranded reports whether the error of starting l's server is only logged, and what
// comes next waits for its drain, which only a signal begins.
func (sv *Servers) Stranded(l *Running) bool {
	call, ok := l.Node.(*ast.CallExpr)
	if !ok || !l.Serves {
		return false
	}
	var stops []ast.Node
	for _, s := range sv.StopsElsewhere(l) {
		stops = append(stops, s.node)
	}
	return sv.waits.Stranded(call, stops, sv.asked.Awaits)
}

// Holds reports whether a call of fn starts l's server itself, in the flow of fn,
// and so returns only when that has been stopped.
func (sv *Servers) Holds(fn *types.Func, l *Running) bool {
	return sv.EndsWhenStopped(l) != "" && sv.ends.Holds(fn, &l.Start)
}

// StoppedBeside reports whether a graceful stop of l's server runs beside its start, here or
// in another package that starts it.
func (sv *Servers) StoppedBeside(l *Running) bool {
	if l.Of != nil && l.Of.Node == nil {
		return l.Of.Beside
	}
	return slices.ContainsFunc(sv.StopsElsewhere(l), func(s *Stop) bool { return !s.unreached && !sv.offered(s) })
}

// Drained reports whether fn, or main if that is nil, waits for the drain of l's
// server before it returns.
func (sv *Servers) Drained(fn *types.Func, l *Running) bool {
	return !slices.ContainsFunc(sv.stopsHere(l), func(s *Stop) bool {
		return !s.alias && sv.waits.WaitedIn(fn, s.node, sv.startsOf(l)) != await.WaitedFor
	})
}

// DrainsItself reports whether main, once l has returned, waits until none of the
// requests or connections is open that the program counts.
func (sv *Servers) DrainsItself(l *Running) bool {
	counted, of := false, sv.startsOf(l)
	of.Counted = func() { counted = true }
	if l.Call != nil {
		sv.waits.WaitedAfter(nil, l.Call, of)
	}
	return counted
}

// atSignal reports whether s comes when the program has heard that it is to stop.
func (sv *Servers) atSignal(s *Stop) bool { return sv.waits.After(s.node, sv.asked.Awaits) }

// offered reports whether s is there for importers alone: the flow of an exported
// function that nobody in this package calls.
func (sv *Servers) offered(s *Stop) bool {
	fn := sv.src.EnclosingFunc(s.Pos())
	d, inFlow := sv.waits.Frame(s.node).(*ast.FuncDecl)
	return inFlow && fn != nil && fn.Exported() && !sv.atSignal(s) && len(sv.waits.CallsOf(d)) == 0 && !sv.named(fn)
}

// WaitsForItself returns a graceful stop of l's server that one of its own
// handlers calls, and that waits for it to return, or nil. handles reports
// whether a function or literal is such a handler.
func (sv *Servers) WaitsForItself(l *Running, handles func(*types.Func, *ast.FuncLit) bool) *Stop {
	stops := sv.StopsOf(l)
	i := slices.IndexFunc(stops, func(s *Stop) bool { return s.Call != nil && sv.waits.RunsIn(s.Call, handles, 0) })
	if i < 0 {
		return nil
	}
	return stops[i]
}
