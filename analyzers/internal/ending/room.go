// Package ending knows how functions and the process end: what exits, what
// waits, and what becomes of the error of a start.
package ending

import (
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/invoked"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Facts is what is known of the functions of other packages.
type Facts interface {
	// Exits reports whether fn ends the process, whatever it is given.
	Exits(fn *types.Func) bool
	// MayExit reports whether fn, which writes to a log, may end the process.
	MayExit(fn *types.Func) bool
	// Prompt reports whether fn waits for no goroutine.
	Prompt(fn *types.Func) bool
	// PromptResult reports whether what fn returns at the given place is a
	// function that waits for no goroutine.
	PromptResult(fn *types.Func, result int) bool
	// Silent reports whether fn tells nobody that something is done.
	Silent(fn *types.Func) bool
	// Apart reports whether fn waits at most for work of its own package.
	Apart(fn *types.Func) bool
	// KeepsTo reports whether fn waits for nothing but channels and groups that its
	// package keeps, and if it returns a channel, that is one of these.
	KeepsTo(fn *types.Func) bool
	// Lets reports whether fn returns while a drain goes on that it has begun, of which
	// nobody hears.
	Lets(fn *types.Func) bool
	// Hears returns the channels and groups that fn returns or waits for, named by where
	// they are declared.
	Hears(fn *types.Func) []string
	// Carries reports whether fn returns the context that it is given first, with
	// something in it.
	Carries(fn *types.Func) bool
	// Stays reports whether a call of fn goes on until it is told to end.
	Stays(fn *types.Func) bool
	// Blocks reports whether a call of fn may return only when a listener
	// that it makes is closed.
	Blocks(fn *types.Func) bool
	// Runs reports whether fn calls its i-th parameter, a function, once, and
	// waits for nobody behind that.
	Runs(fn *types.Func, i int) bool
	// Aside returns how fn has its i-th parameter, a function, called in a goroutine
	// that it does not wait for, or nil.
	Aside(fn *types.Func, i int) *Aside
	// Deaf reports whether no package of the modules worked on that this one imports asks
	// to hear of a signal.
	Deaf() bool
}

// Endings tells how the functions of a package end.
type Endings struct {
	*invoked.Invocations
	src     *source.Package
	ev      *origin.Evaluator
	facts   Facts
	exiting map[*types.Func]bool // see exits
}

// Deaf reports whether no package of the modules worked on that this one imports asks to
// hear of a signal.
func (en *Endings) Deaf() bool { return en.facts.Deaf() }

// New returns the endings of a package.
func New(src *source.Package, ev *origin.Evaluator, facts Facts) *Endings {
	return &Endings{Invocations: invoked.New(src, ev), src: src, ev: ev, facts: facts, exiting: make(map[*types.Func]bool)}
}
