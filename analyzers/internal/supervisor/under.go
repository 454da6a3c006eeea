package supervisor

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about the function that runs all services, and who waits for what then.
// Have: func (a *App) Run(ctx context.Context) error { … g.Go(func() error { return s.Run(ctx) }); return g.Wait() }

// starts reports whether what is called by name starts something, and does not stop it.
func starts(name string) bool {
	return slices.ContainsFunc([]string{"Start", "Run", "Serve"}, func(verb string) bool { return strings.HasSuffix(name, verb) })
}

// under notes in u the exported function that leads to call, or that main does, and how
// that waits for it.
func (su *Supervision) under(u *Use, call *ast.CallExpr) {
	of := await.Prompt{Is: func(c *ast.CallExpr) bool { return c == call }}
	if len(call.Args) == 1 {
		of.Over = func(e ast.Expr) bool { return su.waits.OverWith(e, call.Args[0]) }
	}
	if su.src.Main {
		u.Here = true
		u.Left = su.waits.Waited(call, of) == await.Abandoned
		u.Last = !u.Left && su.waits.WaitedAfter(nil, call, of) == await.Abandoned
		su.noteEndless(u.Method, call)
		return
	}
	fn := su.exported(call)
	if fn == nil {
		return
	}
	u.Under = fn.FullName()
	if len(call.Args) == 1 {
		u.Until = 1 + source.ParamIndex(fn, su.waits.EndsLike(call.Args[0]))
	}
	u.Left = su.waits.WaitedIn(fn, call, of) == await.Abandoned
	u.Last = !u.Left && su.waits.WaitedAfter(fn, call, of) == await.Abandoned
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
		if u.Until == 0 || u.Until > len(call.Args) {
			return ""
		}
		if why = su.waits.Never(call.Args[u.Until-1]); why == "" {
			return ""
		}
	}
	return why
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
