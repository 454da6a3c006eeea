package linger

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// LeftBehind reports whether main ends without waiting for the goroutine in which
// the function that starts l's server also drains it.
func (w *Linger) LeftBehind(l *server.Running) bool {
	if l.Call == nil || l.Node != l.Call || !l.Serves {
		return false
	}
	if l.Early() && w.servers.EndsWhenStopped(l) == "drained" {
		return w.leaves(nil, l)
	}
	byContext := l.Life.BuiltIn && !l.Inherited && slices.ContainsFunc(l.Call.Args, func(a ast.Expr) bool {
		return source.Named(w.src.Info.TypeOf(a)) == "context.Context"
	})
	if !byContext && !w.drainsThere(l) || w.ends.Lets(l.Call) {
		return false
	}
	if l.Of == nil || len(l.Of.DrainTo) == 0 {
		return w.waits.Waited(l.Call, w.contextual(l)) == await.Abandoned
	}
	var through []ast.Expr
	for _, i := range l.Of.DrainTo {
		if i < len(l.Call.Args) {
			through = append(through, l.Call.Args[i])
		}
	}
	return w.waits.WaitedTelling(l.Call, through, w.contextual(l)) == await.Abandoned
}

// drainsThere reports whether the function of another package that starts l's server
// also drains it before it returns, and tells nobody else but through what it is given.
func (w *Linger) drainsThere(l *server.Running) bool {
	return l.Inherited && l.Of != nil && l.Of.Drained && !l.Of.DrainTold
}

// HeardOf tells who may hear of it when fn, which starts l's server and drains it, has done
// so: others of the package, and those who give fn the given parameters.
func (w *Linger) HeardOf(fn *types.Func, l *server.Running) (others bool, through []int) {
	if fn == nil {
		return true, nil
	}
	body := w.src.Decl(fn).Body
	for _, s := range w.servers.StopsHere(l) {
		said := w.waits.SaidAfter(fn, s.Node())
		others = others || said.Open()
		for o := range said.Held {
			v, ok := o.(*types.Var)
			if i := source.ParamIndex(fn, v); ok && i >= 0 {
				source.AddOnce(&through, i)
			} else if inside := body.Pos() <= o.Pos() && o.Pos() < body.End(); !inside && (!ok || w.waits.IsHeard(v)) {
				others = true
			}
		}
	}
	slices.Sort(through)
	return others, through
}

// contextual is startsOf for a server that is stopped when its context ends, before
// the call which starts it returns.
func (w *Linger) contextual(l *server.Running) await.Prompt {
	of := w.startsOf(l)
	starts := of.Is
	of.Is = func(call *ast.CallExpr) bool { return call != l.Call && starts(call) }
	told := slices.ContainsFunc(l.Call.Args, w.asked.TellsOf)
	until := l.Ends()
	if told || until != nil {
		of.Over = func(e ast.Expr) bool {
			return told && w.asked.Awaits(e) || until != nil && w.waits.OverWith(e, until)
		}
	}
	return of
}

// Unfinished returns a graceful stop of l's server, whose start returns only when it
// is drained, if main ends without waiting for either: both run in goroutines.
func (w *Linger) Unfinished(l *server.Running) *server.Stop {
	stops := w.servers.StopsElsewhere(l)
	if l.Call == nil || l.Node != l.Call || w.servers.EndsWhenStopped(l) != "drained" || !w.Abandoned(l, stops) {
		return nil
	}
	of := w.stoppedFrom(l, stops)
	if w.waits.Waited(l.Call, of) != await.Abandoned {
		return nil
	}
	return stops[0]
}

// Stranded reports whether the error of starting l's server is only logged, and what
// comes next waits for its drain, which only a signal begins.
func (w *Linger) Stranded(l *server.Running) bool {
	call, ok := l.Node.(*ast.CallExpr)
	if !ok || !l.Serves {
		return false
	}
	var stops []ast.Node
	for _, s := range w.servers.StopsElsewhere(l) {
		stops = append(stops, s.Node())
	}
	return w.waits.Stranded(call, stops, w.asked.Awaits)
}

