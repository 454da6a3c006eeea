// Package supervisor knows what packages do with services of which they know no more than
// an interface, or functions in the fields of a struct, and what that means for who hands
// them over: a package that runs all that can be started and stopped has no server in
// sight, and who makes the server does not see how it is stopped.
package supervisor

import (
	"cmp"
	"go/ast"
	"slices"
	"time"

	"github.com/portvet/portvet/analyzers/internal/drains"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/linger"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Supervision tells of the services of a package.
type Supervision struct {
	src     *source.Package
	ev      *origin.Evaluator
	servers *server.Servers
	drained *drains.Draining
	lingers *linger.Linger
	waits   *heard.Hearing
	asked   *signals.Signals
	given   []Given
	handed  []Pending // by imported packages
	pending []Pending
	tasks   *[]Task // see Tasks
	heeded  bool    // a service may hear of signals: see heeds
}

// New returns what is known of the services of a package, which is nothing before
// [Supervision.Settle].
func New(src *source.Package, ev *origin.Evaluator, servers *server.Servers, drained *drains.Draining, lingers *linger.Linger, waits *heard.Hearing, asked *signals.Signals) *Supervision {
	return &Supervision{src: src, ev: ev, servers: servers, drained: drained, lingers: lingers, waits: waits, asked: asked}
}

// Use is what all calls of a method of an interface, or of a hook, have in common.
type Use struct {
	Method  string        // its full name, or that of a field that holds a function
	At      string        // the first of them, file:line
	Ended   bool          // the context that it is given has ended
	Cut     bool          // it starts something, and the context that it is given ends before that is stopped, or as that begins
	Endless string        // why that context never ends, see [heard.Hearing.Never], or ""
	Limit   time.Duration // that context lives so long at least, when that is known
	Unheard heard.Unheard // what becomes of the error that it returns
	Handled bool          // it is called by a handler of requests, which waits for it
	Own     string        // the method of the package itself that is called there as far as it knows, and judged there

	Led
}

// Led is who leads to the calls of a use, and waits for them.
type Led struct {
	Under string // the exported function that leads to them, as to no others, or ""
	Until int    // 1 + the parameter of that, a context, with which the one that they are given ends, or 0
	Fails bool   // a failure of another service ends that context, too
	Here  bool   // it is main that leads to them, in place of Under
	Left  bool   // Under returns when the context has ended, and does not wait for the calls
	Last  bool   // Under waits for nothing once they have returned
}

// and returns what u and o, of one method, have in common.
func (u Use) and(o Use) Use {
	u.At, u.Own = min(u.At, o.At), cmp.Or(u.Own, o.Own)
	u.Ended, u.Handled, u.Cut = u.Ended && o.Ended, u.Handled && o.Handled, u.Cut && o.Cut
	u.Limit = min(u.Limit, o.Limit)
	u.Left, u.Last = u.Left && o.Left, u.Last && o.Last
	if u.Endless != o.Endless {
		u.Endless = ""
	}
	if u.Unheard != o.Unheard {
		u.Unheard = heard.Heard
	}
	u.Here, u.Fails = u.Here && o.Here, u.Fails || o.Fails
	if u.Under != o.Under || u.Until != o.Until {
		u.Under, u.Until = "", 0
	}
	return u
}

// Sorted returns uses by their methods, one of each.
func Sorted(uses []Use) (out []Use) {
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

// Given is something that drains a server and that other packages call through an
// interface or hook, where it is put behind that.
type Given struct {
	On   ast.Expr     // what is put there
	Name string       // what is called, as people write it
	Stop *server.Stop // the call that drains, if it is one of this package
	Use
	Harm Harm
	By   *ast.CallExpr // Exited: what ends the process
}

// Harm is what is wrong with how something is called that drains a server.
type Harm uint8

// The kinds.
const (
	Timed     Harm = iota // the context that it is given has ended, or lasts too long: see Use
	Abandoned             // main ends without waiting for the call, which drains
	Soon                  // the call returns as soon as its server is told to stop, and main ends
	Begun                 // the call leaves its drain to a goroutine, and main ends
	Cancelled             // the requests of the server run in a context that ends before its drain
	Itself                // the server that it drains waits for the handler which calls it
	Exited                // another goroutine ends the process at the signal at which the drain begins
)

// Given returns what this package puts behind hooks, and then behind interfaces, each in
// source order.
func (su *Supervision) Given() []Given { return su.given }

// drains notes that what is put at on is called as u tells, and drains a server by the stop
// called name, with a time limit of its own or with that of u; it returns the note.
func (su *Supervision) drains(on ast.Expr, name string, u Use, limited bool) *Given {
	if limited {
		u.Limit = 0
	}
	su.given = append(su.given, Given{On: on, Name: name, Use: u})
	return &su.given[len(su.given)-1]
}
