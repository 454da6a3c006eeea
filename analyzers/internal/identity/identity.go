// Package identity tells which channel, WaitGroup, group or context an expression is,
// so that those who wait can be told from those who wait for something else.
package identity

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Identity tells which channel, WaitGroup, group or context an expression is: by
// the variables and fields that may have held it on its way from where it was
// made. Two expressions that have one of them in common may be one thing.
type Identity struct {
	Held    map[types.Object]bool
	Makers  map[string]bool // the functions of libraries that may have made it
	Said    map[string]bool // channels and groups of other packages, as the functions there name them that return them
	Unknown bool            // it may come from where nobody sees
	Given   bool            // of what is told: functions that others have given are called, too
}

// Open reports whether it is not known what is told, or what somebody waits for.
func (id Identity) Open() bool { return id.Unknown || id.Given }

// NeverEnds reports whether id is a context that nothing ends.
func (id Identity) NeverEnds() bool {
	for maker := range id.Makers {
		if maker != "context.Background" && maker != "context.TODO" {
			return false
		}
	}
	return !id.Unknown && len(id.Makers) > 0
}

// Meets reports whether a and b may be one thing.
func (a Identity) Meets(b Identity) bool {
	if a.Open() || b.Open() {
		return true
	}
	for o := range a.Held {
		if b.Held[o] {
			return true
		}
	}
	return false
}

// Add makes a what it or b may be.
func (a *Identity) Add(b Identity) {
	a.Unknown, a.Given = a.Unknown || b.Unknown, a.Given || b.Given
	if a.Held == nil {
		a.Held = make(map[types.Object]bool)
	}
	for o := range b.Held {
		a.Held[o] = true
	}
	for m := range b.Makers {
		a.madeBy(m)
	}
	for s := range b.Said {
		a.SaidBy(s)
	}
}

// SaidBy notes that a channel or group of another package tells it, too.
func (a *Identity) SaidBy(site string) {
	if a.Said == nil {
		a.Said = make(map[string]bool)
	}
	a.Said[site] = true
}

func (a *Identity) madeBy(maker string) {
	if a.Makers == nil {
		a.Makers = make(map[string]bool)
	}
	a.Makers[maker] = true
}

// Of returns the identity of e, an expression of src.
func Of(src *source.Package, e ast.Expr) Identity {
	return Within(src, e, nil)
}

// Within is Of as it is known inside fn, whose parameters stand for what they are given.
func Within(src *source.Package, e ast.Expr, fn *types.Func) Identity {
	var id Identity
	tracer{src, fn}.trace(e, -1, &id, 0)
	return id
}

// tracer follows expressions to where they were made.
type tracer struct {
	src    *source.Package
	within *types.Func
}

// trace adds to id what e, or its result with the given index, may be.
func (tr tracer) trace(e ast.Expr, result int, id *Identity, depth int) {
	if depth > 20 || len(id.Held) > 50 {
		id.Unknown = true
		return
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if v, ok := tr.src.Object(e).(*types.Var); ok {
			tr.traceVar(v.Origin(), id, depth)
			return
		}
		id.Unknown = id.Unknown || !tr.src.Info.Types[e].IsNil() // who waits for nil waits for ever
	case *ast.UnaryExpr:
		if e.Op != token.AND {
			id.Unknown = true
			return
		}
		tr.trace(e.X, -1, id, depth)
	case *ast.StarExpr:
		tr.trace(e.X, -1, id, depth)
	case *ast.CompositeLit:
		// Made here, and known by what holds it.
	case *ast.CallExpr:
		tr.traceCall(e, result, id, depth)
	default:
		id.Unknown = true
	}
}

// traceVar adds what the variable or field v may be.
func (tr tracer) traceVar(v *types.Var, id *Identity, depth int) {
	if id.Held[v] {
		return
	}
	id.Add(Identity{Held: map[types.Object]bool{v: true}})
	if v.Pkg() != tr.src.Pkg {
		// time.Timer.C and the like are fed by their library. What a package
		// of the program keeps in an exported variable, others feed.
		id.Unknown = id.Unknown || tr.src.Ours(v.Pkg())
		return
	}
	happens := tr.src.Variable(v)
	if p := happens.Param; p != nil {
		tr.traceParam(p, id, depth)
	}
	for _, s := range happens.Stores {
		tr.traceStore(s, id, depth)
	}
	for _, s := range happens.Fields {
		tr.traceStore(s.Store, id, depth)
	}
	for _, el := range tr.src.InLiterals(v) {
		tr.trace(el, -1, id, depth+1)
	}
	if len(happens.Derefs) > 0 {
		id.Unknown = true
	}
}

func (tr tracer) traceStore(s source.Store, id *Identity, depth int) {
	switch {
	case s.Rhs == nil || s.Elem || s.Plus:
		id.Unknown = true
	default:
		tr.trace(s.Rhs, s.Result, id, depth+1)
	}
}

// traceParam adds what a parameter is given.
func (tr tracer) traceParam(p *source.Param, id *Identity, depth int) {
	var calls []*ast.CallExpr
	switch {
	case p.Fn != nil && p.Fn == tr.within:
		return
	case p.Fn != nil:
		var all bool
		if calls, all = tr.src.Calls(p.Fn); !all {
			id.Unknown = true
		}
	case p.Lit != nil:
		call, ok := tr.src.Parent(p.Lit).(*ast.CallExpr)
		if !ok || call.Fun != p.Lit {
			id.Unknown = true
			return
		}
		calls = []*ast.CallExpr{call}
	}
	for _, call := range calls {
		switch sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr); {
		case p.Index == source.Receiver && isSel:
			tr.trace(sel.X, -1, id, depth+1)
		case p.Index >= 0 && p.Index < len(call.Args) && !call.Ellipsis.IsValid():
			tr.trace(call.Args[p.Index], -1, id, depth+1)
		default:
			id.Unknown = true
		}
	}
}

