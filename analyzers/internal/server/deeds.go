package server

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// Treatment returns what the exported functions of the package do to servers that
// they are given: which they stop or keep, and which drains they leave to goroutines.
func (sv *Servers) Treatment() map[*types.Func]*Deeds {
	lives := make(map[*types.Func]*Deeds)
	of := func(fn *types.Func) *Deeds {
		if lives[fn] == nil {
			lives[fn] = new(Deeds)
		}
		return lives[fn]
	}
	for _, s := range sv.stops {
		if s.Unreached {
			continue
		}
		for fn, param := range sv.given(s.server.value, 0) {
			if d := of(fn); s.Graceful {
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
	return lives
}

// GivesBack reports whether fn returns the given server as what it is.
func (sv *Servers) GivesBack(fn *types.Func, server which.Identity) bool {
	return slices.ContainsFunc(sv.escaped, func(h *handle) bool {
		return h.whole && sv.src.EnclosingFunc(h.at.Pos()) == fn && !server.Any && server.Meets(sv.identityOf(h))
	})
}

// DeedsElsewhere returns what fn, of another package, does to servers that it is given.
func (sv *Servers) DeedsElsewhere(fn *types.Func) Deeds { return sv.facts.Deeds(fn) }

// DrainsElsewhere reports whether fn, of another package, drains a server before it returns.
func (sv *Servers) DrainsElsewhere(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != sv.src.Pkg && sv.facts.Deeds(fn).Drained
}

// Leaves reports whether fn, of another package, returns while a drain goes on that it
// has begun.
func (sv *Servers) Leaves(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != sv.src.Pkg && sv.facts.Deeds(fn).Left.Begun
}

// Registers reports whether fn, of another package, has a drain called later, in a goroutine
// whose end nobody hears of but by the channels and groups said.
func (sv *Servers) Registers(fn *types.Func) (said []string, ok bool) {
	if fn == nil || fn.Pkg() == sv.src.Pkg {
		return nil, false
	}
	left := sv.facts.Deeds(fn).Left
	return left.Said, left.Registered
}

// NamedStoppers returns the functions of other packages, no methods, that drain servers of
// theirs and that this package mentions.
func (sv *Servers) NamedStoppers() (names []string) {
	for _, cur := range sv.src.Mentions(func(obj types.Object) bool {
		fn, ok := obj.(*types.Func)
		return ok && fn.Signature().Recv() == nil && (sv.DrainsElsewhere(fn) || sv.Leaves(fn))
	}) {
		names = append(names, sv.src.Info.Uses[cur.Node().(*ast.Ident)].(*types.Func).FullName())
	}
	return names
}

// StoppedFields returns the exported fields of the package's types whose servers
// it stops gracefully, for packages that start them.
func (sv *Servers) StoppedFields() []*types.Var {
	var fields []*types.Var
	for _, s := range sv.stops {
		if !s.Graceful || s.Alias {
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
	Lends    []int // the same for a server that it returns
	Stops    []int // the parameters, contexts, that it keeps and a stop is given later
	Left     Left
	Wraps    []int   // the parameters, contexts, with which a handler that it makes hands requests on
	Ends     []int   // the parameters, servers, that it drains at once, before it returns
	Begins   []Begun // the parameters, servers, whose drain goes on when it has returned
}

// Left is how a function leaves a drain to a goroutine.
type Left struct {
	Begun      bool // it returns while a drain goes on that it has begun
	Lets       bool // the same, of a server whose start waits for that
	Registered bool // it has one called later, by another package
	// Said are the channels and groups by which alone others may hear of the end of what is
	// Registered, by their places.
	Said []string
}
