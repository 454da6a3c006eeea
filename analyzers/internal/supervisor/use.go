package supervisor

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about packages that call the methods of an interface without a type
// behind it in sight: a supervisor of all that can be started and stopped. What its
// calls have in common is told to whoever puts a type there.

// Uses returns what this package does with methods of interfaces of the modules worked
// on that start or stop something, by their names and types.
func (su *Supervision) Uses() (uses []Use) {
	for _, cur := range su.src.Mentions(su.isUsed) {
		fn := su.src.Info.Uses[cur.Node().(*ast.Ident)].(*types.Func).Origin()
		use, isCall := source.UseOf(cur)
		call, _ := use.Node().(*ast.CallExpr)
		if !isCall || su.src.Callee(call) != fn {
			call = nil
		}
		if call != nil && su.passesOn(call, fn) {
			continue
		}
		of := su.declared(cur, fn)
		u := su.useAt(cur, of.FullName(), call)
		if of != fn {
			u.Own = fn.FullName()
		}
		uses = append(uses, u)
	}
	return slices.Concat(uses, su.hookUses(), su.taskUses(), su.libraryUses())
}

// passesOn reports whether call, of the method fn of an interface, is what the same method of
// a type of this package does, which stands behind that interface, too: it adds nothing to
// what others do with it.
// Have: func (n named) Run(ctx context.Context) error { return wrap(n.name, n.Service.Run(ctx)) }
func (su *Supervision) passesOn(call *ast.CallExpr, fn *types.Func) bool {
	by := su.src.EnclosingFunc(call.Pos())
	if by == nil || by.Name() != fn.Name() || by.Signature().Recv() == nil || !types.IsInterface(source.RecvType(fn)) || su.src.Goes(call) {
		return false
	}
	if !types.Implements(by.Signature().Recv().Type(), source.RecvType(fn).Underlying().(*types.Interface)) || su.waits.Frame(call) != ast.Node(su.src.Decl(by)) {
		return false
	}
	for i, a := range call.Args {
		given, _ := su.waits.EndsLike(a)
		if given == nil || source.ParamIndex(by, given) != i {
			return false
		}
	}
	return su.waits.UnheardOf(call) == heard.Heard
}

// declared returns the method of an interface that is called at cur, which may be known to
// be fn here, as the only one of this package: others put theirs behind it.
func (su *Supervision) declared(cur inspector.Cursor, fn *types.Func) *types.Func {
	sel, ok := cur.Parent().Node().(*ast.SelectorExpr)
	if !ok || types.IsInterface(source.RecvType(fn)) {
		return fn
	}
	obj, _, _ := types.LookupFieldOrMethod(su.src.Info.TypeOf(sel.X), true, su.src.Pkg, fn.Name())
	if m, ok := obj.(*types.Func); ok {
		return m.Origin()
	}
	return fn
}

// libraryUses returns what libraries that run services do for this package, which calls
// them: to run them is to run the services.
// Have: sup.Serve(ctx), of suture
func (su *Supervision) libraryUses() (uses []Use) {
	for _, call := range su.ev.CallsWith(catalog.Owner) {
		r := su.ev.Row(su.src.Callee(call), catalog.Owner)
		typ, method, runs := strings.Cut(r.Inner, ".")
		if !runs {
			continue
		}
		u := Use{Method: "(" + r.Package + "." + typ + ")." + method, At: su.src.At(call.Pos())}
		su.under(&u, call, await.Prompt{})
		if len(call.Args) == 1 {
			u.Endless = su.waits.Never(call.Args[0])
		}
		if r.Early != "" {
			u.Left, u.Last = u.Last, false
		}
		uses = append(uses, u)
	}
	return uses
}

// useAt returns the use of what is called by name at cur: that of call, or nobody knows
// which if that is nil.
func (su *Supervision) useAt(cur inspector.Cursor, name string, call *ast.CallExpr) Use {
	u := Use{Method: name, At: su.src.At(cur.Node().Pos())}
	if call == nil {
		use, _ := source.UseOf(cur)
		u.Unheard = su.waits.UnheardOf(use.Node())
		return u
	}
	u.Unheard = su.waits.UnheardOf(call)
	if len(call.Args) == 1 {
		s := server.StopBy(call, call.Args[0])
		u.Ended = su.drained.Ended(s)
		u.Limit, _ = su.drained.DrainTime(s)
	}
	switch {
	case starts(name):
		su.under(&u, call, await.Prompt{})
		if len(call.Args) == 1 {
			u.Cut = su.endsBeforeStop(call) || su.endsAtSignal(call.Args[0])
			u.Endless = su.waits.Never(call.Args[0])
		}
	case startable(su.src.Callee(call)) || su.isHook(su.src.Object(call.Fun)):
		su.under(&u, call, su.stopping(call))
	}
	u.Handled = su.inHandler(call)
	return u
}

// startsOrStops is [ending.StartsOrStops], also for what only servers of HTTP have.
func startsOrStops(name string) bool { return ending.StartsOrStops(name) || name == "ListenAndServe" }

// isUsed reports whether obj is a method of an interface that starts or stops
// something.
func (su *Supervision) isUsed(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && startsOrStops(fn.Name()) && fn.Pkg() != nil && fn.Signature().Recv() != nil &&
		types.IsInterface(source.RecvType(fn)) && su.src.Ours(fn.Pkg()) && ending.IsTask(fn.Signature())
}

