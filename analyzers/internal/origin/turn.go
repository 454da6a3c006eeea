package origin

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows are the turns of a way: through calls, variables, parameters
// and fields.

// call returns the way up to a result of a call.
func (w *walk) call(call *ast.CallExpr, result int, frames []*binding) []Hop {
	if tv := w.ev.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return w.any(call.Args, frames)
	}
	fn := w.ev.src.Callee(call)
	if fn == nil {
		for _, a := range w.ev.Eval(call.Fun).Alts {
			if _, lit := a.Func(); lit != nil {
				return w.body(lit, lit.Type, result, frames)
			}
		}
		return nil
	}
	if d := w.ev.src.Decl(fn); d != nil && d.Body != nil {
		inside := append(slices.Clip(frames), &binding{fn: fn, call: call})
		if hops := w.body(d, d.Type, result, inside); hops != nil {
			return then(hops, call.Pos(), "returned by "+fn.Name())
		}
		return nil
	}
	if w.of.Kind == Unknown && (fn.Pkg() == nil || !source.IsStd(fn.Pkg().Path())) {
		return nil // it is the call that is not followed
	}
	hops := w.any(call.Args, frames)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && hops == nil && w.ev.info.Selections[sel] != nil {
		hops = w.expr(sel.X, 0, frames)
	}
	return then(hops, call.Pos(), "goes through "+source.ShortName(fn))
}

// any returns the way up to the first of several expressions that has one.
func (w *walk) any(es []ast.Expr, frames []*binding) []Hop {
	for _, e := range es {
		if hops := w.expr(e, 0, frames); hops != nil {
			return hops
		}
	}
	return nil
}

// body returns the way up to what a function or literal returns.
func (w *walk) body(fn ast.Node, ft *ast.FuncType, result int, frames []*binding) []Hop {
	for _, r := range w.ev.src.Returns(fn) {
		var hops []Hop
		switch {
		case len(r.Results) == 0:
			if v := namedResult(w.ev.info, ft, result); v != nil && !w.passed(v, frames) {
				hops = w.variable(v, frames)
			}
		case result < len(r.Results):
			hops = w.expr(r.Results[result], 0, frames)
		case len(r.Results) == 1:
			hops = w.expr(r.Results[0], result, frames)
		}
		if hops != nil {
			return hops
		}
	}
	return nil
}

// passed reports whether the way of v was looked for already, and notes that it
// is now. Looking again would only lead back here.
func (w *walk) passed(v *types.Var, frames []*binding) bool {
	at := visit{v.Origin(), len(frames)}
	before := w.seen[at]
	w.seen[at] = true
	return before
}

// variable returns the way up to v, which is no field.
func (w *walk) variable(v *types.Var, frames []*binding) []Hop {
	v = v.Origin()
	if v.Pkg() != w.ev.pkg {
		return nil
	}
	known := w.ev.src.Variable(v)
	for _, s := range slices.Concat(known.Stores, known.Derefs) {
		if s.Rhs == nil {
			continue
		}
		if hops := w.expr(s.Rhs, max(s.Result, 0), frames); hops != nil {
			return then(hops, s.Rhs.Pos(), "assigned to "+v.Name())
		}
	}
	if hops := w.parameter(v, known.Param, frames); hops != nil {
		return hops
	}
	return w.taken(v, frames)
}

// taken returns the way of what is written to v through its address.
func (w *walk) taken(v *types.Var, frames []*binding) []Hop {
	for _, u := range w.ev.src.Variable(v).Taken {
		if u.Call == nil || u.Arg < 0 || !w.in(w.ev.throughAddress(v, u)) {
			continue
		}
		hops := w.any(slices.Delete(slices.Clone(u.Call.Args), u.Arg, u.Arg+1), frames)
		if hops == nil {
			hops = w.start(u.Call)
		}
		return then(hops, u.Call.Pos(), "stored in "+v.Name())
	}
	return nil
}