// traceCall adds what a result of call may be.
func (tr tracer) traceCall(call *ast.CallExpr, result int, id *Identity, depth int) {
	tv := tr.src.Info.Types[call.Fun]
	switch {
	case tv.IsType() && len(call.Args) == 1:
		tr.trace(call.Args[0], -1, id, depth+1)
		return
	case tv.IsBuiltin():
		id.madeBy("make")
		return
	}
	fn := tr.src.Callee(call)
	if fn == nil {
		id.Unknown = true
		return
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && fn.Name() == "Done" && fn.Pkg() != nil && fn.Pkg().Path() == "context" {
		tr.trace(sel.X, -1, id, depth+1) // the channel of a context is the context
		return
	}
	d := tr.src.Decl(fn)
	if d == nil || d.Body == nil {
		// What a library makes nobody else has; what another package of the
		// program gives may be shared.
		if flow.Derivations[fn.FullName()] == "" {
			id.Unknown = id.Unknown || fn.Pkg() == nil || tr.src.Ours(fn.Pkg())
		}
		if fn.FullName() == "context.WithValue" && len(call.Args) > 0 {
			tr.trace(call.Args[0], -1, id, depth+1)
			return
		}
		id.madeBy(fn.FullName())
		return
	}
	for _, r := range tr.src.Returns(d) {
		switch i := max(result, 0); {
		case i < len(r.Results):
			tr.trace(r.Results[i], -1, id, depth+1)
		default:
			id.Unknown = true
		}
	}
}

// SamePlace reports whether a and b are written as one variable, or one field of it.
func SamePlace(src *source.Package, a, b ast.Expr) bool {
	x, isField := ast.Unparen(a).(*ast.SelectorExpr)
	y, isFieldToo := ast.Unparen(b).(*ast.SelectorExpr)
	if o := src.Object(a); o == nil || o != src.Object(b) || isField != isFieldToo {
		return false
	}
	return !isField || SamePlace(src, x.X, y.X)
}

// IsCancel reports whether functions of type t cancel a context.
func IsCancel(t types.Type) bool {
	name := source.Named(t)
	return name == "context.CancelFunc" || name == "context.CancelCauseFunc"
}

// Cancelled returns the context that the function in the variable or field e cancels. A
// parameter cancels what all that it is given does.
// Have: stop(srv, cancel), and in func stop(srv *http.Server, done func()): done()
func Cancelled(src *source.Package, e ast.Expr) (ctx Identity, ok bool) {
	v, isVar := src.Object(e).(*types.Var)
	if !isVar || !IsCancel(v.Type()) && source.NamedOf(v.Type()) != nil {
		return Identity{}, false
	}
	ctx = cancelledBy(src, v, 0)
	return ctx, IsCancel(v.Type()) || !ctx.Unknown && src.Variable(v).Param != nil
}

// cancelledBy is Cancelled for the function in v.
func cancelledBy(src *source.Package, v *types.Var, depth int) (ctx Identity) {
	values := cancels(src, v)
	if len(values) == 0 || depth > 3 {
		return Identity{Unknown: true}
	}
	for _, s := range values {
		from, isVar := src.Object(s.Rhs).(*types.Var)
		switch {
		case s.Rhs != nil && s.Result == 1:
			ctx.Add(madeBeside(src, s.Rhs))
		case s.Rhs == nil || s.Result != -1 || !isVar:
			return Identity{Unknown: true}
		default:
			ctx.Add(cancelledBy(src, from, depth+1))
		}
	}
	return ctx
}

// cancels returns what v, a variable, field or parameter, is given: one value, or what all
// calls give a parameter; none when that is not known.
func cancels(src *source.Package, v *types.Var) (values []source.Store) {
	happens := src.Variable(v)
	values = append(values, happens.Given()...)
	for _, el := range src.InLiterals(v) {
		values = append(values, source.Store{Rhs: el, Result: -1})
	}
	p := happens.Param
	switch {
	case p == nil && len(values) != 1, p != nil && (len(values) > 0 || p.Fn == nil || p.Index < 0):
		return nil
	case p == nil:
		return values
	}
	calls, all := src.Calls(p.Fn)
	for _, call := range calls {
		if !all || p.Index >= len(call.Args) || call.Ellipsis.IsValid() || p.Fn.Signature().Variadic() {
			return nil
		}
		values = append(values, source.Store{Rhs: call.Args[p.Index], Result: -1})
	}
	return values
}

// madeBeside returns the first result of made, a call, by what it is put into.
func madeBeside(src *source.Package, made ast.Expr) Identity {
	to := src.AssignedTo(made, 2)
	if to == nil {
		return Identity{Unknown: true}
	}
	if id, isIdent := to[0].(*ast.Ident); isIdent && id.Name == "_" {
		return Identity{}
	}
	held, isVar := src.Object(to[0]).(*types.Var)
	if !isVar {
		return Identity{Unknown: true}
	}
	return Identity{Held: map[types.Object]bool{held.Origin(): true}} // and not what it was before
}
