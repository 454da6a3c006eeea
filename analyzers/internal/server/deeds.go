package server

import (
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Deeds returns what the exported functions of the package do to servers that
// they are given.
func (sv *Servers) Deeds() map[*types.Func]*Deeds {
	lives := make(map[*types.Func]*Deeds)
	note := func(v origin.Value, list func(*Deeds) *[]int) {
		for fn, param := range sv.given(v, 0) {
			if lives[fn] == nil {
				lives[fn] = new(Deeds)
			}
			if l := list(lives[fn]); !slices.Contains(*l, param) {
				*l = append(*l, param)
			}
		}
	}
	handles := func(l *Deeds) *[]int { return &l.Handles }
	aborts := func(l *Deeds) *[]int { return &l.Aborts }
	for _, s := range sv.stops {
		if s.graceful {
			note(s.server.value, handles)
		} else {
			note(s.server.value, aborts)
		}
	}
	for _, e := range sv.escaped {
		note(e.value, handles)
	}
	for _, v := range sv.kept() {
		note(v, handles)
	}
	for _, s := range sv.Drains() {
		if fn, h, ok := sv.contextParam(s); ok && fn.Exported() {
			if lives[fn] == nil {
				lives[fn] = new(Deeds)
			}
			lives[fn].Drains, lives[fn].Limited = []int{h.param}, h.limited
		}
	}
	sv.noteRequests(func(fn *types.Func, param int) {
		if lives[fn] == nil {
			lives[fn] = new(Deeds)
		}
		if l := lives[fn]; !slices.Contains(l.Requests, param) {
			l.Requests = append(l.Requests, param)
		}
	})
	sv.noteKept(func(fn *types.Func, param int) {
		if lives[fn] == nil {
			lives[fn] = new(Deeds)
		}
		if l := lives[fn]; !slices.Contains(l.Stops, param) {
			l.Stops = append(l.Stops, param)
		}
	})
	for _, l := range lives {
		slices.Sort(l.Stops)
		slices.Sort(l.Handles)
		slices.Sort(l.Aborts)
		slices.Sort(l.Requests)
	}
	return lives
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
	// Requests are the parameters, contexts, that the requests of a server run
	// in which is stopped gracefully.
	Requests []int
	Stops    []int // the parameters, contexts, that it keeps and a stop is given later
}
