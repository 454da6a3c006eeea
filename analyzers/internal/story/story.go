// Package story tells how things came about, for people who ask: the way of a
// value from where it is written to the API that listens, and what happens to a
// server between the two. Rules decide nothing by it.
package story

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Teller tells of the listeners of a package.
type Teller struct {
	src     *source.Package
	ev      *origin.Evaluator
	servers *server.Servers
}

// New returns a teller for the package src.
func New(src *source.Package, ev *origin.Evaluator, servers *server.Servers) *Teller {
	return &Teller{src, ev, servers}
}

// Source is one of the things that the host or port of a listener may come
// from, and the way from there to the API that listens.
type Source struct {
	Piece origin.Piece
	Way   []origin.Hop // the last of them is the API
}

// Sources returns where part of l, its host or port, may come from.
func (t *Teller) Sources(l *listener.Listener, part address.Part) []Source {
	var out []Source
	for _, a := range part.Value.Alts {
		for _, p := range a.Pieces {
			if p.Kind == origin.Literal && p.Text == "" && len(a.Pieces) > 1 {
				continue
			}
			if slices.ContainsFunc(out, func(s Source) bool {
				return s.Piece.Kind == p.Kind && s.Piece.Text == p.Text && s.Piece.At == p.At
			}) {
				continue
			}
			out = append(out, Source{p, append(t.wayOf(l, p), t.end(l))})
		}
	}
	return out
}

// end returns the call of the API of l.
func (t *Teller) end(l *listener.Listener) origin.Hop {
	ls := l.Chain()
	does := " listens here"
	if l.Serves {
		does = " serves here"
	}
	last := ls[len(ls)-1]
	if last.Node != nil {
		return origin.Hop{Pos: last.Node.Pos(), Text: l.API + does}
	}
	return origin.Hop{Pkg: t.calledBy(ls), At: l.At, Text: l.API + does}
}

// calledBy returns the package of the function at whose call the listeners of
// ls, a chain, leave this package, or "".
func (t *Teller) calledBy(ls []*listener.Listener) string {
	if fn := t.callee(ls); fn != nil && fn.Pkg() != nil {
		return fn.Pkg().Path()
	}
	return ""
}

// callee returns the function of another package whose listener the last of
// ls, a chain, is.
func (t *Teller) callee(ls []*listener.Listener) *types.Func {
	if len(ls) < 2 || ls[len(ls)-2].Call == nil {
		return nil
	}
	return t.src.Callee(ls[len(ls)-2].Call)
}

// wayOf returns the way of p, a piece of the host or port of l, up to the
// argument of the API. Where it cannot be walked it is the place that p is
// written at.
func (t *Teller) wayOf(l *listener.Listener, p origin.Piece) []origin.Hop {
	if p.Kind == origin.Param {
		return nil // each caller has a listener of its own
	}
	ls := l.Chain()
	var calls []*ast.CallExpr
	for _, outer := range ls[:len(ls)-1] {
		if outer.Call != nil {
			calls = append(calls, outer.Call)
		}
	}
	last := ls[len(ls)-1]
	if last.Node == nil {
		if hops := t.wayOut(ls, calls, p); hops != nil {
			return hops
		}
	} else if hops := t.wayIn(last, calls, p); hops != nil {
		return hops
	}
	if e := p.Anchor(); e != nil {
		if hops := t.ev.Way(e, nil, nil, p); hops != nil {
			return hops
		}
	}
	switch {
	case p.Pos().IsValid():
		return []origin.Hop{{Pos: p.Pos(), Text: p.Origin() + " is written here"}}
	case p.Kind == origin.Literal && p.At != "":
		return []origin.Hop{{Pkg: t.calledBy(ls), At: p.At, Text: p.Origin() + " is written here"}}
	}
	return nil
}

// wayIn returns the way of p up to what stands at l, a call of an API in this
// package that calls lead to.
func (t *Teller) wayIn(l *listener.Listener, calls []*ast.CallExpr, p origin.Piece) []origin.Hop {
	if l.AddrExpr != nil {
		if hops := t.ev.Way(l.AddrExpr, nil, calls, p); hops != nil {
			return hops
		}
	}
	if l.Call == nil {
		return nil
	}
	callee := t.src.Callee(l.Call)
	if callee == nil {
		return nil
	}
	for _, r := range t.ev.Rows(callee) {
		for _, s := range []catalog.Slot{r.Addr, r.Port, r.Host} {
			_, e, ok := t.ev.Slot(l.Call, s)
			if !ok {
				continue
			}
			var fields []string
			if s.Field != "" {
				fields = []string{s.Field}
			}
			if hops := t.ev.Way(e, fields, calls, p); hops != nil {
				return hops
			}
		}
	}
	return nil
}

// wayOut returns the way of p up to the call of a function of another package,
// the last of calls, in which the last of ls, a chain, listens.
func (t *Teller) wayOut(ls []*listener.Listener, calls []*ast.CallExpr, p origin.Piece) []origin.Hop {
	callee := t.callee(ls)
	if callee == nil {
		return nil
	}
	call := calls[len(calls)-1]
	inner := ls[len(ls)-1]
	for _, v := range []origin.Value{inner.Addr, inner.Port.Value, inner.Host.Value} {
		for _, a := range v.Alts {
			for _, q := range a.Pieces {
				e, fields := t.ev.Given(q, callee, call)
				if e == nil {
					continue
				}
				if hops := t.ev.Way(e, fields, calls[:len(calls)-1], p); hops != nil {
					return append(hops, origin.Hop{Pos: e.Pos(), Text: "given to " + source.ShortName(callee)})
				}
			}
		}
	}
	return nil
}

// Tell returns what happens to the server that l starts: where it is made and
// started, and what may stop it.
func (t *Teller) Tell(l *listener.Listener) []origin.Hop {
	s := l.ServingOn()
	if s == nil {
		return nil
	}
	made, then := t.servers.Story(&s.Running)
	ls := s.Chain()
	for _, outer := range ls[:len(ls)-1] {
		if outer.Call == nil || outer.Node == nil {
			continue
		}
		if fn := t.src.Callee(outer.Call); fn != nil {
			made = append(made, origin.Hop{Pos: outer.Node.Pos(), Text: "calls " + source.ShortName(fn)})
		}
	}
	end := t.end(s)
	if !end.Pos.IsValid() {
		// What happens in another package, facts tell in short.
		switch {
		case s.Life.BuiltIn:
			then = append(then, origin.Hop{Pkg: end.Pkg, At: end.At, Text: "it ends by itself on a signal, or with its context"})
		case s.Life.Owned:
			then = append(then, origin.Hop{Pkg: end.Pkg, At: end.At, Text: "a library owns it"})
		case s.Life.Stopped && len(then) == 0:
			then = append(then, origin.Hop{Pkg: end.Pkg, At: end.At, Text: "what serves also stops it, by " + strings.Join(s.Life.Stop, " or ")})
		}
	}
	return slices.Concat(made, []origin.Hop{end}, then)
}
