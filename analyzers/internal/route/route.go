// Package route knows what is served: muxes and the routes on them, what a
// handler is for, and whether all that can be asked for is in sight.
//
// [Roles] tells whether a handler serves the program's users or its operator;
// [Survey] goes over everything that is registered, and everything by which
// others may register something unseen.
package route

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Roles tells what handlers are for.
type Roles struct {
	muxes
	base Base

	routes  []route
	busyMux map[string]bool // muxes and handlers whose role is being found, by place; "" for the default mux
	escaped *[]escape       // see escapes
}

// NewRoles collects the routes of a package.
func NewRoles(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog, base Base) *Roles {
	ro := &Roles{muxes: newMuxes(src, ev, cat), base: base, busyMux: make(map[string]bool)}
	ro.collectRoutes()
	return ro
}

// Survey is what a package registers, and what it may.
type Survey struct {
	muxes
	base Base

	seen           Probes
	patterns       map[ast.Node]bool              // texts that are patterns of routes
	groups         map[*ast.FuncLit]*ast.CallExpr // the call that hands a part of a mux to a function
	once           map[*types.Var]ast.Expr        // what a variable is assigned once
	healthServices []origin.Value                 // the gRPC servers with a health service
	served         []Served                       // see Served
	unplaced       bool                           // likewise
}

// NewSurvey returns a survey that has not seen anything yet: see
// [Survey.Collect].
func NewSurvey(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog, base Base) *Survey {
	return &Survey{
		muxes:    newMuxes(src, ev, cat),
		base:     base,
		patterns: make(map[ast.Node]bool),
		groups:   make(map[*ast.FuncLit]*ast.CallExpr),
	}
}
