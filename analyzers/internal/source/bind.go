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
	x.holds = make(map[holder]types.Type)
	x.only = make(map[*types.Named]types.Type)
	x.bound = make(map[string]bool)
	for _, m := range x.funcs {
		if m.Pkg() == nil || !types.IsInterface(RecvType(m)) || m.Pkg() != x.Pkg && !slices.Contains(x.Own, m.Pkg().Path()) {
			continue
		}
		all := true
		for _, cur := range x.mentionsOf(m) {
			fn, sure := x.bindAt(cur.Node().(*ast.Ident), m)
			all = all && sure
			if fn != nil {
				bound[cur.Node().(*ast.Ident)] = fn
			}
		}
		was, known := x.bound[m.Name()]
		x.bound[m.Name()] = all && (was || !known)
	}
	x.holds, x.given, x.only = nil, nil, nil
	if len(bound) == 0 {
		return
	}
	info := *x.Info
	info.Uses = maps.Clone(info.Uses)
	maps.Copy(info.Uses, asObjects(bound))
	x.Info = &info
	for id, fn := range bound {
		if len(x.mentions[fn]) == 0 {
			x.funcs = append(x.funcs, fn)
		}
		x.mentions[fn] = append(x.mentions[fn], id)
	}
	x.forget()
}

func asObjects(fns map[*ast.Ident]*types.Func) map[*ast.Ident]types.Object {
	out := make(map[*ast.Ident]types.Object, len(fns))
	for id, fn := range fns {
		out[id] = fn
	}
	return out
}

// forget drops the answers that depend on which function is called where.
func (x *Package) forget() {
	x.called = make(map[*types.Func]*function)
	x.callees = make(map[*ast.CallExpr]*types.Func)
}

// bindAt returns the method that id, which names m, can only be, or nil; it is not
// sure when other packages may put something else there.
func (x *Package) bindAt(id *ast.Ident, m *types.Func) (fn *types.Func, sure bool) {
	cur, ok := x.findIdent(id)
	if !ok || cur.ParentEdgeKind() != edge.SelectorExpr_Sel {
		return nil, false
	}
	on := cur.Parent().Node().(*ast.SelectorExpr).X
	t := x.onlyType(on, -1, 0)
	sure = t != nil
	if t == nil {
		t = x.implementer(m)
		if around := x.EnclosingFunc(id.Pos()); t != nil && around != nil && NamedOf(RecvType(around)) == NamedOf(t) {
			t = nil // what runs others does not run itself
		}
	}
	library := false
	if t == nil {
		if t = x.givenHere(on); t == nil {
			return nil, false
		}
		library = NamedOf(t) != nil && !x.Ours(NamedOf(t).Obj().Pkg())
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, x.Pkg, m.Name())
	if fn, ok = obj.(*types.Func); !ok || types.IsInterface(RecvType(fn)) || !sure && !library && !x.works(fn) {
		return nil, false
	}
	return fn.Origin(), sure
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
	x.givenTo(happens.Param, &one, 0)
	return one.typ
}

// givenTo adds to one what calls in this package give to a parameter, and reports
// whether there can be no others.
func (x *Package) givenTo(p *Param, one *join, depth int) bool {
	calls, all := x.Calls(p.Fn)
	for _, call := range calls {
		if p.Index < 0 || p.Index >= len(call.Args) || p.Fn.Signature().Variadic() {
			one.typ, one.lost = nil, true
			return false
		}
		one.add(x, call.Args[p.Index], -1, depth)
	}
	return all
}

// works reports whether fn does something: what stands for nothing, and what hands
// on a field, tells nothing of others.
func (x *Package) works(fn *types.Func) bool {
	d := x.Decl(fn.Origin())
	if d == nil || d.Body == nil {
		return false
	}
	calls := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		_, isCall := n.(*ast.CallExpr)
		calls = calls || isCall
		return !calls
	})
	return calls
}

// implementer returns the one type of this package that has the methods of the
// interface of this package that m is a method of, or nil. Others may have them,
// too, in packages that import it; what is true of this one is true all the same.
func (x *Package) implementer(m *types.Func) types.Type {
	named := NamedOf(RecvType(m))
	if named == nil || named.Obj().Pkg() != x.Pkg || named.TypeParams().Len() > 0 {
		return nil
	}
	only, known := x.only[named]
	if !known {
		only = x.FindImplementer(named)
		x.only[named] = only
	}
	return only
}

