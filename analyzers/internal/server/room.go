// Package server knows servers: how they are started and stopped, and who owns
// their life.
package server

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// Facts is what is known of the functions of other packages.
type Facts interface {
	// Deeds returns what fn does to the servers that it is given.
	Deeds(fn *types.Func) Deeds
	// NamesStopper reports whether a package that this one imports mentions fn, a function
	// of another that stops a server, by its full name.
	NamesStopper(fn string) bool
	// Catchers returns the functions of dependencies that ask for SIGTERM when they are called;
	// always reports that something does in any case.
	Catchers() (by []string, always bool)
	// StopsField reports whether the package of a field stops the server in it
	// gracefully.
	StopsField(field *types.Var) bool
}

// Servers is what a package does with servers.
type Servers struct {
	*which.Which
	src   *source.Package
	ev    *origin.Evaluator
	cat   *catalog.Catalog
	ends  *ending.Endings
	waits *heard.Hearing
	asked *signals.Signals
	facts Facts

	noted
	answers
}

// noted is what the package does, as it was walked over.
type noted struct {
	stops   []*Stop
	escaped []*handle  // servers that leave what this package sees
	owned   []ast.Node // what is given to a library that owns its life
}

// answers are those that were asked for already.
type answers struct {
	serving *[]inspector.Cursor  // see aboutServers
	beyond  map[*Running][]*Stop // see StopsElsewhere
}

// New notes what a package does with servers.
func New(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog, waits *heard.Hearing, asked *signals.Signals, facts Facts) *Servers {
	sv := &Servers{
		Which:   which.New(src, ev, facts.StopsField),
		src:     src,
		ev:      ev,
		cat:     cat,
		ends:    waits.Endings,
		waits:   waits,
		asked:   asked,
		facts:   facts,
		answers: answers{beyond: make(map[*Running][]*Stop)},
	}
	sv.collectLife()
	return sv
}
