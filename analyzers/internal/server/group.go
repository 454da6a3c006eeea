package server

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// This file is about servers in groups of actors, which end each other: a program that hears
// of no signal never tells the first one.
// Have: g.Add(srv.ListenAndServe, func(error) { srv.Shutdown(ctx) }); g.Run()

// WithGroup is, in place of a parameter, the end of another in the group of actors that has
// the server: see [ending.Stopping].
const WithGroup = -1

// inGroup reports whether the start of l stands in what is given to a group of actors.
func (sv *Servers) inGroup(l *Running) bool {
	cur, ok := sv.src.Find(l.Node)
	if !ok {
		return false
	}
	for c := range cur.Enclosing((*ast.CallExpr)(nil)) {
		if r := sv.ev.Row(sv.src.Callee(c.Node().(*ast.CallExpr)), catalog.Owner); r != nil {
			return r.Role == "actor"
		}
	}
	return false
}

// untold reports whether nothing begins the end of the group of actors that has l, if one does,
// when the program is told to stop, and notes it.
func (sv *Servers) untold(l *Running, grouped bool) bool {
	if !grouped || !l.Life.Owned || l.Life.None || !sv.unheeding() {
		return false
	}
	l.Life.Owned = false
	l.leave("group")
	return true
}

// unheeding reports whether the whole program, of which this is the main package, asks to
// hear of no signal, nor uses what may.
func (sv *Servers) unheeding() bool {
	by, always := sv.facts.Catchers()
	if !sv.src.Main || always || !sv.ends.Deaf() || len(sv.asked.Asked()) > 0 || sv.asked.CatchesTerm() || sv.asked.Catches(by) {
		return false
	}
	return !slices.ContainsFunc(sv.src.Pkg.Imports(), func(imp *types.Package) bool { return imp.Path() == "os/signal" })
}