// parameter returns the way up to v, which p says is a parameter: through the
// call in frames, or else through any.
func (w *walk) parameter(v *types.Var, p *source.Param, frames []*binding) []Hop {
	switch {
	case p == nil:
		return nil
	case p.Fn == nil:
		calls, _ := w.ev.callsOfLiteral(p.Lit)
		for _, call := range calls {
			if p.Index < len(call.Args) {
				if hops := w.expr(call.Args[p.Index], 0, frames); hops != nil {
					return then(hops, call.Args[p.Index].Pos(), "given to a function as "+v.Name())
				}
			}
		}
		return nil
	}
	for i, f := range slices.Backward(frames) {
		if f.fn == p.Fn {
			return w.argument(v, f, p.Index, frames[:i])
		}
	}
	calls, _ := w.ev.src.Calls(p.Fn)
	for _, c := range calls {
		if hops := w.argument(v, &binding{fn: p.Fn, call: c}, p.Index, nil); hops != nil {
			return hops
		}
	}
	return nil
}

// argument returns the way up to v, the parameter of b with an index.
func (w *walk) argument(v *types.Var, b *binding, index int, frames []*binding) []Hop {
	for _, e := range argumentsAt(b, index) {
		if hops := w.expr(e, 0, frames); hops != nil {
			if index == source.Receiver {
				return hops
			}
			return then(hops, e.Pos(), "given to "+b.fn.Name()+" as "+v.Name())
		}
	}
	return nil
}

// argumentsAt returns what b gives for the parameter with an index.
func argumentsAt(b *binding, index int) []ast.Expr {
	args := b.call.Args
	switch {
	case index == source.Receiver:
		if sel, ok := ast.Unparen(b.call.Fun).(*ast.SelectorExpr); ok {
			return []ast.Expr{sel.X}
		}
		return nil
	case index >= len(args):
		return nil
	case b.fn.Signature().Variadic() && index == b.fn.Signature().Params().Len()-1:
		return args[index:]
	}
	return args[index : index+1]
}

// Given returns the expression that call gives for p, a parameter of fn or
// something below it, and the fields that p selects from it; nil where there
// is none.
func (ev *Evaluator) Given(p Piece, fn *types.Func, call *ast.CallExpr) (e ast.Expr, fields []string) {
	if p.Kind != Param || p.owner != fn {
		return nil, nil
	}
	args := argumentsAt(&binding{fn: fn, call: call}, p.Index)
	if len(args) == 0 {
		return nil, nil
	}
	for _, s := range p.Path {
		fields = append(fields, s.Name)
	}
	return args[0], fields
}

// field returns the way up to a field of x.
func (w *walk) field(x ast.Expr, field *types.Var, frames []*binding) []Hop {
	if field == nil {
		return nil
	}
	v := w.ev.Eval(x)
	for _, b := range slices.Backward(frames) {
		v = w.ev.subst(v, b)
	}
	objs, _ := w.ev.Close(v).Objects()
	for _, o := range objs {
		lit, ok := o.node.(*ast.CompositeLit)
		if !ok {
			continue
		}
		inside := slices.Clip(frames)
		for _, b := range slices.Backward(o.binds) {
			if b.call != nil {
				inside = append(inside, b)
			}
		}
		if hops := w.given(lit, o.struc, field, inside); hops != nil {
			return hops
		}
	}
	if n := source.NamedOf(w.ev.info.TypeOf(x)); n != nil && len(objs) == 0 {
		st, _ := n.Underlying().(*types.Struct)
		for _, lit := range w.ev.src.LiteralsOf(n.Obj()) {
			if hops := w.given(lit, st, field, frames); hops != nil {
				return hops
			}
		}
	}
	for _, s := range w.ev.src.Variable(field.Origin()).Fields {
		if s.Rhs == nil {
			continue
		}
		if hops := w.expr(s.Rhs, max(s.Result, 0), frames); hops != nil {
			return then(hops, s.Sel.Pos(), "assigned to field "+field.Name())
		}
	}
	if hops := w.taken(field.Origin(), frames); hops != nil {
		return hops
	}
	if field.Pkg() == w.ev.pkg && w.in(w.ev.outside(field.Origin(), nil)) {
		return []Hop{hop(field.Pos(), "field "+field.Name()+" is filled from "+w.of.Origin())}
	}
	return nil
}

// given returns the way up to what lit, of type st, gives to field.
func (w *walk) given(lit *ast.CompositeLit, st *types.Struct, field *types.Var, frames []*binding) []Hop {
	e := literalField(lit, st, field.Name())
	if e == nil {
		return nil
	}
	return then(w.expr(e, 0, frames), e.Pos(), "given to field "+field.Name())
}
