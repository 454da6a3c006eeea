package supervisor

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about the function that runs all services, and who waits for what then.
// Have: func (a *App) Run(ctx context.Context) error { … g.Go(func() error { return s.Run(ctx) }); return g.Wait() }

// starts reports whether what is called by name starts something, and does not stop it.
func starts(name string) bool {
	return slices.ContainsFunc([]string{"Start", "Run", "Serve"}, func(verb string) bool { return strings.HasSuffix(name, verb) })
}

// under notes in u the exported function that leads to call, or that main does, and how
// that waits for it; of tells what else returns then.
func (su *Supervision) under(u *Use, call *ast.CallExpr, of await.Prompt) {
	if of.Is == nil {
		of.Is = func(c *ast.CallExpr) bool { return c == call }
	}
	if of.Over == nil && len(call.Args) == 1 {
		of.Over = func(e ast.Expr) bool { return su.waits.OverWith(e, call.Args[0]) }
	}
	if su.src.Main {
		u.Here = true
		u.Left = su.waits.Waited(call, of) == await.Abandoned
		u.Last = !u.Left && su.waits.WaitedAfter(nil, call, of) == await.Abandoned
		return
	}
	fn := su.exported(call)
	if fn == nil {
		return
	}
	u.Under = fn.FullName()
	if len(call.Args) == 1 {
		until, group := su.waits.EndsLike(call.Args[0])
		u.Until, u.Fails = 1+source.ParamIndex(fn, until), group
	}
	u.Left = su.waits.WaitedIn(fn, call, of) == await.Abandoned
	u.Last = !u.Left && su.waits.WaitedAfter(fn, call, of) == await.Abandoned
}

// startable reports whether fn is a method of an interface by which what has it can be
// started, too.
func startable(fn *types.Func) bool {
	if fn == nil || fn.Signature().Recv() == nil {
		return false
	}
	i, ok := source.RecvType(fn).Underlying().(*types.Interface)
	return ok && slices.ContainsFunc(slices.Collect(i.Methods()), func(m *types.Func) bool { return starts(m.Name()) && ending.IsTask(m.Signature()) })
}

// stopping returns what tells of a call that stops services that those which start them
// return then.
func (su *Supervision) stopping(call *ast.CallExpr) (of await.Prompt) {
	su.lingers.BeginsAtSignal([]*server.Stop{server.StopBy(call, nil)}, &of)
	of.Is = func(c *ast.CallExpr) bool {
		fn := su.src.Callee(c)
		return c == call || fn != nil && starts(fn.Name()) && su.isUsed(fn)
	}
	return of
}

// endsBeforeStop reports whether the context that call gives what it starts, a service of
// which no more than an interface is known, ends before such a service is stopped.
// Have: g.Go(func() error { return s.Start(ctx) }); <-ctx.Done(); s.Stop(limit)
func (su *Supervision) endsBeforeStop(call *ast.CallExpr) bool {
	start := su.src.Callee(call)
	if len(call.Args) != 1 || start == nil || start.Signature().Recv() == nil {
		return false
	}
	return slices.ContainsFunc(su.Tasks(), func(t Task) bool {
		stop := su.src.Callee(t.Call)
		return stop != nil && stop.Signature().Recv() != nil && source.RecvType(stop) == source.RecvType(start) &&
			su.waits.After(t.Call, func(began ast.Expr) bool { return su.waits.OverWith(began, call.Args[0]) })
	})
}

// settleStop finds out what u, the use of a method that is put behind an interface at e,
// means for the drain of fn, which is what stands there: nobody may wait for it.
func (su *Supervision) settleStop(e ast.Expr, fn *types.Func, u Use, listeners []*listener.Listener) {
	d := su.deedsOf(e, fn, listeners)
	if !d.Drained && !d.Left.Begun || !su.promptAt(e, fn, listeners) {
		return
	}
	su.put(e, source.ShortName(fn), Deed{Drained: d.Drained, Leaves: d.Left.Begun, Hands: len(d.Drains) > 0 && !d.Limited}, u)
}

// promptAt reports whether what is put behind an interface at e starts servers, and returns
// from that as soon as stop, a method of it, tells them to stop.
func (su *Supervision) promptAt(e ast.Expr, stop *types.Func, listeners []*listener.Listener) bool {
	prompt := false
	for _, l := range listeners {
		if l.Node != e || !l.Serves || l.Of == nil {
			continue
		}
		if l.Auxiliary() || su.servers.EndsWhenStopped(&l.Running) == "drained" || !slices.Contains(l.Of.Stoppers, stop.FullName()) {
			return false
		}
		prompt = true
	}
	return prompt
}

