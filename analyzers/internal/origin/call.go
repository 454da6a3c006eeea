package origin

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// Rows returns the rows of the catalogue for fn.
func (ev *Evaluator) Rows(fn *types.Func) []*catalog.Row {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	if rows, ok := ev.rows[fn]; ok {
		return rows
	}
	var rows []*catalog.Row
	if p := ev.cat.Package(fn.Pkg().Path()); p != nil {
		rows = p.Rows(fn.Origin().FullName())
	}
	if slices.ContainsFunc(rows, func(r *catalog.Row) bool { return r.Without != "" && hasOwn(fn, r.Without) }) {
		rows = nil
	}
	ev.rows[fn] = rows
	return rows
}

// hasOwn reports whether the type that fn is a method of has another with the
// given name.
func hasOwn(fn *types.Func, name string) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), name)
	_, ok := obj.(*types.Func)
	return ok
}

// Row returns the row of the given kind for fn, or nil.
func (ev *Evaluator) Row(fn *types.Func, kind catalog.Kind) *catalog.Row {
	for _, r := range ev.Rows(fn) {
		if r.Kind == kind {
			return r
		}
	}
	return nil
}

// TypeRow returns the row of the given kind for the named type behind t.
func (ev *Evaluator) TypeRow(t types.Type, kind catalog.Kind) *catalog.Row {
	n := namedOf(t)
	if n == nil || n.Obj().Pkg() == nil {
		return nil
	}
	rows, ok := ev.typeRows[n.Obj()]
	if !ok {
		if p := ev.cat.Package(n.Obj().Pkg().Path()); p != nil {
			rows = p.Rows(typeName(n.Obj()))
		}
		ev.typeRows[n.Obj()] = rows
	}
	for _, r := range rows {
		if r.Kind == kind {
			return r
		}
	}
	return nil
}

// Callee returns the function or method that call calls, also through an
// interface, or nil.
func (ev *Evaluator) Callee(call *ast.CallExpr) *types.Func {
	if fn, ok := ev.callees[call]; ok {
		return fn
	}
	fn, _ := typeutil.Callee(ev.info, call).(*types.Func)
	if fn != nil {
		fn = fn.Origin()
	}
	ev.callees[call] = fn
	return fn
}

// Slot returns the value that a call has at a slot of a row, and the
// expression that stands there. ok is false when the slot is not set or the
// argument is left out.
func (ev *Evaluator) Slot(call *ast.CallExpr, s catalog.Slot) (v Value, e ast.Expr, ok bool) {
	if !s.Set {
		return Value{}, nil, false
	}
	switch {
	case s.Arg == catalog.Receiver:
		sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !isSel {
			return Value{}, nil, false
		}
		e = sel.X
		v = ev.Eval(e)
		if sn := ev.info.Selections[sel]; sn != nil {
			v = ev.path(v, sn)
		}
	case s.Arg == catalog.Result:
		return ev.Call(call, 0), call, true
	case s.Arg < len(call.Args):
		e = call.Args[s.Arg]
		v = ev.Eval(e)
	default:
		return Value{}, nil, false
	}
	if s.Field != "" {
		for name := range strings.SplitSeq(s.Field, ".") {
			v = ev.FieldOf(v, name, ev.fieldOfType(e, name))
		}
	}
	return v, e, true
}

// fieldOfType finds the field called name of the struct that e is.
func (ev *Evaluator) fieldOfType(e ast.Expr, name string) *types.Var {
	n := namedOf(ev.info.TypeOf(e))
	if n == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(n, true, n.Obj().Pkg(), name)
	v, _ := obj.(*types.Var)
	return v
}

// Call returns the value of a call's result with the given index.
func (ev *Evaluator) Call(call *ast.CallExpr, result int) Value {
	if tv, ok := ev.info.Types[call.Fun]; ok {
		switch {
		case tv.IsType():
			return ev.conversion(call, tv.Type)
		case tv.IsBuiltin():
			return ev.builtin(call)
		}
	}
	fn := ev.Callee(call)
	if fn == nil {
		return ev.dynamic(call, result)
	}
	return ev.callOf(fn, call, result, nil)
}

func (ev *Evaluator) conversion(call *ast.CallExpr, to types.Type) Value {
	if len(call.Args) != 1 {
		return unknown()
	}
	from, ok := ev.info.TypeOf(call.Args[0]).Underlying().(*types.Basic)
	if ok && from.Info()&types.IsInteger != 0 && isString(to) {
		return unknown() // a rune
	}
	return ev.Eval(call.Args[0])
}

