package origin

import (
	"go/ast"
	"go/types"
	"iter"
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
func (ev *Evaluator) fieldsOf(t types.Type) iter.Seq[*types.Var] {
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

// putting is a call that may put something into the field of a server that it is given.
type putting struct {
	call *ast.CallExpr
	arg  int
	put  *Put // nil where the function is one that others have left with this package
}

// puttings returns such calls.
func (ev *Evaluator) puttings() []putting {
	if ev.putters != nil {
		return *ev.putters
	}
	ev.putters = new([]putting)
	for _, call := range ev.src.AllCalls() {
		fn := ev.src.Callee(call)
		switch called := ev.info.Types[call.Fun]; {
		case called.IsBuiltin(), called.IsType():
		case fn == nil:
			for i, a := range call.Args {
				if t := ev.info.TypeOf(a); t != nil && ev.ofServer(t) {
					*ev.putters = append(*ev.putters, putting{call, i, nil})
				}
			}
		case ev.foreign(fn.Pkg()):
			known := ev.importFunc(fn.Origin())
			for i := range len(call.Args) {
				for j := 0; known != nil && j < len(known.Puts); j++ {
					if known.Puts[j].Param == i {
						*ev.putters = append(*ev.putters, putting{call, i, &known.Puts[j]})
					}
				}
			}
		}
	}
	return *ev.putters
}

// ofServer reports whether values of type t point to a server of a library with fields of
// fieldsOf.
func (ev *Evaluator) ofServer(t types.Type) bool {
	for range ev.fieldsOf(t) {
		return true
	}
	return false
}

// putThere returns what functions that are given o, a server, or what may be it, put into its
// field: functions of other packages, and those that others have left with this one.
// Have: for _, f := range hooks { f(s) }
func (ev *Evaluator) putThere(field *types.Var, o *Object) (vs []Value) {
	if field.Pkg() == nil || field.Pkg() == ev.pkg || !isPart(field.Type()) || ev.base.OwnModule(field.Pkg().Path()) {
		return nil
	}
	for _, p := range ev.puttings() {
		key := putKey{p.call, field}
		_, busy := ev.busy[key]
		if t := ev.info.TypeOf(p.call.Args[p.arg]); busy || p.put != nil && p.put.Field != field.Name() || t == nil || !slices.Contains(slices.Collect(ev.fieldsOf(t)), field) {
			continue
		}
		ev.busy[key] = Value{}
		given := ev.Eval(p.call.Args[p.arg])
		is := slices.ContainsFunc(given.Alts, func(a Alt) bool { return a.Obj != nil && a.Obj.Site == o.Site })
		unsure := len(given.Alts) == 0 || slices.ContainsFunc(given.Alts, func(a Alt) bool { return a.Obj == nil })
		switch {
		case p.put != nil && (is || unsure):
			fn := ev.src.Callee(p.call)
			vs = append(vs, ev.subst(Owned(p.put.Value, fn), &binding{fn: fn, call: p.call}))
		case p.put == nil && is && ev.leftHere(p.call):
			vs = append(vs, unknown())
		}
		delete(ev.busy, key)
	}
	return vs
}

// leftHere reports whether the function that call calls, a value, may be one that others have
// left with this package: none that stands here, and none that the function around is given.
func (ev *Evaluator) leftHere(call *ast.CallExpr) bool {
	within := ev.src.EnclosingFunc(call.Pos())
	return slices.ContainsFunc(ev.Eval(call.Fun).Alts, func(a Alt) bool {
		return a.fn == nil && a.Obj == nil && !slices.ContainsFunc(a.Pieces, func(p Piece) bool { return p.Kind == Param && p.owner == within })
	})
}

type putKey struct {
	call  *ast.CallExpr
	field *types.Var
}
