// Package role knows what handlers are for: the program's users, or its
// operator.
package role

import (
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Roles tells what handlers are for.
type Roles struct {
	src   *source.Package
	ev    *origin.Evaluator
	cat   *catalog.Catalog
	muxes *mux.Types
	base  mux.Base

	routes  []route
	busyMux map[string]bool // muxes and handlers whose role is being found, by place; "" for the default mux
	escaped *[]escape       // see escapes
}

// New collects the routes of a package.
func New(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog, muxes *mux.Types, base mux.Base) *Roles {
	ro := &Roles{src: src, ev: ev, cat: cat, muxes: muxes, base: base, busyMux: make(map[string]bool)}
	ro.collectRoutes()
	return ro
}