func (ev *Evaluator) builtin(call *ast.CallExpr) Value {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || len(call.Args) == 0 {
		return unknown()
	}
	switch id.Name {
	case "append":
		var vs []Value
		for i, a := range call.Args {
			v := ev.Eval(a)
			if i > 0 {
				v = v.anchored(a)
			}
			vs = append(vs, v)
		}
		return union(vs...)
	case "new":
		t := ev.info.TypeOf(call.Args[0])
		if st, ok := t.Underlying().(*types.Struct); ok {
			o := &Object{Site: ev.site(call), node: call, struc: st}
			if n := namedOf(t); n != nil {
				o.Type = typeName(n.Obj())
			}
			// new(T) is &T{}.
			o.node = &ast.CompositeLit{Type: call.Args[0], Lbrace: call.Pos(), Rbrace: call.Rparen}
			return object(o)
		}
		return zeroOfType(t)
	case "make":
		return Value{} // an empty collection; its elements are stored later
	case "min", "max":
		var vs []Value
		for _, a := range call.Args {
			vs = append(vs, ev.Eval(a))
		}
		return union(vs...)
	}
	return unknown()
}

// dynamic returns the value of a call through a function value.
func (ev *Evaluator) dynamic(call *ast.CallExpr, result int) Value {
	f := ev.Eval(call.Fun)
	var vs []Value
	for _, a := range f.Alts {
		switch {
		case a.fn != nil && a.fn.lit != nil:
			vs = append(vs, ev.bodyResult(a.fn.lit, a.fn.lit.Type, result))
		case a.fn != nil:
			vs = append(vs, ev.callOf(a.fn.fn, call, result, a.fn.recv))
		default:
			vs = append(vs, unknown())
		}
	}
	v := ev.orUnknown(union(vs...))
	// An injected getenv func(string) string reads the environment.
	if v.HasKind(Unknown) && len(call.Args) == 1 && result == 0 {
		if key, ok := ev.Eval(call.Args[0]).single(); ok && EnvName(key) {
			if sig, ok := ev.info.TypeOf(call.Fun).Underlying().(*types.Signature); ok && sig.Results().Len() > 0 && isString(sig.Results().At(0).Type()) {
				v = union(v, hole(Piece{Kind: Env, Text: key}))
			}
		}
	}
	return v
}

// single returns the text of a value that is one known text.
func (v Value) single() (string, bool) {
	if len(v.Alts) != 1 {
		return "", false
	}
	return v.Alts[0].Text()
}

// callOf returns a result of fn called by call. recv is the receiver bound by
// a method value.
func (ev *Evaluator) callOf(fn *types.Func, call *ast.CallExpr, result int, recv ast.Expr) Value {
	for _, r := range ev.Rows(fn) {
		if v, ok := ev.catalogued(r, fn, call, result); ok {
			return v
		}
	}
	if fn.Pkg() == nil {
		return unknown() // error.Error and the like
	}
	if v, ok := ev.std(fn, call, result); ok {
		return v
	}
	b := &binding{fn: fn, call: call, recv: recv}
	if fn.Pkg() == ev.pkg {
		if d := ev.index.decls[fn]; d != nil && d.Body != nil {
			v := ev.Result(fn, result)
			return ev.made(ev.subst(ev.closeExcept(v, fn), b), fn, call, result)
		}
		if types.IsInterface(recvType(fn)) {
			return ev.viaInterface(fn, call, result)
		}
		return unknown()
	}
	if v, ok := ev.importResult(fn, result); ok {
		return ev.made(ev.subst(v, b), fn, call, result)
	}
	if types.IsInterface(recvType(fn)) {
		return ev.viaInterface(fn, call, result)
	}
	return ev.made(ev.unseen(fn, call), fn, call, result)
}

// made gives a server that comes out of code that cannot be seen the call as
// its identity: gin.Default() makes a server.
func (ev *Evaluator) made(v Value, fn *types.Func, call *ast.CallExpr, result int) Value {
	if result >= fn.Signature().Results().Len() {
		return v
	}
	t := fn.Signature().Results().At(result).Type()
	if ev.TypeRow(t, catalog.Server) == nil && ev.TypeRow(t, catalog.Mux) == nil {
		return v
	}
	if _, all := v.Objects(); all {
		return v
	}
	if fn.Pkg() == ev.pkg {
		return v
	}
	n := namedOf(t)
	o := &Object{Type: typeName(n.Obj()), Site: ev.site(call), node: call}
	o.struc, _ = n.Underlying().(*types.Struct)
	return object(o)
}

