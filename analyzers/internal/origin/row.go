package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/acceptor"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// CallsWith returns the calls of the functions that have a row of one of
// kinds, in source order.
func (ev *Evaluator) CallsWith(kinds ...catalog.Kind) []*ast.CallExpr {
	var fns []types.Object
	for _, fn := range ev.Catalogued() {
		if slices.ContainsFunc(ev.Rows(fn), func(r *catalog.Row) bool { return slices.Contains(kinds, r.Kind) }) {
			fns = append(fns, fn)
		}
	}
	return ev.src.CallsOf(fns)
}

// Catalogued lists the functions that the package mentions and the catalogue
// knows, in no order.
func (ev *Evaluator) Catalogued() []*types.Func {
	if ev.known == nil {
		ev.known = slices.DeleteFunc(slices.Clone(ev.src.FuncsMentioned()), func(fn *types.Func) bool { return len(ev.Rows(fn)) == 0 })
	}
	return ev.known
}

// What follows is what the catalogue says of a function or type, and the values
// at the places that it names.

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
	} else if s := ev.ownServer(acceptor.Of(fn)); s != nil {
		rows = s.LoopRows(fn)
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

// FieldRow returns the row of the given kind for a field of the named type behind t,
// or nil.
func (ev *Evaluator) FieldRow(t types.Type, field string, kind catalog.Kind) *catalog.Row {
	n := source.NamedOf(t)
	if n == nil || n.Obj().Pkg() == nil {
		return nil
	}
	return ev.cat.Package(n.Obj().Pkg().Path()).Row(typeName(n.Obj())+"."+field, kind)
}

// CommandRows returns the rows of the methods of interfaces by which types are commands of
// the command-line library imp; none for another package.
func (ev *Evaluator) CommandRows(imp *types.Package) []*catalog.Row {
	return ev.cat.Package(imp.Path()).Commands()
}

// TypeRow returns the row of the given kind for the named type behind t.
func (ev *Evaluator) TypeRow(t types.Type, kind catalog.Kind) *catalog.Row {
	n := source.NamedOf(t)
	if n == nil || n.Obj().Pkg() == nil {
		return nil
	}
	rows, ok := ev.typeRows[n.Obj()]
	if !ok {
		if p := ev.cat.Package(n.Obj().Pkg().Path()); p != nil {
			rows = p.Rows(typeName(n.Obj()))
		} else if s := ev.ownServer(n.Obj()); s != nil {
			rows = s.Rows(n.Obj())
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

// IsMux reports whether routes are registered on the named type behind t, by what is known of
// libraries.
func (ev *Evaluator) IsMux(t types.Type) bool {
	n := source.NamedOf(t)
	return n != nil && n.Obj().Pkg() != nil && ev.cat.Package(n.Obj().Pkg().Path()).Mux(typeName(n.Obj()))
}

// ownServer returns what the type tn is to a program that wrote it itself, if it is a server.
func (ev *Evaluator) ownServer(tn *types.TypeName) *acceptor.Server {
	if tn == nil || ev.base.Made == nil {
		return nil
	}
	return ev.base.Made(tn)
}

// ServerRow returns the row of the type of servers that is called name, with its import
// path, or nil.
func (ev *Evaluator) ServerRow(name string) *catalog.Row {
	if r := ev.cat.Package(source.PackageOf(name)).Row(name, catalog.Server); r != nil {
		return r
	}
	if t := ev.typeNamed(name); t != nil {
		return ev.TypeRow(t, catalog.Server)
	}
	return nil
}

// ElementRow returns the row of the given kind for t, or for the elements of what
// holds several; nil for everything else.
func (ev *Evaluator) ElementRow(t types.Type, kind catalog.Kind) *catalog.Row {
	for range 3 {
		if t == nil {
			return nil
		}
		if r := ev.TypeRow(t, kind); r != nil {
			return r
		}
		switch u := t.Underlying().(type) {
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			return nil
		}
	}
	return nil
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
		if sn := ev.info.Selections[sel]; sn != nil && !ev.registersOn(sn) {
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

// registersOn reports whether sn selects a method that a router has from a part
// that it embeds, and that registers or groups routes: gin's engine embeds its
// first group. What is registered there is registered on the router.
func (ev *Evaluator) registersOn(sn *types.Selection) bool {
	if len(sn.Index()) < 2 {
		return false
	}
	fn, ok := sn.Obj().(*types.Func)
	n := source.NamedOf(sn.Recv())
	if !ok || n == nil || n.Obj().Pkg() == nil || !ev.cat.Package(n.Obj().Pkg().Path()).Mux(typeName(n.Obj())) {
		return false
	}
	fn = fn.Origin()
	return ev.Row(fn, catalog.Route) != nil || ev.Row(fn, catalog.Mux) != nil || ev.Row(fn, catalog.Middleware) != nil
}

// fieldOfType finds the field called name of the struct that e is.
func (ev *Evaluator) fieldOfType(e ast.Expr, name string) *types.Var {
	n := source.NamedOf(ev.info.TypeOf(e))
	if n == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(n, true, n.Obj().Pkg(), name)
	v, _ := obj.(*types.Var)
	return v
}
