package server

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Deeds returns what the exported functions of the package do to servers that
// they are given.
func (sv *Servers) Deeds() map[*types.Func]*Deeds {
	lives := make(map[*types.Func]*Deeds)
	of := func(fn *types.Func) *Deeds {
		if lives[fn] == nil {
			lives[fn] = new(Deeds)
		}
		return lives[fn]
	}
	for _, s := range sv.stops {
		for fn, param := range sv.given(s.server.value, 0) {
			if d := of(fn); s.graceful {
				source.AddOnce(&d.Handles, param)
				sv.noteBegun(d, fn, param, s)
			} else {
				source.AddOnce(&d.Aborts, param)
			}
		}
	}
	keeps := sv.kept()
	for _, e := range sv.escaped {
		keeps = append(keeps, e.value)
	}
	for _, v := range keeps {
		for fn, param := range sv.given(v, 0) {
			source.AddOnce(&of(fn).Handles, param)
		}
	}
	for fn, h := range sv.handing() {
		if fn.Exported() {
			d := of(fn)
			d.Drains, d.Limited = []int{h.param}, h.limited
		}
	}
	for fn := range sv.drainers() {
		of(fn).Drained = true
	}
	for fn, param := range sv.requested() {
		source.AddOnce(&of(fn).Requests, param)
	}
	for fn, param := range sv.lent() {
		source.AddOnce(&of(fn).Lends, param)
	}
	for fn, param := range sv.keptForStop() {
		source.AddOnce(&of(fn).Stops, param)
	}
	for _, l := range lives {
		for _, params := range [][]int{l.Stops, l.Handles, l.Aborts, l.Requests, l.Lends} {
			slices.Sort(params)
		}
	}
	return lives
}

// drainers yields the exported functions that drain a server in their own flow.
func (sv *Servers) drainers() iter.Seq[*types.Func] {
	return func(yield func(*types.Func) bool) {
		var calls []ast.Node
		for _, s := range slices.Concat(sv.Drains(), sv.Untimed()) {
			calls = append(calls, s.node)
		}
		for _, call := range sv.src.CallsTo(sv.drainsElsewhere) {
			calls = append(calls, call)
		}
		for _, n := range calls {
			fn := sv.src.EnclosingFunc(n.Pos())
			if fn != nil && fn.Exported() && sv.waits.Frame(n) == ast.Node(sv.src.Decl(fn)) && !sv.src.Goes(n) && !yield(fn) {
				return
			}
		}
	}
}

// DeedsOf returns what fn does to servers that it is given.
func (sv *Servers) DeedsOf(fn *types.Func) Deeds {
	if fn.Pkg() != sv.src.Pkg {
		return sv.facts.Deeds(fn)
	}
	var d Deeds
	for of, h := range sv.handing() {
		if of == fn {
			d.Drains, d.Limited = []int{h.param}, h.limited
		}
	}
	return d
}

// handing yields the functions of this package that hand a context which they are given to
// a graceful stop, with how they do.
func (sv *Servers) handing() iter.Seq2[*types.Func, handed] {
	return func(yield func(*types.Func, handed) bool) {
		drains := sv.Drains() // which finds the parts, too
		for _, s := range slices.Concat(drains, sv.parts) {
			if fn, h, ok := sv.contextParam(s); ok && !yield(fn, h) {
				return
			}
		}
	}
}

// StoppedFields returns the exported fields of the package's types whose servers
// it stops gracefully, for packages that start them.
func (sv *Servers) StoppedFields() []*types.Var {
	var fields []*types.Var
	for _, s := range sv.stops {
		if !s.graceful || s.alias {
			continue
		}
		for _, a := range s.server.value.Alts {
			for _, piece := range a.Pieces {
				if f := piece.Field(); f != nil && f.Exported() && f.Pkg() == sv.src.Pkg {
					source.AddOnce(&fields, f)
				}
			}
		}
	}
	return fields
}

// given yields the exported functions of the package, with the parameter, that
// may have been given v: through functions that they call, too.
func (sv *Servers) given(v origin.Value, depth int) iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for _, a := range v.Alts {
			for _, piece := range a.Pieces {
				fn := piece.Func()
				if piece.Kind != origin.Param || fn == nil || fn.Pkg() != sv.src.Pkg || piece.Index < 0 {
					continue
				}
				if fn.Exported() && len(piece.Path) == 0 && !yield(fn, piece.Index) {
					return
				}
				calls, _ := sv.src.Calls(fn)
				for _, call := range calls {
					if depth > 3 {
						break
					}
					for fn, param := range sv.given(sv.ev.Fill(origin.Value{Alts: []origin.Alt{a}}, fn, call), depth+1) {
						if !yield(fn, param) {
							return
						}
					}
				}
			}
		}
	}
}

// Deeds are what a function does to the servers that it is given.
type Deeds struct {
	Handles []int // the parameters, servers, that it stops gracefully or keeps
	Aborts  []int // those that it stops abruptly
	Drains  []int // the parameter, a context, that it gives a graceful stop
	Limited bool  // and it sets a time limit of its own
	Drained bool  // it drains a server, and returns when that is done
	// Requests are the parameters, contexts, that the requests of a server run
	// in which is stopped gracefully.
	Requests []int
	Lends    []int   // the same for a server that it returns
	Stops    []int   // the parameters, contexts, that it keeps and a stop is given later
	Leaves   bool    // it returns while a drain goes on that it has begun
	Lets     bool    // the same, of a server whose start waits for that
	Wraps    []int   // the parameters, contexts, with which a handler that it makes hands requests on
	Begins   []Begun // the parameters, servers, whose drain goes on when it has returned
}
