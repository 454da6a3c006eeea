package program

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
	"time"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about packages that call the methods of an interface without a type
// behind it in sight: a supervisor of all that can be started and stopped. What its
// calls have in common is told to whoever puts a type there.

// Use is what all calls of a method of an interface, or of a hook, have in common.
type Use struct {
	Method  string        // its full name, or that of a field that holds a function
	At      string        // the first of them, file:line
	Ended   bool          // the context that it is given has ended
	Limit   time.Duration // that context lives so long at least, when that is known
	Unheard heard.Unheard // what becomes of the error that it returns
}

// and returns what u and o, of one method, have in common.
func (u Use) and(o Use) Use {
	u.At = min(u.At, o.At)
	u.Ended = u.Ended && o.Ended
	u.Limit = min(u.Limit, o.Limit)
	if u.Unheard != o.Unheard {
		u.Unheard = heard.Heard
	}
	return u
}

// sortedUses returns uses by their methods, one of each.
func sortedUses(uses []Use) (out []Use) {
	slices.SortFunc(uses, func(a, b Use) int { return cmp.Or(cmp.Compare(a.Method, b.Method), cmp.Compare(a.At, b.At)) })
	for _, u := range uses {
		if last := len(out) - 1; last >= 0 && out[last].Method == u.Method {
			out[last] = out[last].and(u)
			continue
		}
		out = append(out, u)
	}
	return out
}

// uses returns what this package does with methods of interfaces of the modules worked
// on that start or stop something, by their names and types.
func (p *Program) uses() (uses []Use) {
	for _, cur := range p.Mentions(p.isUsed) {
		fn := p.Info.Uses[cur.Node().(*ast.Ident)].(*types.Func).Origin()
		use, isCall := source.UseOf(cur)
		call, _ := use.Node().(*ast.CallExpr)
		if !isCall || p.Callee(call) != fn {
			call = nil
		}
		uses = append(uses, p.useAt(cur, fn.FullName(), call))
	}
	return append(uses, p.hookUses()...)
}

// useAt returns the use of what is called by name at cur: that of call, or nobody knows
// which if that is nil.
func (p *Program) useAt(cur inspector.Cursor, name string, call *ast.CallExpr) Use {
	u := Use{Method: name, At: p.At(cur.Node().Pos())}
	if call == nil {
		return u
	}
	u.Unheard = p.Hearing.Unheard(&ending.Start{Node: call, Call: call, Fn: p.EnclosingFunc(call.Pos())})
	if len(call.Args) == 1 {
		s := p.StopWith(call, call.Args[0])
		u.Ended = p.Ended(s)
		u.Limit, _ = p.DrainTime(s)
	}
	return u
}

// isUsed reports whether obj is a method of an interface that starts or stops
// something.
func (p *Program) isUsed(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && ending.StartsOrStops(fn.Name()) && fn.Pkg() != nil && fn.Signature().Recv() != nil &&
		types.IsInterface(source.RecvType(fn)) && p.Ours(fn.Pkg()) && plain(fn.Signature())
}

// plain reports whether a function is given a context or nothing, and returns an error
// or nothing.
func plain(sig *types.Signature) bool {
	given := sig.Params()
	return (given.Len() == 0 || given.Len() == 1 && source.Named(given.At(0).Type()) == "context.Context") &&
		source.NoneOrError(sig.Results())
}

// GivenStop is a stop that drains a server and that other packages call through an
// interface, where it is put behind that.
type GivenStop struct {
	On   ast.Expr // what is put there
	Name string   // the stop, as people write it
	Use
}

// GivenStops returns the stops that this package puts behind interfaces, in source order.
func (p *Program) GivenStops() []GivenStop { return p.given }

// settleUses finds out what the given uses mean for what this package puts behind
// interfaces.
func (p *Program) settleUses(uses []Use) {
	claims := slices.ContainsFunc(uses, func(u Use) bool { return u.Ended || u.Limit > 0 })
	behind := slices.ContainsFunc(p.Listeners, func(l *listener.Listener) bool { return l.Of != nil && l.Call != nil && l.Node != l.Call })
	if !claims && !behind || len(uses) == 0 {
		return
	}
	known := make(map[string]Use)
	for _, u := range uses {
		known[u.Method] = u
	}
	p.settleHooks(known)
	seen := make(map[string]bool)
	for cur, to := range p.ev.AsInterfaces() {
		e := cur.Node().(ast.Expr)
		b := p.putBehind(e, to.Underlying().(*types.Interface), known)
		for _, m := range b {
			u, used := known[m.of.FullName()]
			if !used || seen[u.Method+m.fn.FullName()] {
				continue
			}
			seen[u.Method+m.fn.FullName()] = true
			if d := p.DeedsOf(m.fn); len(d.Drains) > 0 {
				if d.Limited {
					u.Limit = 0
				}
				p.given = append(p.given, GivenStop{On: e, Name: source.ShortName(m.fn), Use: u})
			}
		}
		for _, l := range p.Listeners {
			if l.Node == e && l.Of != nil {
				p.settleBehind(l, b, known)
			}
		}
	}
}

// behind is a type with the methods that it has of an interface.
type behind []struct{ of, fn *types.Func }

// putBehind returns the methods that start and stop e, which is put behind the interface
// i, or nil when they are not known, or nobody uses them.
func (p *Program) putBehind(e ast.Expr, i *types.Interface, known map[string]Use) (b behind) {
	t := p.Info.TypeOf(e)
	if t == nil || types.IsInterface(t) {
		return nil
	}
	used := false
	for m := range i.Methods() {
		if !ending.StartsOrStops(m.Name()) {
			continue
		}
		if _, called := known[m.FullName()]; called {
			used = true
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, p.Pkg, m.Name())
		if fn, ok := obj.(*types.Func); ok {
			b = append(b, struct{ of, fn *types.Func }{m, fn.Origin()})
		}
	}
	if !used {
		return nil
	}
	return b
}

// settleBehind notes what the uses mean for l, a listener of a method of b.
func (p *Program) settleBehind(l *listener.Listener, b behind, known map[string]Use) {
	stoppable, stopped := false, false
	for _, m := range b {
		u, used := known[m.of.FullName()]
		if slices.Contains(l.Of.Stoppers, m.fn.FullName()) {
			stoppable, stopped = true, stopped || used
		}
		if sel, ok := ast.Unparen(l.Call.Fun).(*ast.SelectorExpr); ok && used && sel.Sel.Name == m.fn.Name() && l.Of.Fails {
			l.Of.Kept = keptBy[u.Unheard]
		}
	}
	if p.Main && stoppable && !stopped {
		p.LeaveUncalled(&l.Running)
	}
}

// keptBy is how a start is kept from everybody of whose error nobody hears.
var keptBy = map[heard.Unheard]ending.Kept{
	heard.Logged:   ending.KeptStuck,
	heard.Dropped:  ending.KeptDropped,
	heard.Inverted: ending.KeptInverted,
}
