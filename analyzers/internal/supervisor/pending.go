package supervisor

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about services that a package puts behind an interface or a hook without
// seeing how the program ends: what comes of it is for those to find out who lead to the
// calls, and at last for main.
// Have: package app: func Run(ctx context.Context) error { return runner.Run(ctx, api.New()) }

// Deed is what the call of a service does to a server.
type Deed struct {
	Drained   bool // it drains it, and returns when that is done
	Undrained bool // it returns as soon as the server is told to stop
	Leaves    bool // it leaves the drain to a goroutine
	Requests  bool // it has requests run in the context that it is given
	Hands     bool // it drains with the time limit of that context, and with no other
}

// Pending is a service of which main decides whether it can do its work.
type Pending struct {
	On   string // where it is put behind something, file:line
	Name string // what is called, as people write it
	Deed
	Use
}

// put finds out what u, the use of what is put behind something at on, means for what d says
// that it does: harm that can be seen here is noted, and reported; else it is left to others.
func (su *Supervision) put(on ast.Expr, name string, d Deed, u Use) (harmful bool) {
	calls := around(on, su.callsUnder(u))
	u = su.lift(u, calls)
	harm, by := su.judge(d, u, calls)
	switch {
	case harm != Timed:
		su.given = append(su.given, Given{On: on, Name: name, Use: u, Harm: harm, By: by})
	case u.Under != "":
		su.pending = append(su.pending, Pending{su.src.At(on.Pos()), name, d, u})
	}
	return harm != Timed
}

// settlePending finds out what pending services of other packages mean for main, or for those
// who lead to this one.
func (su *Supervision) settlePending(pending []Pending) {
	su.handed = pending
	for _, p := range pending {
		calls := su.callsUnder(p.Use)
		if p.Use = su.lift(p.Use, calls); len(calls) == 0 || !su.src.Main {
			su.pending = append(su.pending, p)
			continue
		}
		if harm, by := su.judge(p.Deed, p.Use, calls); harm != Timed {
			su.given = append(su.given, Given{On: calls[0], Name: p.Name, Use: p.Use, Harm: harm, By: by})
		}
	}
}

// Pending returns the services of which those decide who import this package.
func (su *Supervision) Pending() []Pending { return su.pending }

// SortedPending returns pending in a fixed order, each once.
func SortedPending(pending []Pending) []Pending {
	slices.SortFunc(pending, func(a, b Pending) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Method, b.Method), cmp.Compare(a.Under, b.Under))
	})
	return slices.Compact(pending)
}

// judge returns what is wrong with a use of what does d, to which calls lead, and the call
// that ends the process, if it is that; or Timed if nothing is, as far as can be seen here.
func (su *Supervision) judge(d Deed, u Use, calls []*ast.CallExpr) (harm Harm, by *ast.CallExpr) {
	switch {
	case d.Leaves && (u.Left || u.Last) && su.endsAfter(u, calls):
		return Begun, nil
	case d.Drained && (u.Left || su.left(calls)) && su.endsAfter(u, calls):
		return Abandoned, nil
	case d.Undrained && u.Last && su.endsAfter(u, calls):
		return Soon, nil
	case d.Requests && (u.Cut || slices.ContainsFunc(su.contextsFor(u, calls), su.endsAtSignal)):
		return Cancelled, nil
	case d.Drained:
		if by = su.exitOf(u, calls); by != nil {
			return Exited, by
		}
	}
	return Timed, nil
}

// lift returns u as those see it who call the function of this package that leads to calls,
// of the one under which u is: Under is that, if there is one.
func (su *Supervision) lift(u Use, calls []*ast.CallExpr) Use {
	if su.src.Main || len(calls) == 0 {
		return u
	}
	call := calls[0]
	fn := su.exported(call)
	if len(calls) > 1 || fn == nil || fn.FullName() == u.Under {
		u.Under, u.Until = "", 0
		return u
	}
	if u.Until > 0 && u.Until <= len(call.Args) {
		ctx := call.Args[u.Until-1]
		until, group := su.waits.EndsLike(ctx)
		u.Until, u.Fails = 1+source.ParamIndex(fn, until), u.Fails || group
		u.Cut, u.Endless = u.Cut || su.endsAtSignal(ctx), cmp.Or(u.Endless, su.waits.Never(ctx))
	}
	nothing := await.Prompt{Is: func(c *ast.CallExpr) bool { return c == call }}
	u.Under = fn.FullName()
	ends := su.waits.WaitedAfter(fn, call, nothing) == await.Abandoned
	u.Left = ends && (u.Left || su.waits.WaitedIn(fn, call, await.Prompt{}) == await.Abandoned)
	u.Last = ends && u.Last
	return u
}

// around returns those of calls that on stands in, or all if it stands in none.
func around(on ast.Expr, calls []*ast.CallExpr) []*ast.CallExpr {
	for _, call := range calls {
		if call.Pos() <= on.Pos() && on.End() <= call.End() {
			return []*ast.CallExpr{call}
		}
	}
	return calls
}

// callsUnder returns the calls in this package of the function under which u is, of another
// one; none if anything else is done with it.
func (su *Supervision) callsUnder(u Use) (calls []*ast.CallExpr) {
	if u.Under == "" {
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
