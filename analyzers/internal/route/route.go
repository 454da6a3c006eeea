// Package route knows what is served: the routes on muxes, and whether all that
// can be asked for is in sight.
//
// [Survey] goes over everything that is registered, and everything by which
// others may register something unseen.
package route

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Survey is what a package registers, and what it may.
type Survey struct {
	src   *source.Package
	ev    *origin.Evaluator
	cat   *catalog.Catalog
	muxes *mux.Types
	base  mux.Base

	seen           Probes
	patterns       map[ast.Node]bool              // texts that are patterns of routes
	groups         map[*ast.FuncLit]*ast.CallExpr // the call that hands a part of a mux to a function
	once           map[*types.Var]ast.Expr        // what a variable is assigned once
	healthServices []origin.Value                 // the gRPC servers with a health service
	served         []Served                       // see Served
	unplaced       bool                           // likewise
}

// New returns a survey that has not seen anything yet: see
// [Survey.Collect].
func New(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog, muxes *mux.Types, base mux.Base) *Survey {
	return &Survey{
		src:      src,
		ev:       ev,
		cat:      cat,
		muxes:    muxes,
		base:     base,
		patterns: make(map[ast.Node]bool),
		groups:   make(map[*ast.FuncLit]*ast.CallExpr),
	}
}
