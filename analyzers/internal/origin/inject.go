package origin

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about containers, such as that of fx: they call the functions
// that they are given with what others of these return, by type. A parameter of
// such a function is a hole for whatever of its type is provided, and is filled
// in the package that makes the container: there all that provide are in sight.

// Provided is a value that a container gets for a type.
type Provided struct {
	Type  string
	Value Value
}

// injected begins the owner of a hole for what a container provides; its type
// follows.
const injected = "fx:"

// isInjected reports whether p is a hole for what a container provides.
func (p Piece) isInjected() bool { return p.Kind == Param && strings.HasPrefix(p.Owner, injected) }

// Injects reports whether v depends on what a container provides.
func (v Value) Injects() bool { return v.Has(Piece.isInjected) }

// MakesContainer reports whether fn makes a container.
func (ev *Evaluator) MakesContainer(fn *types.Func) bool { return ev.injects(fn, "container") }

// Registers reports whether what fn is given is called by a container.
func (ev *Evaluator) Registers(fn *types.Func) bool {
	return ev.injects(fn, "provide", "call", "annotate")
}

// injects reports whether fn does one of ops for a container.
func (ev *Evaluator) injects(fn *types.Func, ops ...string) bool {
	r := ev.Row(fn, catalog.Inject)
	return r != nil && slices.Contains(ops, r.Op)
}

// CalledByContainer reports whether e, a function, is given to a container, and
// notes that made, a call made up for it, has what the container provides for
// arguments.
func (ev *Evaluator) CalledByContainer(e ast.Expr, made *ast.CallExpr) bool {
	cur, found := ev.src.Find(e)
	if !found {
		return false
	}
	call, ok := cur.Parent().Node().(*ast.CallExpr)
	if !ok || ast.Unparen(call.Fun) == e || !ev.Registers(ev.src.Callee(call)) {
		return false
	}
	ev.byContainer[made] = true
	return true
}

// injection returns the value of a parameter of type t of a function that a
// container calls. A struct that embeds fx.In is taken apart.
func (ev *Evaluator) injection(t types.Type) Value {
	if st, ok := t.Underlying().(*types.Struct); ok && ev.embeds(st, "in") {
		o := &Object{Type: injected + types.TypeString(t, nil), Site: injected + types.TypeString(t, nil)}
		for f := range st.Fields() {
			if !f.Embedded() {
				o.Fields = append(o.Fields, Field{f.Name(), ev.injection(f.Type())})
			}
		}
		return object(o)
	}
	return hole(Piece{Kind: Param, Parameter: Parameter{Owner: injected + types.TypeString(t, nil)}})
}

// embeds reports whether a container takes st apart, by what it embeds.
func (ev *Evaluator) embeds(st *types.Struct, op string) bool {
	for f := range st.Fields() {
		if r := ev.TypeRow(f.Type(), catalog.Inject); f.Embedded() && r != nil && r.Op == op {
			return true
		}
	}
	return false
}

// fromContainer returns what is provided for p, in a package that makes a
// container; elsewhere it stays the hole that it is.
func (ev *Evaluator) fromContainer(p Piece, keep *types.Func) Value {
	if !slices.ContainsFunc(ev.src.FuncsMentioned(), ev.MakesContainer) {
		return hole(p)
	}
	var vs []Value
	for _, given := range append(slices.Clone(ev.base.Provided), ev.Provides()...) {
		if given.Type == strings.TrimPrefix(p.Owner, injected) {
			vs = append(vs, ev.closeExcept(ev.below(given.Value, p), keep))
		}
	}
	return ev.orUnknown(union(vs...))
}

// Provides returns what this package gives to containers.
func (ev *Evaluator) Provides() []Provided {
	if ev.provides == nil {
		ev.provides = make([]Provided, 0, 8)
		for _, call := range ev.src.CallsTo(func(fn *types.Func) bool { return ev.injects(fn, "provide", "supply") }) {
			ev.noteProvided(call)
		}
	}
	return ev.provides
}

func (ev *Evaluator) noteProvided(call *ast.CallExpr) {
	for _, a := range call.Args {
		if ev.injects(ev.src.Callee(call), "supply") {
			ev.provide(ev.info.TypeOf(a), ev.Eval(a).anchored(a))
		} else {
			ev.provideBy(a, nil)
		}
	}
}

