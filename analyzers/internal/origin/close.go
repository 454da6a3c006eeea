package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// subst fills the parameters of b's function in v with the arguments of b's
// call.
func (ev *Evaluator) subst(v Value, b *binding) Value {
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()
	open := func(p Piece) bool { return p.open(b.fn) || p.ofOption(b) }
	if !slices.ContainsFunc(v.Alts, func(a Alt) bool { return a.Obj != nil || a.fn != nil || slices.ContainsFunc(a.Pieces, open) }) {
		return v
	}
	return v.each(func(a Alt) Value {
		if a.Obj != nil {
			return object(a.Obj.bound(b))
		}
		if a.fn != nil {
			return Value{Alts: []Alt{{fn: a.fn.bound(b)}}}
		}
		if !slices.ContainsFunc(a.Pieces, open) {
			return Value{Alts: []Alt{a}}
		}
		parts := make([]Value, len(a.Pieces))
		for i, p := range a.Pieces {
			switch {
			case p.ofOption(b):
				parts[i] = ev.chosen(p, b)
			case !p.open(b.fn):
				parts[i] = hole(p)
			case p.Kind == Env:
				parts[i] = ev.substKey(p, b)
			default:
				parts[i] = ev.argument(p, b)
			}
		}
		if len(parts) == 1 {
			return parts[0] // which may be an object
		}
		return concat(parts...)
	})
}

// open reports whether p depends on a parameter of fn.
func (p Piece) open(fn *types.Func) bool {
	if p.Kind == Param {
		return p.owner == fn
	}
	return slices.ContainsFunc(p.Key, func(k Piece) bool { return k.open(fn) })
}

func (ev *Evaluator) substKey(p Piece, b *binding) Value {
	keys := ev.subst(Value{Alts: []Alt{{Pieces: p.Key}}}, b)
	return keys.each(func(a Alt) Value { return p.named(a) })
}

// named returns p, a lookup of a name that had parameters in it, as the lookup
// of the name a.
func (p Piece) named(a Alt) Value {
	v := envValue(a)
	q := &v.Alts[0].Pieces[0]
	q.Raw, q.Derived, q.Number = p.Raw, p.Derived, p.Number
	return v
}

// envValue returns the environment variable named by a.
func envValue(a Alt) Value {
	if t, ok := a.Text(); ok {
		return hole(Piece{Kind: Env, Text: t})
	}
	if a.Obj == nil && a.fn == nil && slices.ContainsFunc(a.Pieces, func(p Piece) bool { return p.Kind == Param }) {
		return hole(Piece{Kind: Env, Key: a.Pieces})
	}
	return hole(Piece{Kind: Env})
}

// argument returns what p, a parameter or something below it, is at b.
func (ev *Evaluator) argument(p Piece, b *binding) Value {
	v, e := ev.argValue(b, p.Index)
	if params := b.fn.Signature().Params(); p.Index >= 0 && p.Index < params.Len() {
		p = p.within(params.At(p.Index).Type())
	}
	v = ev.below(v, p)
	if e != nil && len(p.Path) == 0 {
		v = v.anchored(e) // what only carries the value in a struct need not change
	}
	if p.anchor != nil {
		v = v.anchored(p.anchor)
	}
	return v
}

// within returns p, whose parameter is of type t, with the fields on its path: a fact
// has only their names.
func (p Piece) within(t types.Type) Piece {
	path := slices.Clone(p.Path)
	for i := range path {
		f, _, _ := types.LookupFieldOrMethod(t, true, nil, path[i].Name)
		field, ok := f.(*types.Var)
		if !ok {
			break
		}
		if path[i].field == nil {
			path[i].field = field
		}
		t = field.Type()
	}
	p.Path = path
	return p
}

// below returns what p is where its parameter is v.
func (ev *Evaluator) below(v Value, p Piece) Value {
	for _, s := range p.Path {
		v = ev.FieldOf(v, s.Name, s.field)
	}
	return p.makes(v)
}

// makes returns what p makes of v, which is what stands at its path.
func (p Piece) makes(v Value) Value {
	if p.Set {
		v = v.set()
	}
	switch p.Cut {
	case CutHost:
		v = v.hostOf()
	case CutPort:
		v = v.portOf()
	}
	if p.Derived {
		v = derived(v)
	}
	if p.Joined {
		v = bracketed(v)
	}
	return v
}

