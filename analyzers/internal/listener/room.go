// Package listener finds listeners: those that a package makes itself and, with
// what is given to them there, those that are made again at each call of a
// function that makes them. It knows their addresses, and which of them clash.
package listener

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/environment"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/linger"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/way"
)

// Facts is what is known of the functions of other packages.
type Facts interface {
	ending.Facts
	// Listens returns the listeners that fn makes.
	Listens(fn *types.Func) []Listen
}

// Finder holds the listeners of a package.
type Finder struct {
	// Listeners are the listeners that the package makes, or that functions
	// of other packages make with values that it supplies, in source order.
	Listeners []*Listener

	src   *source.Package
	ev    *origin.Evaluator
	cat   *catalog.Catalog
	facts Facts
	Rooms
	ways *way.Ways

	perFunc map[*types.Func][]*Listener
	// conditions are those under which a function leads to a listener, as far
	// as they depend on what it is given.
	conditions map[led][]ending.Demand

	busy      map[*types.Func]bool            // functions whose listeners are being found
	listening map[ast.Decl][]inspector.Cursor // see spots
	behind    map[ast.Expr][]*types.Func      // see behindInterfaces
}

// Rooms are those below this one.
type Rooms struct {
	Addresses *address.Checker
	Roles     *role.Roles
	Endings   *ending.Endings
	Waits     *heard.Hearing
	Servers   *server.Servers
	Linger    *linger.Linger
	Env       *environment.Lookups
	Init      []Listen // made when imported packages are initialised
}

// New finds the listeners of a package, and decides what ends their servers.
func New(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog, facts Facts, rooms Rooms) *Finder {
	fi := &Finder{
		src:        src,
		ev:         ev,
		cat:        cat,
		facts:      facts,
		Rooms:      rooms,
		perFunc:    make(map[*types.Func][]*Listener),
		conditions: make(map[led][]ending.Demand),
		busy:       make(map[*types.Func]bool),
		behind:     make(map[ast.Expr][]*types.Func),
	}
	fi.ways = way.New(src, ev, rooms.Endings, facts, fi)
	fi.findListeners()
	rooms.Servers.DecideLife(fi.AllRunning())
	return fi
}

// Settle drops what turned out to be no listener, and puts the others in order.
func (fi *Finder) Settle() {
	fi.Listeners = slices.DeleteFunc(fi.Listeners, func(l *Listener) bool { return l.Dropped })
	slices.SortStableFunc(fi.Listeners, func(a, b *Listener) int { return fi.src.InOrder(a.Node, b.Node) })
}