// Settle finds out what uses, of this package and of those that it imports, mean for what
// it puts behind interfaces and hooks, and for its listeners, and for what imported packages
// have left pending. heeded reports whether another package of the modules worked on hears
// of SIGTERM.
func (su *Supervision) Settle(uses []Use, pending []Pending, listeners []*listener.Listener, heeded bool) {
	su.heeded = heeded
	su.settlePending(pending)
	claims := slices.ContainsFunc(uses, func(u Use) bool { return u.Ended || u.Limit > 0 || u.Handled || u.Left || u.Cut })
	behind := slices.ContainsFunc(listeners, func(l *listener.Listener) bool { return l.Of != nil && l.Call != nil && l.Node != l.Call })
	if !claims && !behind || len(uses) == 0 {
		return
	}
	known := make(map[string]Use)
	for _, u := range uses {
		known[u.Method] = u
	}
	su.settleAmong(known, listeners)
	su.settleFuncs(known)
	su.settleHandled(known, listeners)
	seen := make(map[string]bool)
	for cur, to := range su.ev.AsInterfaces() {
		e := cur.Node().(ast.Expr)
		b := su.putBehind(e, to.Underlying().(*types.Interface), known)
		for _, m := range b {
			u, used := known[m.of.FullName()]
			if !used || u.Own == m.fn.FullName() || seen[u.Method+m.fn.FullName()] {
				continue
			}
			seen[u.Method+m.fn.FullName()] = true
			d := su.deedsOf(e, m.fn, listeners)
			if len(d.Drains) > 0 {
				su.drains(e, source.ShortName(m.fn), u, d.Limited)
			}
			su.handles(e, m.fn, u, listeners)
			su.settleStop(e, m.fn, u, listeners)
			if slices.Contains(d.Requests, 0) {
				su.put(e, source.ShortName(m.fn), Deed{Requests: true}, u)
			}
		}
		for _, l := range listeners {
			if l.Node == e && l.Of != nil {
				su.settleBehind(l, b, known)
			}
		}
	}
}

// deedsOf returns what fn does, a method of e, which is put behind an interface: a method of
// a library that stops the server gracefully hands it its context, and waits.
func (su *Supervision) deedsOf(e ast.Expr, fn *types.Func, listeners []*listener.Listener) server.Deeds {
	if fn.Pkg() == nil || su.src.Ours(fn.Pkg()) {
		return su.drained.DeedsOf(fn)
	}
	stops := slices.ContainsFunc(listeners, func(l *listener.Listener) bool {
		return l.Node == e && l.Of != nil && slices.Contains(l.Of.Stoppers, fn.FullName())
	})
	if !stops || fn.Signature().Params().Len() != 1 {
		return server.Deeds{Drained: stops}
	}
	return server.Deeds{Drained: true, Drains: []int{0}}
}

// behind is a type with the methods that it has of an interface.
type behind []struct{ of, fn *types.Func }

// putBehind returns the methods that start and stop e, which is put behind the interface
// i, or nil when they are not known, or nobody uses them.
func (su *Supervision) putBehind(e ast.Expr, i *types.Interface, known map[string]Use) (b behind) {
	t := su.src.Info.TypeOf(e)
	if t == nil || types.IsInterface(t) {
		return nil
	}
	used := false
	for m := range i.Methods() {
		if !startsOrStops(m.Name()) {
			continue
		}
		if _, called := known[m.FullName()]; called {
			used = true
		}
		if fn := su.methodOf(e, m); fn != nil {
			b = append(b, struct{ of, fn *types.Func }{m, fn})
		}
	}
	if !used {
		return nil
	}
	return b
}

// methodOf returns the method of e by which it has m, a method of an interface, or nil.
func (su *Supervision) methodOf(e ast.Expr, m *types.Func) *types.Func {
	t := su.src.Info.TypeOf(e)
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, su.src.Pkg, m.Name())
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	return fn.Origin()
}

// settleBehind notes what the uses mean for l, a listener of a method of b.
func (su *Supervision) settleBehind(l *listener.Listener, b behind, known map[string]Use) {
	stoppable, stopped := false, false
	for _, m := range b {
		u, used := known[m.of.FullName()]
		if slices.Contains(l.Of.Stoppers, m.fn.FullName()) {
			stoppable, stopped = true, stopped || used
		}
		if sel, ok := ast.Unparen(l.Call.Fun).(*ast.SelectorExpr); !ok || !used || u.Own == m.fn.FullName() || sel.Sel.Name != m.fn.Name() {
			continue
		}
		if l.Of.Fails {
			l.Of.Kept = keptBy[u.Unheard]
		}
		su.settleRun(l, u, source.ShortName(m.fn))
	}
	if su.src.Main && stoppable && !stopped {
		su.servers.LeaveUncalled(&l.Running)
	}
}

// keptBy is how a start is kept from everybody of whose error nobody hears.
var keptBy = map[heard.Unheard]ending.Kept{
	heard.Logged:   ending.KeptStuck,
	heard.Dropped:  ending.KeptDropped,
	heard.Inverted: ending.KeptInverted,
	heard.Deaf:     ending.KeptDeaf,
}
