package origin

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about what functions put into the servers of libraries that they are given.
// Have: func New(s *http.Server) *Server { s.Addr = ":" + port(); return &Server{s} }

// Put is what a function assigns to a field of what it is given as a parameter.
type Put struct {
	Param int
	Field string
	Value Value
}

// puts returns what fn puts into the fields of servers that it is given.
func (ev *Evaluator) puts(fn *types.Func) (out []Put) {
	ps := fn.Signature().Params()
	for i := range ps.Len() {
		for f := range ev.fieldsOf(ps.At(i).Type()) {
			v := ev.putOn(fn, i, f, 0)
			if len(v.Alts) == 0 {
				continue
			}
			told, ok := ev.encode(v, fn, factDepth)
			if !ok {
				told = unknown()
			}
			out = append(out, Put{i, f.Name(), told})
		}
	}
	return out
}

// fieldsOf yields the texts and numbers in the structs that a pointer of type t to a server
// of a library leads to.
func (ev *Evaluator) fieldsOf(t types.Type) func(func(*types.Var) bool) {
	return func(yield func(*types.Var) bool) {
		ptr, ok := t.Underlying().(*types.Pointer)
		if !ok || ev.TypeRow(t, catalog.Server) == nil || ev.base.OwnModule(source.NamedOf(t).Obj().Pkg().Path()) {
			return
		}
		st, ok := ptr.Elem().Underlying().(*types.Struct)
		if !ok {
			return
		}
		for f := range st.Fields() {
			if f.Exported() && isPart(f.Type()) && !yield(f) {
				return
			}
		}
	}
}

// putOn returns what fn assigns to f of its parameter i; unknown where it hands that on to
// a function of this package which assigns something.
func (ev *Evaluator) putOn(fn *types.Func, i int, f *types.Var, depth int) Value {
	d := ev.src.Decl(fn)
	if d == nil || depth > 3 {
		return Value{}
	}
	p := paramAt(ev.info, d, i)
	if p == nil {
		return Value{}
	}
	var vs []Value
	for _, s := range ev.src.Variable(f).Fields {
		if ev.src.Object(s.Sel.X) == p {
			vs = append(vs, ev.stored(s.Store))
		}
	}
	for _, use := range ev.src.Variable(p).Uses {
		call, ok := use.Parent().Node().(*ast.CallExpr)
		if !ok {
			continue
		}
		to := ev.src.Callee(call)
		if j := slices.IndexFunc(call.Args, func(a ast.Expr) bool { return ev.src.IsVar(a, p) }); j >= 0 && to != nil && len(ev.handedInto(to, j, f, depth).Alts) > 0 {
			vs = append(vs, unknown())
		}
	}
	return union(vs...)
}

// handedInto is putOn for a function of this package or of another one.
func (ev *Evaluator) handedInto(fn *types.Func, i int, f *types.Var, depth int) Value {
	if fn.Pkg() == ev.pkg {
		return ev.putOn(fn, i, f, depth+1)
	}
	known := ev.importFunc(fn.Origin())
	if known == nil {
		return Value{}
	}
	for _, p := range known.Puts {
		if p.Param == i && p.Field == f.Name() {
			return Owned(p.Value, fn)
		}
	}
	return Value{}
}

// putThere returns what functions of other packages that are given o, a server, or what may
// be it, put into its field.
func (ev *Evaluator) putThere(field *types.Var, o *Object) (vs []Value) {
	if field.Pkg() == nil || field.Pkg() == ev.pkg || !isPart(field.Type()) || ev.base.OwnModule(field.Pkg().Path()) {
		return nil
	}
	for _, call := range ev.src.CallsTo(func(fn *types.Func) bool { return ev.foreign(fn.Pkg()) }) {
		key := putKey{call, field}
		if _, busy := ev.busy[key]; busy {
			continue
		}
		fn := ev.src.Callee(call)
		for i, a := range call.Args {
			v := ev.handedInto(fn, i, field, 0)
			if len(v.Alts) == 0 {
				continue
			}
			ev.busy[key] = Value{}
			given := ev.Eval(a)
			if len(given.Alts) == 0 || slices.ContainsFunc(given.Alts, func(a Alt) bool { return a.Obj == nil || a.Obj.Site == o.Site }) {
				vs = append(vs, ev.subst(v, &binding{fn: fn, call: call}))
			}
			delete(ev.busy, key)
		}
	}
	return vs
}

type putKey struct {
	call  *ast.CallExpr
	field *types.Var
}