// provideBy notes the results of the function e, annotated or not; as are the
// interfaces that it is provided as.
func (ev *Evaluator) provideBy(e ast.Expr, as []types.Type) {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && ev.injects(ev.src.Callee(call), "annotate") && len(call.Args) > 0 {
		for _, a := range call.Args[1:] {
			as = append(as, ev.annotatedAs(a)...)
		}
		ev.provideBy(call.Args[0], as)
		return
	}
	for _, a := range ev.Eval(e).Alts {
		if sig := ev.signature(e, a); sig != nil {
			ev.provideResults(e, a, sig, as)
		}
	}
}

// signature returns the type of the function a, which e is, or nil. That of e is
// better, since a generic function has its type arguments there.
func (ev *Evaluator) signature(e ast.Expr, a Alt) *types.Signature {
	if sig, ok := ev.info.TypeOf(e).Underlying().(*types.Signature); ok {
		return sig
	}
	switch fn, lit := a.Func(); {
	case lit != nil:
		sig, _ := ev.info.TypeOf(lit).Underlying().(*types.Signature)
		return sig
	case fn != nil:
		return fn.Signature()
	}
	return nil
}

// provideResults notes the results of the function a with signature sig, which e
// is.
func (ev *Evaluator) provideResults(e ast.Expr, a Alt, sig *types.Signature, as []types.Type) {
	for i := range sig.Results().Len() {
		t := sig.Results().At(i).Type()
		if source.IsError(t) {
			continue
		}
		v := ev.containerCall(e, a, i)
		if st, ok := t.Underlying().(*types.Struct); ok && ev.embeds(st, "out") {
			for f := range st.Fields() {
				if !f.Embedded() {
					ev.provide(f.Type(), ev.FieldOf(v, f.Name(), f))
				}
			}
			continue
		}
		ev.provide(t, v.anchored(e))
		for _, other := range as {
			ev.provide(other, v.anchored(e))
		}
	}
}

// annotatedAs returns the types that fx.As(new(T)) names.
func (ev *Evaluator) annotatedAs(e ast.Expr) (ts []types.Type) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || !ev.injects(ev.src.Callee(call), "as") {
		return nil
	}
	for _, a := range call.Args {
		if p, ok := ev.info.TypeOf(a).Underlying().(*types.Pointer); ok {
			ts = append(ts, p.Elem())
		}
	}
	return ts
}

// containerCall returns a result of the function a, which e is, as the container
// calls it.
func (ev *Evaluator) containerCall(e ast.Expr, a Alt, result int) Value {
	switch fn, lit := a.Func(); {
	case lit != nil:
		return ev.bodyResult(lit, lit.Type, result)
	case fn != nil:
		call := &ast.CallExpr{Fun: e, Lparen: e.End(), Rparen: e.End()}
		ev.byContainer[call] = true
		v := ev.resultOf(fn, result, &binding{fn: fn, call: call, recv: a.Bound()})
		return ev.made(v, fn, call, result)
	}
	return unknown()
}

func (ev *Evaluator) provide(t types.Type, v Value) {
	if t != nil && len(v.Alts) > 0 {
		ev.provides = append(ev.provides, Provided{Type: types.TypeString(t, nil), Value: v})
	}
}

// EncodeProvides returns what the package provides as its fact carries it.
func (ev *Evaluator) EncodeProvides() []Provided {
	var out []Provided
	for _, p := range ev.Provides() {
		ev.Reaches(p.Value)
	}
	for _, p := range ev.Provides() {
		if v, ok := ev.encode(p.Value, nil, factDepth); ok {
			out = append(out, Provided{Type: p.Type, Value: v})
		}
	}
	return out
}

// SortedProvides returns what is provided as facts carry it: in order, each once,
// and not too much.
func SortedProvides(ps []Provided) []Provided {
	slices.SortStableFunc(ps, func(a, b Provided) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Value.String(), b.Value.String()))
	})
	ps = slices.CompactFunc(ps, func(a, b Provided) bool { return a.Type == b.Type && a.Value.String() == b.Value.String() })
	return ps[:min(len(ps), maxProvided)]
}

// maxProvided is how much of what is provided a fact may carry.
const maxProvided = 64