// left reports whether main ends without waiting for calls, of what runs services, which it
// makes in goroutines.
func (su *Supervision) left(calls []*ast.CallExpr) bool {
	return su.src.Main && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		return su.waits.Waited(call, await.Prompt{}) != await.Abandoned
	})
}

// exported returns the exported function that n stands in, or to which alone all calls lead
// of that which it stands in; or nil.
func (su *Supervision) exported(n ast.Node) *types.Func { return su.exportedAround(n, 0) }

func (su *Supervision) exportedAround(n ast.Node, depth int) *types.Func {
	fn := su.src.EnclosingFunc(n.Pos())
	if fn == nil || fn.Exported() {
		return fn
	}
	calls, all := su.src.Calls(fn)
	if !all || len(calls) == 0 || depth > 3 {
		return nil
	}
	first := su.exportedAround(calls[0], depth+1)
	if slices.ContainsFunc(calls[1:], func(call *ast.CallExpr) bool { return su.exportedAround(call, depth+1) != first }) {
		return nil
	}
	return first
}

// endsAfter reports whether main ends once calls, of what runs the services of u, have
// returned.
func (su *Supervision) endsAfter(u Use, calls []*ast.CallExpr) bool {
	if u.Here || !su.src.Main {
		return u.Here // as was found out there
	}
	for _, call := range calls {
		nothing := await.Prompt{Is: func(c *ast.CallExpr) bool { return c == call }}
		if su.waits.WaitedAfter(nil, call, nothing) != await.Abandoned {
			return false
		}
	}
	return len(calls) > 0
}

// endsAtSignal reports whether e, a context, ends when the program is told to stop.
func (su *Supervision) endsAtSignal(e ast.Expr) bool {
	return su.waits.Line(e).First(su.asked.EndsAtOnce) != nil
}

// contextsFor returns what main gives in calls, of the function under which u is, for the
// context of which that makes the one of the services; none if that is not known.
func (su *Supervision) contextsFor(u Use, calls []*ast.CallExpr) (out []ast.Expr) {
	for _, call := range calls {
		if !su.src.Main || u.Until == 0 || u.Until > len(call.Args) {
			return nil
		}
		out = append(out, call.Args[u.Until-1])
	}
	return out
}

// exitOf returns the call by which another goroutine of main ends the process at the signal
// at which the context of the services of u ends, or nil.
func (su *Supervision) exitOf(u Use, calls []*ast.CallExpr) *ast.CallExpr {
	if !slices.ContainsFunc(su.contextsFor(u, calls), su.asked.TellsOf) {
		return nil
	}
	for _, exit := range su.asked.Exits() {
		if !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return su.src.Function(call) == su.src.Function(exit.Call) }) {
			return exit.Call
		}
	}
	return nil
}

// never tells why the context never ends that services of u are given, or returns "".
func (su *Supervision) never(u Use) (why string) {
	if u.Endless != "" || u.Here {
		return u.Endless
	}
	if u.Fails && (su.heeded || su.heeds()) {
		return ""
	}
	for _, ctx := range su.contextsFor(u, su.callsUnder(u)) {
		if why = su.waits.Never(ctx); why == "" {
			return ""
		}
	}
	return why
}

// heeds reports whether a method of this package asks to hear of signals: a service that
// ends the others by failing then.
// Have: func (s *signals) Start(ctx context.Context) error { …; return fmt.Errorf("signal %v", <-c) }
func (su *Supervision) heeds() bool {
	return slices.ContainsFunc(su.src.CallsTo(func(fn *types.Func) bool { return fn.Pkg() != nil && fn.Pkg().Path() == "os/signal" }), func(call *ast.CallExpr) bool {
		fn := su.src.EnclosingFunc(call.Pos())
		return fn != nil && fn.Signature().Recv() != nil
	})
}

// settleRun finds out what u, the use of the method that makes l, means for that.
func (su *Supervision) settleRun(l *listener.Listener, u Use, name string) {
	if l.Of.Until > 0 {
		if why := su.never(u); why != "" {
			su.servers.LeaveIdle(&l.Running, why)
			return
		}
	}
	if !l.Auxiliary() {
		su.put(l.Node.(ast.Expr), name, Deed{Drained: l.Of.Drained, Undrained: l.Undrained}, u)
	}
}
