package program

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that begin a drain in a goroutine and return.

// leaves reports whether fn, or main if that is nil, ends while the drain goes on that
// begins at call and comes to the stop s, if that is not nil, and nobody hears of its end.
func (p *Program) leaves(fn *types.Func, call *ast.CallExpr, s *server.Stop) bool {
	nobody := await.Prompt{
		Other: func(other *ast.CallExpr) bool { return p.Linger.StopsAnother(s, other) },
		Drains: func(other *ast.CallExpr) bool {
			return p.Linger.DrainsAnother([]*Stop{server.StopBy(call, nil)}, other)
		},
	}
	if p.Servers.Leaves(p.Callee(call)) {
		return p.Waits.WaitedAfter(fn, call, nobody) == await.Abandoned
	}
	return p.Waits.WaitedIn(fn, call, nobody) == await.Abandoned
}

// leavers yields the exported functions that return while one of drains goes on.
func (p *Program) leavers(drains iter.Seq2[*ast.CallExpr, *server.Stop]) iter.Seq[*types.Func] {
	return func(yield func(*types.Func) bool) {
		for begun, s := range drains {
			for fn := range p.Linger.Leading(begun) {
				if p.leaves(fn, begun, s) && !yield(fn) {
					return
				}
			}
		}
	}
}

// deeds returns what the exported functions of the package do to servers.
func (p *Program) deeds() map[*types.Func]*server.Deeds {
	deeds := p.Deeds()
	of := func(fn *types.Func) *server.Deeds {
		if deeds[fn] == nil {
			deeds[fn] = new(server.Deeds)
		}
		return deeds[fn]
	}
	for fn := range p.leavers(p.Linger.Begun()) {
		of(fn).Left.Begun = true
	}
	for fn := range p.leavers(p.Linger.Aside(true)) {
		of(fn).Left.Lets = true
	}
	for fn, said := range p.Linger.Registrars() {
		left := &of(fn).Left
		left.Registered, left.Said = true, append(left.Said, said...)
		source.Tidy(&left.Said)
	}
	for fn, params := range p.requests.Wrapping() {
		of(fn).Wraps = params
	}
	return deeds
}

// LeftAtWork returns the calls of functions of other packages that have begun a drain in
// a goroutine, or have it begun there later, and after which main, or a command, ends.
func (p *Program) LeftAtWork() (calls []*ast.CallExpr) {
	early := slices.ContainsFunc(p.Listeners, func(l *Listener) bool { return l.Early() && p.EndsEarly(l) }) // reported there
	for call, said := range p.Linger.Registered() {
		if !early && p.Waits.WaitedAfter(nil, call, await.Prompt{Said: said, Says: true}) == await.Abandoned {
			calls = append(calls, call)
		}
	}
	for call, s := range p.Linger.Begun() {
		if p.Servers.Leaves(p.Callee(call)) && p.leaves(nil, call, s) {
			calls = append(calls, call)
		}
	}
	return calls
}

// UnawaitedElsewhere yields the calls in goroutines of functions of other packages that drain a
// server, after which main or a hook ends at once, with what does: see
// [linger.Linger.UnawaitedElsewhere].
func (p *Program) UnawaitedElsewhere() iter.Seq2[*ast.CallExpr, string] {
	return func(yield func(*ast.CallExpr, string) bool) {
		for call, who := range p.Linger.UnawaitedElsewhere(p.AllRunning()) {
			if !p.Reloads(server.StopBy(call, nil)) && !yield(call, who) {
				return
			}
		}
	}
}

// LeftCalls returns the calls in goroutines of a method that starts and drains l's server, and
// others, for which main does not wait: see [linger.Linger.LeftCalls]. There are none where one
// of the servers may be the operator's: it is not known which.
func (p *Program) LeftCalls(l *Listener) []*ast.CallExpr {
	if slices.ContainsFunc(p.ev.Close(l.Handler).Alts, func(a origin.Alt) bool { return p.HandlerRole(origin.Value{Alts: []origin.Alt{a}}) != "" }) {
		return nil
	}
	return p.Linger.LeftCalls(&l.Running)
}

// Lets reports whether fn returns while a drain goes on that it has begun.
func (f facts) Lets(fn *types.Func) bool {
	d := f.Deeds(fn)
	return d.Left.Begun || d.Left.Lets
}

// CutOff returns what ends the process, in another goroutine, at the signal at which the
// function that starts l's server begins to drain it, or nil.
func (p *Program) CutOff(l *Listener) *ast.CallExpr {
	if l.Call == nil || l.Node != l.Call || !l.Serves || l.Of == nil || !l.Of.Drained || !slices.ContainsFunc(l.Call.Args, p.TellsOf) {
		return nil
	}
	for _, exit := range p.Exits() {
		if p.Function(exit.Call) != p.Function(l.Call) {
			return exit.Call
		}
	}
	return nil
}

// Aside returns how fn has its i-th parameter, a function, called in a goroutine that it
// does not wait for, or nil.
func (f facts) Aside(fn *types.Func, i int) *ending.Aside {
	var fact PortvetRuns
	f.pass.ImportObjectFact(fn, &fact)
	at := slices.IndexFunc(fact.Aside, func(a ending.Aside) bool { return a.Param == i })
	if at < 0 {
		return nil
	}
	return &fact.Aside[at]
}
