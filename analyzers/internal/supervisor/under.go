package supervisor

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/await"
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
	return ok && slices.ContainsFunc(slices.Collect(i.Methods()), func(m *types.Func) bool { return starts(m.Name()) && await.IsTask(m.Signature()) })
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
	d := su.drained.DeedsOf(fn)
	if !d.Drained && !d.Leaves || !su.promptAt(e, fn, listeners) {
		return
	}
	switch begins := d.Leaves && (u.Left || u.Last); {
	case begins && su.endsAfter(u):
		su.given = append(su.given, Given{On: e, Name: source.ShortName(fn), Use: u, Leaves: true, Begins: true})
	case u.Left && su.endsAfter(u) || su.left(u):
		u.Left = true
		su.given = append(su.given, Given{On: e, Name: source.ShortName(fn), Use: u, Leaves: true})
	}
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

// left reports whether main ends without waiting for the function that runs the services of
// u, which it has called in a goroutine.
func (su *Supervision) left(u Use) bool {
	calls := su.runs(u)
	return len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		return su.waits.Waited(call, await.Prompt{}) != await.Abandoned
	})
}

// noteEndless notes whether the context that main gives to a method never ends, as in all
// other calls of it.
func (su *Supervision) noteEndless(method string, call *ast.CallExpr) {
	why := ""
	if len(call.Args) == 1 {
		why = su.waits.Never(call.Args[0])
	}
	if before, noted := su.endless[method]; noted && before != why {
		why = ""
	}
	su.endless[method] = why
}

// exported returns the exported function that n stands in, or that alone leads to that
// which it stands in; or nil.
func (su *Supervision) exported(n ast.Node) *types.Func {
	for range 4 {
		fn := su.src.EnclosingFunc(n.Pos())
		if fn == nil || fn.Exported() {
			return fn
		}
		call := su.src.OnlyCall(n)
		if call == nil {
			return nil
		}
		n = call
	}
	return nil
}

// runs returns the calls of the function under which u is, in main; none if main does
// anything else with it.
func (su *Supervision) runs(u Use) (calls []*ast.CallExpr) {
	if !su.src.Main || u.Under == "" {
		return nil
	}
	for _, cur := range su.src.Mentions(func(obj types.Object) bool {
		fn, ok := obj.(*types.Func)
		return ok && fn.Pkg() != su.src.Pkg && fn.Origin().FullName() == u.Under
	}) {
		use, isCall := source.UseOf(cur)
		if !isCall {
			return nil
		}
		calls = append(calls, use.Node().(*ast.CallExpr))
	}
	return calls
}

// endsAfter reports whether main ends once what runs the services of u has returned.
func (su *Supervision) endsAfter(u Use) bool {
	if u.Here {
		return true // as was found out there
	}
	calls := su.runs(u)
	for _, call := range calls {
		nothing := await.Prompt{Is: func(c *ast.CallExpr) bool { return c == call }}
		if su.waits.WaitedAfter(nil, call, nothing) != await.Abandoned {
			return false
		}
	}
	return len(calls) > 0
}

// never tells why the context never ends that services of u are given, or returns "".
func (su *Supervision) never(u Use) (why string) {
	if u.Here {
		return su.endless[u.Method]
	}
	for _, call := range su.runs(u) {
		if u.Until == 0 || u.Until > len(call.Args) || u.Fails && (su.heeded || su.heeds()) {
			return ""
		}
		if why = su.waits.Never(call.Args[u.Until-1]); why == "" {
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
	leaves := u.Left && l.Of.Drained || u.Last && l.Undrained
	if leaves && !l.Auxiliary() && su.endsAfter(u) {
		su.given = append(su.given, Given{On: l.Node.(ast.Expr), Name: name, Use: u, Leaves: true})
	}
}
