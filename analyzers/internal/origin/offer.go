package origin

import (
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about values that other packages give: a parameter of an exported
// function comes to be known where that is called.

// Offered returns v as far as this package knows it, with the parameters of its
// exported functions and methods left for those who call them to tell.
func (ev *Evaluator) Offered(v Value) Value { return ev.offered(v, 0) }

func (ev *Evaluator) offered(v Value, depth int) Value {
	return v.each(func(a Alt) Value {
		if len(a.Pieces) == 1 && a.Obj == nil && a.fn == nil {
			p := a.Pieces[0]
			own := p.Kind == Param && p.owner != nil && p.owner.Pkg() == ev.pkg && ev.pkg.Name() != "main"
			if own && p.owner.Exported() && p.Index >= 0 {
				return hole(Piece{Kind: Param, Parameter: Parameter{Index: p.Index, Path: p.Path, Owner: p.owner.FullName()}})
			}
			if own && p.Index == source.Receiver && len(p.Path) > 1 && depth < 4 { // s.config.Grace
				if kept := ev.belowAny(p); !kept.HasKind(Unknown) {
					return ev.offered(kept, depth+1)
				}
			}
		}
		return ev.closeExcept(Value{Alts: []Alt{a}}, nil)
	})
}

// GivenHere returns v, which another package offers, with what calls in this package give
// in the place of the parameters of the functions that they call, each as the value of
// that argument, which may only carry it. some reports whether there are such calls.
func (ev *Evaluator) GivenHere(v Value) (out Value, some bool) {
	out = v.each(func(a Alt) Value {
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != Param || a.Pieces[0].owner != nil {
			return Value{Alts: []Alt{a}}
		}
		p := a.Pieces[0]
		var vs []Value
		for _, call := range ev.src.CallsTo(func(fn *types.Func) bool { return fn.Pkg() != ev.pkg && fn.FullName() == p.Owner }) {
			some = true
			fn := ev.src.Callee(call)
			b := &binding{fn: fn, call: call}
			given := ev.Offered(ev.argument(p.of(fn), b))
			if _, e := ev.argValue(b, p.Index); e != nil && len(p.Path) > 0 && (len(given.Alts) > 1 || !given.placed()) {
				given = given.unplaced().anchored(e)
			}
			vs = append(vs, given)
		}
		if len(vs) == 0 {
			return Value{Alts: []Alt{a}}
		}
		return union(vs...)
	})
	return out, some
}

// placed reports whether all that v may be is written where it can be changed.
func (v Value) placed() bool {
	return !slices.ContainsFunc(v.Alts, func(a Alt) bool { return len(a.Pieces) != 1 || a.Pieces[0].anchor == nil })
}

// unplaced returns v with nothing said of where it is written.
func (v Value) unplaced() Value {
	out := Value{Alts: slices.Clone(v.Alts)}
	for i, a := range out.Alts {
		a.Pieces = slices.Clone(a.Pieces)
		for j := range a.Pieces {
			a.Pieces[j].anchor = nil
		}
		out.Alts[i] = a
	}
	return out
}