// FindImplementer is implementer for the interface named, of this package.
func (x *Package) FindImplementer(named *types.Named) (only types.Type) {
	iface, ok := named.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	scope := x.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || NamedOf(tn.Type()) == nil || NamedOf(tn.Type()).TypeParams().Len() > 0 {
			continue
		}
		if ptr := types.NewPointer(tn.Type()); types.Implements(ptr, iface) {
			if only != nil {
				return nil
			}
			only = ptr
		}
	}
	return only
}

// onlyType returns the one type, no interface, that e, or its result with the
// given index, can have when the program runs, or nil.
func (x *Package) onlyType(e ast.Expr, result, depth int) types.Type {
	t := x.Info.TypeOf(e)
	if tuple, ok := t.(*types.Tuple); ok {
		if result < 0 || result >= tuple.Len() {
			return nil
		}
		t = tuple.At(result).Type()
	}
	switch {
	case t == nil || depth > 5:
		return nil
	case !types.IsInterface(t):
		return t
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if v, ok := x.Object(e).(*types.Var); ok {
			return x.onlyTypeOf(v.Origin(), depth+1)
		}
	case *ast.CallExpr:
		if x.Info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return x.onlyType(e.Args[0], -1, depth+1)
		}
		d := x.Decl(x.Callee(e))
		if d == nil || d.Body == nil {
			return nil
		}
		var one join
		for _, r := range x.Returns(d) {
			switch i := max(result, 0); {
			case i < len(r.Results) && (len(r.Results) > 1 || result <= 0):
				one.add(x, r.Results[i], -1, depth)
			default:
				return nil
			}
		}
		return one.typ
	}
	return nil
}

// onlyTypeOf is onlyType for a variable or field.
func (x *Package) onlyTypeOf(v *types.Var, depth int) types.Type {
	h := holder{v, depth}
	known, ok := x.holds[h]
	if !ok {
		known = x.findOnlyType(v, depth)
		x.holds[h] = known
	}
	return known
}

// holder is a variable or field that is asked for so deep.
type holder struct {
	v     *types.Var
	depth int
}

func (x *Package) findOnlyType(v *types.Var, depth int) types.Type {
	if v.Pkg() != x.Pkg || !isLocal(v) && v.Exported() && !x.Main {
		return nil
	}
	happens := x.Variable(v)
	if len(happens.Taken) > 0 || len(happens.Derefs) > 0 {
		return nil
	}
	var one join
	if happens.Param != nil && !x.givenTo(happens.Param, &one, depth) {
		return nil
	}
	for _, s := range happens.Given() {
		switch {
		case s.Elem || s.Key || s.Put || s.Plus:
			return nil
		case s.Rhs != nil:
			one.add(x, s.Rhs, s.Result, depth)
		default:
			one.lost = true
		}
	}
	if v.IsField() {
		for _, el := range x.elements()[v] {
			one.add(x, el, -1, depth)
		}
	}
	if one.lost {
		return nil
	}
	return one.typ
}

// elements returns what literals of named structs give to fields.
func (x *Package) elements() map[*types.Var][]ast.Expr {
	if x.given == nil {
		x.given = make(map[*types.Var][]ast.Expr)
		for _, lit := range x.structs {
			st, ok := NamedOf(x.Info.TypeOf(lit)).Underlying().(*types.Struct)
			if !ok {
				continue
			}
			for field, el := range x.Fields(lit, st) {
				if field != nil {
					x.given[field.Origin()] = append(x.given[field.Origin()], el)
				}
			}
		}
	}
	return x.given
}

// join is the one type of several expressions, as long as there is one.
type join struct {
	typ  types.Type
	lost bool
}

func (j *join) add(x *Package, e ast.Expr, result, depth int) {
	if j.lost || x.Info.Types[e].IsNil() {
		return
	}
	t := x.onlyType(e, result, depth+1)
	if t == nil || j.typ != nil && !types.Identical(t, j.typ) {
		j.typ, j.lost = nil, true
		return
	}
	j.typ = t
}
