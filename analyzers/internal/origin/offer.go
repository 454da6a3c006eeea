package origin

import "go/types"

// What follows is about values that other packages give: a parameter of an exported
// function comes to be known where that is called.

// Offered returns v as far as this package knows it, with the parameters of its
// exported functions and methods left for those who call them to tell.
func (ev *Evaluator) Offered(v Value) Value {
	return v.each(func(a Alt) Value {
		if len(a.Pieces) == 1 && a.Obj == nil && a.fn == nil {
			if p := a.Pieces[0]; p.Kind == Param && p.owner != nil && p.owner.Exported() && p.owner.Pkg() == ev.pkg && len(p.Path) == 0 && p.Index >= 0 && ev.pkg.Name() != "main" {
				return hole(Piece{Kind: Param, Parameter: Parameter{Index: p.Index, Owner: p.owner.FullName()}})
			}
		}
		return ev.closeExcept(Value{Alts: []Alt{a}}, nil)
	})
}

// GivenHere returns v, which another package offers, with what calls in this package give
// in the place of the parameters of the functions that they call, each as the value of
// that argument. some reports whether there are such calls.
func (ev *Evaluator) GivenHere(v Value) (out Value, some bool) {
	out = v.each(func(a Alt) Value {
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != Param || a.Pieces[0].owner != nil || len(a.Pieces[0].Path) > 0 {
			return Value{Alts: []Alt{a}}
		}
		p := a.Pieces[0]
		var vs []Value
		for _, call := range ev.src.CallsTo(func(fn *types.Func) bool { return fn.Pkg() != ev.pkg && fn.FullName() == p.Owner }) {
			some = true
			fn := ev.src.Callee(call)
			vs = append(vs, ev.Offered(ev.argument(p.of(fn), &binding{fn: fn, call: call})))
		}
		if len(vs) == 0 {
			return Value{Alts: []Alt{a}}
		}
		return union(vs...)
	})
	return out, some
}