func recvType(fn *types.Func) types.Type {
	if r := fn.Signature().Recv(); r != nil {
		return r.Type()
	}
	return types.Typ[types.Invalid]
}

// viaInterface returns a result of an interface's method, when the values
// behind the interface are known.
func (ev *Evaluator) viaInterface(fn *types.Func, call *ast.CallExpr, result int) Value {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return unknown()
	}
	objs, all := ev.Eval(sel.X).Objects()
	if !all {
		return unknown()
	}
	var vs []Value
	for _, o := range objs {
		lit, ok := o.node.(*ast.CompositeLit)
		if !ok {
			return unknown()
		}
		t := ev.info.TypeOf(lit)
		if t == nil {
			return unknown()
		}
		m, _, _ := types.LookupFieldOrMethod(t, true, ev.pkg, fn.Name())
		impl, ok := m.(*types.Func)
		if !ok || impl.Pkg() != ev.pkg || ev.index.decls[impl.Origin()] == nil {
			return unknown()
		}
		vs = append(vs, ev.subst(ev.Result(impl.Origin(), result), &binding{fn: impl.Origin(), call: call, recv: sel.X}))
	}
	return union(vs...)
}

// unseen returns the value of a function without a summary. One that has env
// in its name and takes the name of a variable reads it.
func (ev *Evaluator) unseen(fn *types.Func, call *ast.CallExpr) Value {
	if len(call.Args) > 0 && strings.Contains(strings.ToLower(fn.Name()), "env") {
		if key, ok := ev.Eval(call.Args[0]).single(); ok && EnvName(key) {
			return union(unknown(), hole(Piece{Kind: Env, Text: key}))
		}
	}
	return unknown()
}

// Result returns a result of a function of this package, with its parameters
// as holes.
func (ev *Evaluator) Result(fn *types.Func, result int) Value {
	d := ev.index.decls[fn]
	if d == nil || d.Body == nil {
		return unknown()
	}
	return ev.bodyResult(d, d.Type, result)
}

type resultKey struct {
	fn     ast.Node
	result int
}

// bodyResult returns the union of what the return statements of a function or
// literal return.
func (ev *Evaluator) bodyResult(fn ast.Node, ft *ast.FuncType, result int) Value {
	k := resultKey{fn, result}
	if v, ok := ev.busy[k]; ok {
		ev.cut++
		return v // recursion adds nothing of its own
	}
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()
	ev.busy[k] = Value{}
	defer delete(ev.busy, k)
	var vs []Value
	for _, r := range ev.index.returns(fn) {
		switch {
		case len(r.Results) == 0:
			if v := namedResult(ev.info, ft, result); v != nil {
				vs = append(vs, ev.variable(v))
			}
		case result < len(r.Results):
			if !ev.besideError(r, result) {
				vs = append(vs, ev.Eval(r.Results[result]))
			}
		case len(r.Results) == 1:
			if c, ok := ast.Unparen(r.Results[0]).(*ast.CallExpr); ok {
				vs = append(vs, ev.Call(c, result))
			}
		}
	}
	return union(vs...)
}

// besideError reports whether r returns a zero value, or a negative one, at
// result next to an error: nobody uses that value.
func (ev *Evaluator) besideError(r *ast.ReturnStmt, result int) bool {
	last := r.Results[len(r.Results)-1]
	if result == len(r.Results)-1 || !isError(ev.info.TypeOf(last)) {
		return false
	}
	if tv := ev.info.Types[last]; tv.IsNil() {
		return false
	}
	e := ast.Unparen(r.Results[result])
	if tv := ev.info.Types[e]; tv.IsNil() {
		return true
	} else if tv.Value != nil {
		switch tv.Value.Kind() {
		case constant.String:
			return constant.StringVal(tv.Value) == ""
		case constant.Int:
			return constant.Sign(tv.Value) <= 0 // -1 is no value either
		}
	}
	lit, ok := e.(*ast.CompositeLit)
	return ok && len(lit.Elts) == 0
}

func isError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

func namedResult(info *types.Info, ft *ast.FuncType, result int) *types.Var {
	if ft.Results == nil {
		return nil
	}
	i := 0
	for _, f := range ft.Results.List {
		for _, name := range f.Names {
			if i == result {
				v, _ := info.Defs[name].(*types.Var)
				return v
			}
			i++
		}
	}
	return nil
}
