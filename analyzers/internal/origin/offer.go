package origin

import (
	"go/ast"
	"go/types"

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
			if own && p.Index >= 0 && depth < 4 {
				if calls, all := ev.src.Calls(p.owner); all && len(calls) > 0 && len(calls) <= 4 {
					var vs []Value
					for _, call := range calls {
						vs = append(vs, ev.offered(ev.argument(p, &binding{fn: p.owner, call: call}), depth+1))
					}
					return union(vs...)
				}
			}
			if own && p.Index == source.Receiver && len(p.Path) > 0 && depth < 4 { // s.config.Grace
				if kept := ev.belowAny(p); !kept.HasKind(Unknown) {
					return ev.offered(kept, depth+1)
				}
			}
		}
		return ev.closeExcept(Value{Alts: []Alt{a}}, nil)
	})
}

// Given is what a call gives in the place of a parameter that another package offers.
type Given struct {
	Arg   ast.Expr // what has to change for another value: the argument that is or carries it, or what is written for it
	Value Value
}

// GivenHere returns v, which another package offers, with what calls in this package give
// in the place of the parameters of the functions that they call, and what each of them
// gives.
func (ev *Evaluator) GivenHere(v Value) (out Value, given []Given) {
	out = v.each(func(a Alt) Value {
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != Param || a.Pieces[0].owner != nil {
			return Value{Alts: []Alt{a}}
		}
		p := a.Pieces[0]
		var vs []Value
		for _, call := range ev.src.CallsTo(func(fn *types.Func) bool { return fn.Pkg() != ev.pkg && fn.FullName() == p.Owner }) {
			b := &binding{fn: ev.src.Callee(call), call: call}
			one := ev.Offered(ev.argument(p.of(b.fn), b))
			_, arg := ev.argValue(b, p.Index)
			if at := one.written(); at != nil {
				arg = at
			}
			vs = append(vs, one)
			given = append(given, Given{arg, one})
		}
		if len(vs) == 0 {
			return Value{Alts: []Alt{a}}
		}
		return union(vs...)
	})
	return out, given
}

// written returns the one expression that would have to change for v to be something
// else, or nil.
func (v Value) written() (at ast.Expr) {
	for i, a := range v.Alts {
		if len(a.Pieces) != 1 || i > 0 && a.Pieces[0].anchor != at {
			return nil
		}
		at = a.Pieces[0].anchor
	}
	return at
}