// argValue returns the argument of b at index i, and its expression.
func (ev *Evaluator) argValue(b *binding, i int) (Value, ast.Expr) {
	call := b.call
	if call == nil {
		if i == b.index {
			return object(b.self), nil
		}
		return hole(Piece{Kind: Param, Parameter: Parameter{Index: i}, here: here{owner: b.fn}}), nil
	}
	if ev.byContainer[call] && i >= 0 && i < b.fn.Signature().Params().Len() {
		return ev.injection(b.fn.Signature().Params().At(i).Type()), nil
	}
	if i == source.Receiver {
		if b.recv != nil {
			return ev.Eval(b.recv), nil
		}
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			v := ev.Eval(sel.X)
			if s := ev.info.Selections[sel]; s != nil {
				v = ev.path(v, s)
			}
			return v, nil
		}
		return unknown(), nil
	}
	sig := b.fn.Signature()
	if len(call.Args) == 1 && sig.Params().Len() > 1 {
		if inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr); ok {
			if _, ok := ev.info.TypeOf(inner).(*types.Tuple); ok {
				return ev.Call(inner, i), call.Args[0]
			}
		}
	}
	if sig.Variadic() && i == sig.Params().Len()-1 && !call.Ellipsis.IsValid() {
		var vs []Value
		for _, a := range call.Args[min(i, len(call.Args)):] {
			vs = append(vs, ev.Eval(a).anchored(a))
		}
		return union(vs...), nil
	}
	if i >= len(call.Args) {
		return unknown(), nil
	}
	return ev.Eval(call.Args[i]), call.Args[i]
}

// closeForeign fills the parameter of a function of another package, such as
// an option that sets a field, from the calls in this program.
func (ev *Evaluator) closeForeign(p Piece, keep *types.Func) Value {
	if ev.pkg.Name() != "main" {
		if option := ev.optionOf(p); option != nil && option.Pkg() == ev.pkg {
			return hole(p) // left for programs already
		}
		return unknown()
	}
	return ev.closeExcept(ev.given(p), keep)
}

// given returns what this package gives for p, a parameter of a function of
// another package.
func (ev *Evaluator) given(p Piece) Value {
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()
	// c.Addr = ":" + c.Addr: what the call gives the field is what it has from
	// the call.
	k := "given " + Alt{Pieces: []Piece{p}}.key()
	if ev.closing[k] {
		ev.cut++
		return Value{}
	}
	ev.closing[k] = true
	defer delete(ev.closing, k)
	var vs []Value
	// A method may be called through an interface, out of sight.
	used := ev.pkg.Name() != "main" || p.ofSetter() || ev.base.Written(p.Owner)
	for _, fn := range ev.src.FuncsMentioned() {
		if fn.Pkg() == nil || fn.Pkg() == ev.pkg || !strings.HasSuffix(p.Owner, fn.Name()) || fn.FullName() != p.Owner {
			continue
		}
		used = true
		calls, _ := ev.src.Calls(fn)
		for _, c := range calls {
			vs = append(vs, ev.argument(p.of(fn), &binding{fn: fn, call: c}))
		}
	}
	if !used {
		return p.untaken()
	}
	return ev.orUnknown(union(vs...))
}

// untaken returns what p adds, the parameter of an option that nobody chooses.
func (p Piece) untaken() Value {
	if p.Lone == nil || len(p.Path) > 0 {
		return Value{}
	}
	return hole(Piece{Kind: Literal, Text: p.Lone[0], Zero: true})
}

// Close is the value that v has in this package: every parameter in it is
// filled from the calls in sight, where these are all calls that there are;
// others become Unknown.
func (ev *Evaluator) Close(v Value) Value { return ev.closeExcept(v, nil) }

// CloseOthers is Close but for the parameters of the function that encloses
// at.
func (ev *Evaluator) CloseOthers(v Value, at ast.Node) Value {
	return ev.closeExcept(v, ev.src.EnclosingFunc(at.Pos()))
}

func (ev *Evaluator) closeExcept(v Value, keep *types.Func) Value {
	if !v.Has(func(p Piece) bool { return p.free(keep) }) {
		return v
	}
	return v.each(func(a Alt) Value {
		if a.Obj != nil || a.fn != nil {
			return Value{Alts: []Alt{a}}
		}
		parts := make([]Value, len(a.Pieces))
		for i, p := range a.Pieces {
			parts[i] = hole(p)
			if p.free(keep) {
				parts[i] = ev.closePiece(p, keep)
			}
		}
		if len(parts) == 1 {
			return parts[0]
		}
		return concat(parts...)
	})
}

// free reports whether p depends on a parameter of a function other than keep.
func (p Piece) free(keep *types.Func) bool {
	if p.Kind == Param {
		return p.owner != keep || keep == nil
	}
	return slices.ContainsFunc(p.Key, func(k Piece) bool { return k.free(keep) })
}

