package server

import (
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// This file is about servers that a package puts where only it can reach them:
// a package of middleware that has the router in a field, and registers with it.

// hoards reports whether the package neither stops servers of the type of row nor
// lets one out, so that nobody stops those that it keeps for itself.
func (sv *Servers) hoards(row *catalog.Row) bool {
	return !slices.ContainsFunc(sv.stops, func(s *Stop) bool { return s.server.typ == row.Symbol }) &&
		!slices.ContainsFunc(sv.escaped, func(h *handle) bool { return h.typ == row.Symbol }) &&
		!slices.ContainsFunc(sv.src.Functions(), func(fn *types.Func) bool { return sv.Returns(fn, row) })
}
