package drains

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Deeds returns what the exported functions of the package do to servers, and with what
// their drains are given.
func (d *Draining) Deeds() map[*types.Func]*server.Deeds {
	deeds := d.servers.Treatment()
	of := func(fn *types.Func) *server.Deeds {
		if deeds[fn] == nil {
			deeds[fn] = new(server.Deeds)
		}
		return deeds[fn]
	}
	for fn, h := range d.handing() {
		if fn.Exported() {
			of(fn).Drains, of(fn).Limited = []int{h.param}, h.limited
		}
	}
	for fn := range d.drainers() {
		of(fn).Drained = true
	}
	for fn, param := range d.requested() {
		source.AddOnce(&of(fn).Requests, param)
	}
	for fn, param := range d.lent() {
		source.AddOnce(&of(fn).Lends, param)
	}
	for fn, param := range d.keptForStop() {
		source.AddOnce(&of(fn).Stops, param)
	}
	for _, of := range deeds {
		for _, params := range [][]int{of.Stops, of.Handles, of.Aborts, of.Requests, of.Lends} {
			slices.Sort(params)
		}
	}
	return deeds
}

// drainers yields the exported functions that drain a server in their own flow.
func (d *Draining) drainers() iter.Seq[*types.Func] {
	return func(yield func(*types.Func) bool) {
		var calls []ast.Node
		for _, s := range slices.Concat(d.Drains(), d.Untimed()) {
			calls = append(calls, s.Node())
		}
		for _, call := range d.src.CallsTo(d.servers.DrainsElsewhere) {
			calls = append(calls, call)
		}
		for _, n := range calls {
			fn := d.src.EnclosingFunc(n.Pos())
			if fn != nil && fn.Exported() && d.waits.Frame(n) == ast.Node(d.src.Decl(fn)) && !d.src.Goes(n) && !yield(fn) {
				return
			}
		}
	}
}

// DeedsOf returns what fn does to servers that it is given: of a function of this package,
// what its drains are given.
func (d *Draining) DeedsOf(fn *types.Func) server.Deeds {
	if fn.Pkg() != d.src.Pkg {
		return d.servers.DeedsElsewhere(fn)
	}
	var deeds server.Deeds
	for of, h := range d.handing() {
		if of == fn {
			deeds.Drains, deeds.Limited = []int{h.param}, h.limited
		}
	}
	return deeds
}

// handing yields the functions of this package that hand a context which they are given to
// a graceful stop, with how they do.
func (d *Draining) handing() iter.Seq2[*types.Func, handed] {
	return func(yield func(*types.Func, handed) bool) {
		drains := d.Drains() // which finds the parts, too
		for _, s := range slices.Concat(drains, d.parts) {
			if fn, h, ok := d.contextParam(s); ok && !yield(fn, h) {
				return
			}
		}
	}
}