func (ev *Evaluator) closePiece(p Piece, keep *types.Func) Value {
	fn := p.owner
	if p.Kind == Env {
		keys := ev.closeExcept(Value{Alts: []Alt{{Pieces: p.Key}}}, keep)
		return keys.each(func(a Alt) Value { return p.named(a) })
	}
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()
	foreign := fn == nil && p.Owner != ""
	if !foreign && (fn == nil || fn.Pkg() != ev.pkg) {
		return unknown()
	}
	k := Alt{Pieces: []Piece{p}}.key()
	if keep != nil {
		k += keep.FullName()
	}
	if v, ok := ev.closed[k]; ok {
		return v
	}
	if ev.closing[k] {
		ev.cut++
		return Value{}
	}
	before := ev.cut
	ev.closing[k] = true
	var v Value
	if others, ok := ev.fromOthers(p); ok {
		v = others
	} else if p.isInjected() {
		v = ev.fromContainer(p, keep)
	} else if foreign {
		v = ev.closeForeign(p, keep)
	} else {
		v = ev.closeNew(p, keep)
	}
	delete(ev.closing, k)
	if ev.cut == before || len(ev.closing) == 0 {
		ev.closed[k] = v
	}
	return v
}

// closeNew is closePiece for a parameter of this package not seen before.
func (ev *Evaluator) closeNew(p Piece, keep *types.Func) Value {
	fn := p.owner
	calls, closed := ev.src.Calls(fn)
	if closed && len(calls) == 0 && ev.pkg.Name() == "main" && p.Index != source.Receiver {
		return p.untaken()
	}
	if !closed || len(calls) == 0 {
		if p.Index == source.Receiver && len(p.Path) == 0 {
			if v, ok := ev.converted(source.RecvType(fn)); ok {
				return ev.closeExcept(v, keep)
			}
		}
		// The receiver's own fields may be known all the same.
		if len(p.Path) == 0 && fn.Exported() && fn.Signature().Recv() == nil && ev.pkg.Name() != "main" {
			// An option of this package: programs see what it is given.
			return hole(Piece{Kind: Param, Parameter: Parameter{Index: p.Index, Cut: p.Cut, Lone: p.Lone, Joined: p.Joined, Set: p.Set, Owner: fn.FullName(), Wrapped: len(ev.wrappers(fn)) > 0}, Derived: p.Derived, here: here{anchor: p.anchor}})
		}
		v := ev.closeExcept(ev.belowAny(p), keep)
		if p.anchor != nil {
			v = v.anchored(p.anchor)
		}
		return v
	}
	var vs []Value
	for _, c := range calls {
		vs = append(vs, ev.closeExcept(ev.argument(p, &binding{fn: fn, call: c}), keep))
	}
	return union(vs...)
}

// Fill returns v, which has parameters of fn in it, as it is at call.
func (ev *Evaluator) Fill(v Value, fn *types.Func, call *ast.CallExpr) Value {
	return ev.subst(v, &binding{fn: fn, call: call})
}

// CloseFields returns v with every field below a parameter replaced by all
// that this package ever gives that field, which may have parameters of keep
// in it; Unknown where others can give it something too.
func (ev *Evaluator) CloseFields(v Value, keep *types.Func) Value {
	if !v.Has(func(p Piece) bool { return p.Kind == Param && len(p.Path) > 0 }) {
		return v
	}
	return v.each(func(a Alt) Value {
		if a.Obj != nil || a.fn != nil {
			return Value{Alts: []Alt{a}}
		}
		parts := make([]Value, len(a.Pieces))
		for i, p := range a.Pieces {
			parts[i] = hole(p)
			if p.Kind == Param && len(p.Path) > 0 {
				parts[i] = ev.closeExcept(ev.belowAny(p), keep)
				if p.anchor != nil {
					parts[i] = parts[i].anchored(p.anchor)
				}
			}
		}
		if len(parts) == 1 {
			return parts[0]
		}
		return concat(parts...)
	})
}

// belowAny returns what stands at p's path, whatever struct its parameter is:
// the first field on the way of which this package sees all values decides.
func (ev *Evaluator) belowAny(p Piece) Value {
	for i, s := range p.Path {
		values := ev.anyField // where this package sees all structs
		if s.field == nil || s.field.Pkg() != ev.pkg {
			values = ev.anyOf
		}
		v := values(s.field)
		for _, t := range p.Path[i+1:] {
			v = ev.FieldOf(v, t.Name, t.field)
		}
		if ev.spent() {
			break
		}
		switch {
		case len(v.Alts) == 0 || v.HasKind(Unknown):
		default:
			return p.makes(v)
		}
	}
	return unknown()
}
