package source

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ast/edge"
)

// This file makes calls of the methods of interfaces calls of the methods that
// they can only be: var svc Service = api.New(addr), and nothing else is ever put
// into svc.

// bind looks at the methods of interfaces of the program that the package calls,
// and notes those of the one type that there can be instead.
func (x *Package) bind() {
	if !x.Worked() {
		return
	}
	bound := make(map[*ast.Ident]*types.Func)
	x.bindings = bindings{bound: make(map[string]bool), several: make(map[*ast.Ident]Several), holds: make(map[holder][]types.Type)}
	for _, m := range x.funcs {
		if m.Pkg() == nil || !types.IsInterface(RecvType(m)) || m.Pkg() != x.Pkg && !slices.Contains(x.Own, m.Pkg().Path()) {
			continue
		}
		all := true
		for _, cur := range x.mentionsOf(m) {
			id := cur.Node().(*ast.Ident)
			fn, sure := x.bindAt(id, m)
			all = all && sure
			if fn != nil {
				bound[id] = fn
			}
		}
		was, known := x.bound[m.Name()]
		x.bound[m.Name()] = all && (was || !known)
	}
	x.holds, x.given = nil, nil
	if len(bound) == 0 {
		return
	}
	info := *x.Info
	info.Uses = maps.Clone(info.Uses)
	x.Info = &info
	for id, fn := range bound {
		info.Uses[id] = fn
		if len(x.mentions[fn]) == 0 {
			x.funcs = append(x.funcs, fn)
		}
		x.mentions[fn] = append(x.mentions[fn], id)
	}
	x.forget()
}

// forget drops the answers that depend on which function is called where.
func (x *Package) forget() {
	x.called = make(map[*types.Func]*function)
	x.callees = make(map[*ast.CallExpr]*types.Func)
}

// bindAt returns the method that id, which names m, can only be, or nil; it is not
// sure when other packages may put something else there. Where there are several, it notes
// them.
func (x *Package) bindAt(id *ast.Ident, m *types.Func) (fn *types.Func, sure bool) {
	cur, ok := x.findIdent(id)
	if !ok || cur.ParentEdgeKind() != edge.SelectorExpr_Sel {
		return nil, false
	}
	on := cur.Parent().Node().(*ast.SelectorExpr).X
	if known := x.typesOf(on, -1, 0); len(known) == 1 {
		fn = x.method(known[0], m)
		return fn, fn != nil
	} else if len(known) > 1 {
		x.several[id] = Several{Fns: x.methodsOf(known, m)}
		return nil, false
	}
	having := x.typesWith(NamedOf(RecvType(m)))
	others := having
	if around := x.EnclosingFunc(id.Pos()); around != nil { // what runs others does not run itself
		others = slices.DeleteFunc(slices.Clone(having), func(t types.Type) bool { return NamedOf(RecvType(around)) == NamedOf(t) })
	}
	if fns := x.methodsOf(others, m); slices.ContainsFunc(fns, x.works) {
		if x.several[id] = (Several{fns, m}); len(having) == 1 {
			return fns[0], false
		}
	} else if len(having) == 1 && len(others) == 1 {
		return nil, false
	}
	t := x.givenHere(on)
	if t == nil {
		return nil, false
	}
	library := NamedOf(t) != nil && !x.Ours(NamedOf(t).Obj().Pkg())
	if fn = x.method(t, m); fn != nil && (library || x.works(fn)) {
		return fn, false
	}
	return nil, false
}

// Several are the methods that the call of an interface's may come to.
type Several struct {
	Fns []*types.Func // those of the types that can be there, or that this package has for it
	Of  *types.Func   // the interface's, if others may have put theirs there
}

// MayBe returns what call, of a method of an interface, may come to, when it is not one and
// for sure. What is true of them all is true of the call.
func (x *Package) MayBe(call *ast.CallExpr) Several { return x.several[NameOf(call.Fun)] }

// method returns the method of t, no interface, by which it has m, or nil.
func (x *Package) method(t types.Type, m *types.Func) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, x.Pkg, m.Name())
	fn, ok := obj.(*types.Func)
	if !ok || types.IsInterface(RecvType(fn)) {
		return nil
	}
	return fn.Origin()
}

// methodsOf returns the methods by which types have m, or none if one has it in another way.
func (x *Package) methodsOf(of []types.Type, m *types.Func) []*types.Func {
	fns := make([]*types.Func, 0, len(of))
	for _, t := range of {
		fn := x.method(t, m)
		if fn == nil {
			return nil
		}
		fns = append(fns, fn)
	}
	return fns
}

// Standing returns the methods of types of this package that stand behind m, a method of an
// interface of this package.
func (x *Package) Standing(m *types.Func) []*types.Func {
	return x.methodsOf(x.typesWith(NamedOf(RecvType(m))), m)
}

// givenHere returns the one type that this package gives to e, a parameter of a
// function that others may call, too, or nil. What is true of it is true all the same.
func (x *Package) givenHere(e ast.Expr) types.Type {
	v, ok := x.Object(e).(*types.Var)
	if !ok || v.Pkg() != x.Pkg {
		return nil
	}
	happens := x.Variable(v)
	if happens.Param == nil || len(happens.Taken)+len(happens.Derefs)+len(happens.Given()) > 0 {
		return nil
	}
	var one join
	if x.givenTo(happens.Param, &one, 0); len(one.types) != 1 {
		return nil
	}
	return one.types[0]
}

// givenTo adds to one what calls in this package give to a parameter, and reports
// whether there can be no others.
func (x *Package) givenTo(p *Param, one *join, depth int) bool {
	calls, all := x.Calls(p.Fn)
	for _, call := range calls {
		if p.Index < 0 || p.Index >= len(call.Args) || p.Fn.Signature().Variadic() {
			one.types, one.lost = nil, true
			return false
		}
		one.add(x, call.Args[p.Index], -1, depth)
	}
	return all
}

// works reports whether fn does something: what stands for nothing, and what hands
// on a field, tells nothing of others.
func (x *Package) works(fn *types.Func) bool {
	if d := x.Decl(fn); d != nil && d.Body != nil {
		cur, _ := x.find(d.Body)
		for range cur.Preorder((*ast.CallExpr)(nil)) {
			return true
		}
	}
	return false
}

// typesWith returns the types of this package that have the methods of named, an interface of
// this package, behind a pointer. Others may have them, too, in packages that import it; what
// is true of these is true all the same.
func (x *Package) typesWith(named *types.Named) []types.Type {
	if named == nil || named.Obj().Pkg() != x.Pkg || named.TypeParams().Len() > 0 {
		return nil
	}
	if x.having == nil {
		x.having = make(map[*types.Named][]types.Type)
	}
	having, known := x.having[named]
	if iface, ok := named.Underlying().(*types.Interface); ok && !known {
		for _, name := range x.Pkg.Scope().Names() {
			tn, ok := x.Pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || NamedOf(tn.Type()) == nil || NamedOf(tn.Type()).TypeParams().Len() > 0 {
				continue
			}
			if ptr := types.NewPointer(tn.Type()); types.Implements(ptr, iface) {
				having = append(having, ptr)
			}
		}
		x.having[named] = having
	}
	return having
}