// Holds reports whether a call of fn starts l's server itself, in the flow of fn,
// and so returns only when that has been stopped.
func (w *Linger) Holds(fn *types.Func, l *server.Running) bool {
	return w.servers.EndsWhenStopped(l) != "" && w.ends.Holds(fn, &l.Start)
}

// StoppedBeside reports whether a graceful stop of l's server runs beside its start, here or
// in another package that starts it; and not in the flow of fn, if that is not nil, which
// returns behind it then.
func (w *Linger) StoppedBeside(fn *types.Func, l *server.Running) bool {
	if l.Of != nil && l.Of.Node == nil {
		return l.Of.Beside
	}
	return slices.ContainsFunc(w.servers.StopsElsewhere(l), func(s *server.Stop) bool {
		return !s.Unreached && !w.offered(s) && (fn == nil || !w.inFlow(fn, s.Node()))
	})
}

// inFlow reports whether fn reaches n in its own flow, or in that of what it calls there.
func (w *Linger) inFlow(fn *types.Func, n ast.Node) bool {
	for range 4 {
		frame := w.waits.Frame(n)
		if frame == ast.Node(w.src.Decl(fn)) {
			return true
		}
		call := called.Only(w.src, frame)
		if call == nil || w.src.Goes(call) {
			return false
		}
		n = call
	}
	return false
}

// Drained reports whether fn, or main if that is nil, waits for the drain of l's
// server before it returns.
func (w *Linger) Drained(fn *types.Func, l *server.Running) bool {
	return !slices.ContainsFunc(w.servers.StopsHere(l), func(s *server.Stop) bool {
		return !s.Alias && w.waits.WaitedIn(fn, s.Node(), w.startsOf(l)) != await.WaitedFor
	})
}

// DrainsItself reports whether main, once l has returned, waits until none of the
// requests or connections is open that the program counts.
func (w *Linger) DrainsItself(l *server.Running) bool {
	counted, of := false, w.startsOf(l)
	of.Counted = func() { counted = true }
	if l.Call != nil {
		w.waits.WaitedAfter(nil, l.Call, of)
	}
	return counted
}

// atSignal reports whether s comes when the program has heard that it is to stop.
func (w *Linger) atSignal(s *server.Stop) bool { return w.asked.AtSignal(s.Node()) }

// offered reports whether s is there for importers alone: the flow of an exported
// function that nobody in this package calls.
func (w *Linger) offered(s *server.Stop) bool {
	fn := w.src.EnclosingFunc(s.Pos())
	d, inFlow := w.waits.Frame(s.Node()).(*ast.FuncDecl)
	return inFlow && fn != nil && fn.Exported() && !w.atSignal(s) && len(w.waits.CallsOf(d)) == 0 && !w.named(fn)
}

// WaitsForItself returns a graceful stop of l's server that one of its own
// handlers calls, and that waits for it to return, or nil. handles reports
// whether a function or literal is such a handler.
func (w *Linger) WaitsForItself(l *server.Running, handles func(*types.Func, *ast.FuncLit) bool) *server.Stop {
	stops := w.servers.StopsOf(l)
	i := slices.IndexFunc(stops, func(s *server.Stop) bool { return s.Call != nil && w.waits.RunsIn(s.Call, handles, 0) })
	if i < 0 {
		return nil
	}
	return stops[i]
}

// CutAt returns where another package calls, at the signal, the function that is handed to it
// and in which s stands, file:line, when the process ends there without waiting for that; else
// "".
func (w *Linger) CutAt(s *server.Stop) string {
	if s.Node() == nil {
		return ""
	}
	if aside := w.waits.Registered(s.Node()); aside != nil && aside.AtSignal {
		return aside.Cut
	}
	return ""
}
