package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

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
	fn := ev.src.Callee(call)
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
	if ok && from.Info()&types.IsInteger != 0 && source.IsString(to) {
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
			o := &Object{Site: ev.src.Site(call), node: call, struc: st}
			if n := source.NamedOf(t); n != nil {
				o.Type = typeName(n.Obj())
			}
			// new(T) is &T{}.
			o.node = &ast.CompositeLit{Type: call.Args[0], Lbrace: call.Pos(), Rbrace: call.Rparen}
			return object(o)
		}
		return zeroOfType(t)
	case "make":
		if _, ok := ev.info.TypeOf(call.Args[0]).Underlying().(*types.Map); ok {
			return ev.emptyMap(call)
		}
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
	f := ev.called(call.Fun)
	var vs []Value
	for _, a := range f.Alts {
		switch {
		case a.fn != nil && a.fn.lit != nil:
			vs = append(vs, ev.through(ev.bodyResult(a.fn.lit, a.fn.lit.Type, result), a.fn.binds))
		case a.fn != nil:
			vs = append(vs, ev.callOf(a.fn.fn, call, result, a.fn.recv))
		default:
			vs = append(vs, unknown())
		}
	}
	v := ev.orUnknown(union(vs...))
	// An injected getenv func(string) string reads the environment.
	if v.HasKind(Unknown) && len(call.Args) == 1 && result == 0 {
		if key, ok := ev.Eval(call.Args[0]).Single(); ok && EnvName(key) {
			if sig, ok := ev.info.TypeOf(call.Fun).Underlying().(*types.Signature); ok && sig.Results().Len() > 0 && source.IsString(sig.Results().At(0).Type()) {
				v = union(v, hole(Piece{Kind: Env, Text: key}))
			}
		}
	}
	return v
}

// called returns what a call of e calls. A function that is handed in, such as
// getenv, is the one that all calls in sight hand in.
func (ev *Evaluator) called(e ast.Expr) Value {
	f := ev.Eval(e)
	if !f.HasParam() {
		return f
	}
	closed := ev.Close(f)
	if slices.ContainsFunc(closed.Alts, func(a Alt) bool { return a.fn == nil }) {
		return f
	}
	return closed
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
		if d := ev.src.Decl(fn); d != nil && d.Body != nil {
			v := ev.Result(fn, result)
			return ev.made(ev.subst(ev.closeExcept(v, fn), b), fn, call, result)
		}
		if types.IsInterface(source.RecvType(fn)) {
			return ev.viaInterface(fn, call, result)
		}
		return unknown()
	}
	if v, ok := ev.importResult(fn, result); ok {
		return ev.made(ev.subst(v, b), fn, call, result)
	}
	if types.IsInterface(source.RecvType(fn)) {
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
	if len(v.Alts) > 0 && !v.HasKind(Unknown) || fn.Pkg() == ev.pkg {
		return v
	}
	n := source.NamedOf(t)
	o := &Object{Type: typeName(n.Obj()), Site: ev.src.Site(call), node: call}
	o.struc, _ = n.Underlying().(*types.Struct)
	return object(o)
}

// unseen returns the value of a function without a summary. One that has env
// in its name and takes the name of a variable reads it.
func (ev *Evaluator) unseen(fn *types.Func, call *ast.CallExpr) Value {
	if len(call.Args) > 0 && strings.Contains(strings.ToLower(fn.Name()), "env") {
		if key, ok := ev.Eval(call.Args[0]).Single(); ok && EnvName(key) {
			return union(unknown(), hole(Piece{Kind: Env, Text: key}))
		}
	}
	return unknown()
}
