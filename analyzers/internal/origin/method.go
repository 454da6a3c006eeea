package origin

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about methods that are called through interfaces. What such a
// method without parameters returns is like a field of the thing behind the
// interface: a step, which is taken where it is known what that is.

// stepInto returns the name of the step to what the method called name returns.
func stepInto(name string) string { return name + "()" }

// isCalled reports whether name is that of a step to what a method returns, and
// of which method.
func isCalled(name string) (method string, ok bool) { return strings.CutSuffix(name, "()") }

// viaInterface returns a result of an interface's method, when the values
// behind the interface are known, or will be to callers.
func (ev *Evaluator) viaInterface(fn *types.Func, call *ast.CallExpr, result int) Value {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return unknown()
	}
	v := ev.Eval(sel.X)
	if len(v.Alts) == 0 {
		return unknown()
	}
	step := ""
	if result == 0 && fn.Signature().Params().Len() == 0 {
		step = stepInto(fn.Name())
	}
	return v.each(func(a Alt) Value {
		switch {
		case a.Obj != nil:
			if v, told := a.Obj.told(step); told {
				return ev.through(v, a.Obj.binds)
			}
			impl, holder := ev.methodOf(a.Obj, fn.Name())
			if impl == nil {
				return unknown()
			}
			b := &binding{fn: impl, call: call, recv: sel.X}
			if holder != a.Obj {
				b = &binding{fn: impl, self: holder, index: source.Receiver}
			}
			return ev.resultOf(impl, result, b)
		case step != "" && len(a.Pieces) == 1 && a.Pieces[0].Kind == Param:
			return ev.FieldOf(Value{Alts: []Alt{a}}, step, nil)
		}
		return unknown()
	})
}

// returned returns what the method of o called name, which has no parameters,
// returns.
func (ev *Evaluator) returned(o *Object, name string) Value {
	impl, holder := ev.methodOf(o, name)
	if impl == nil || impl.Signature().Params().Len() > 0 {
		return unknown()
	}
	return ev.resultOf(impl, 0, &binding{fn: impl, self: holder, index: source.Receiver})
}

// resultOf returns a result of fn, a function of this package or of another, as
// it is at b.
func (ev *Evaluator) resultOf(fn *types.Func, result int, b *binding) Value {
	if fn.Pkg() == ev.pkg {
		if d := ev.src.Decl(fn); d == nil || d.Body == nil {
			return unknown()
		}
		return ev.subst(ev.closeExcept(ev.Result(fn, result), fn), b)
	}
	if v, ok := ev.importResult(fn, result); ok {
		return ev.subst(v, b)
	}
	return unknown()
}

// methodOf returns the method of o called name, and the struct that has it: o or
// one that is embedded in it. It is nil where o's type does not tell.
func (ev *Evaluator) methodOf(o *Object, name string) (*types.Func, *Object) {
	t := ev.typeOf(o)
	if t == nil {
		return nil, nil
	}
	m, index, _ := types.LookupFieldOrMethod(t, true, ev.pkg, name)
	fn, ok := m.(*types.Func)
	if !ok || types.IsInterface(source.RecvType(fn)) {
		return nil, nil
	}
	for _, i := range index[:len(index)-1] {
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return nil, nil
		}
		f := st.Field(i)
		objs, all := ev.FieldOf(object(o), f.Name(), f).Objects()
		if !all || len(objs) != 1 {
			return nil, nil
		}
		o, t = objs[0], f.Type()
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
	}
	return fn.Origin(), o
}

// typeOf returns the type of the struct o, or nil.
func (ev *Evaluator) typeOf(o *Object) types.Type {
	if lit, ok := o.node.(*ast.CompositeLit); ok {
		if t := ev.info.TypeOf(lit); t != nil {
			if p, ok := t.Underlying().(*types.Pointer); ok {
				return p.Elem()
			}
			return t
		}
		if lit.Type != nil {
			return ev.info.TypeOf(lit.Type) // of new
		}
	}
	return ev.typeNamed(o.Type)
}

// typeNamed returns the type that is called symbol, with its import path, or nil.
func (ev *Evaluator) typeNamed(symbol string) types.Type {
	path, name, ok := source.CutType(symbol)
	if !ok {
		return nil
	}
	pkg := ev.pkg
	if path != pkg.Path() {
		pkg = ev.imported(path)
	}
	if pkg == nil {
		return nil
	}
	if tn, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok {
		return tn.Type()
	}
	return nil
}
