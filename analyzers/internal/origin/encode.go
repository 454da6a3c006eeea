package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"time"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows makes of a value what a fact may carry: without what only this
// package knows, and within limits.

// Limits on what facts carry.
const (
	factAlts   = 8
	factDepth  = 3
	factFields = 24
)

// Encode returns v as a fact about fn may carry it; ok is false when nothing
// would be left of it.
func (ev *Evaluator) Encode(v Value, fn *types.Func) (Value, bool) {
	return ev.encode(v, fn, factDepth)
}

func (ev *Evaluator) encode(v Value, fn *types.Func, depth int) (Value, bool) {
	if len(v.Alts) == 0 || len(v.Alts) > factAlts {
		return Value{}, false
	}
	known := false
	out := v.each(func(a Alt) Value {
		if a.Obj != nil {
			if o := ev.encodeObject(a.Obj, fn, depth); o != nil {
				known = true
				return object(o)
			}
			return unknown()
		}
		if a.fn != nil {
			role, site := ev.roleOf(a)
			if role == "" {
				return unknown()
			}
			known = true
			return object(&Object{Type: TypeHandler, Role: role, Site: site})
		}
		pieces := ev.encodePieces(a.Pieces, fn)
		if pieces == nil {
			return unknown()
		}
		b := Alt{Pieces: pieces}
		known = known || !b.IsUnknown()
		return Value{Alts: []Alt{b}}
	})
	return out.sorted(), known
}

// roleOf returns what the function a is for, "" when that is its program's users or
// is not known, and where it is: others do not see what it does.
func (ev *Evaluator) roleOf(a Alt) (role, site string) {
	if ev.RoleOf == nil {
		return "", ""
	}
	fn, lit := a.Func()
	if lit != nil {
		return ev.RoleOf(a), ev.src.Site(lit)
	}
	return ev.RoleOf(a), fn.FullName()
}

// encodePieces strips what only this package knows; nil when a hole is not a
// parameter of fn.
func (ev *Evaluator) encodePieces(pieces []Piece, fn *types.Func) []Piece {
	out := slices.Clone(pieces)
	for i, p := range out {
		if p.Kind == Param && p.Owner == "" && (fn == nil || p.owner != fn) {
			// The parameter of an option: a program fills it from its calls.
			if p.owner == nil || !p.owner.Exported() {
				return nil
			}
			out[i].Owner = p.owner.FullName()
			out[i].Wrapped = len(ev.wrappers(p.owner)) > 0
		}
		if len(p.Key) > 0 {
			if out[i].Key = ev.encodePieces(p.Key, fn); out[i].Key == nil {
				return nil
			}
		}
		out[i].here = here{}
		if len(p.Path) > 0 {
			path := slices.Clone(p.Path)
			for j := range path {
				path[j].field = nil
			}
			out[i].Path = path
		}
	}
	return out
}

// encoding is a question to encodeObject: an object made at a site, for a fact
// about the function that makes it, or about others.
type encoding struct {
	site  string
	depth int
	maker *types.Func
}

func (ev *Evaluator) encodeObject(o *Object, fn *types.Func, depth int) *Object {
	if o.node == nil || len(o.binds) > 0 {
		return ev.encodeNew(o, fn, depth)
	}
	q := encoding{site: o.Site, depth: depth}
	if maker := ev.src.EnclosingFunc(o.node.Pos()); maker == fn {
		q.maker = fn
	}
	if out, ok := ev.encoded[q]; ok {
		return out
	}
	out := ev.encodeNew(o, fn, depth)
	ev.encoded[q] = out
	return out
}

func (ev *Evaluator) encodeNew(o *Object, fn *types.Func, depth int) *Object {
	out := &Object{Type: o.Type, Role: o.Role, Site: o.Site, Handled: o.Handled}
	if ev.Handled != nil && !out.Handled {
		out.Handled = ev.Handled(o)
	}
	if o.node != nil && ev.RoleOf != nil && ev.cat.Package(source.PackageOf(o.Type)).Mux(o.Type) {
		if out.Role = ev.RoleOf(Alt{Obj: o}); out.Role != "" {
			return out // all that is registered on it
		}
	}
	if o.Type == TypeListener || o.Type == TypeNotPort || o.Type == TypeHandler || o.Type == TypeMux {
		return out
	}
	if depth == 0 {
		return nil
	}
	full := func() bool { return len(out.Fields) >= factFields }
	add := func(name string, v Value) {
		if full() {
			return
		}
		if v, ok := ev.encode(v, fn, depth-1); ok {
			out.Fields = append(out.Fields, Field{name, v})
		}
	}
	switch {
	case o.Type == TypeMap && o.node != nil:
		return ev.encodeMap(out, o, add)
	case o.node == nil:
		for _, f := range o.Fields {
			add(f.Name, ev.through(f.Value, o.binds))
		}
	case o.struc != nil:
		if _, ok := o.node.(*ast.CompositeLit); !ok {
			return out
		}
		for f := range o.struc.Fields() {
			switch {
			case full(), !f.Exported() && !ev.reachedIn(f):
			case interesting(f.Type()):
				add(f.Name(), ev.objectField(o, f.Name(), f))
			case source.Named(f.Type()) == "time.Duration":
				if v := ev.objectField(o, f.Name(), f); v.isLong() {
					add(f.Name(), v)
				}
			}
		}
		ev.hiddenMethods(o, add)
	}
	return out
}

// reachedIn reports whether f, a field that is not exported, is reached below parameters, or
// embeds a struct of which a field is: others call the methods of that on the one around it.
// Have: type Settings struct{ server }; func (s server) Listen() string { return s.host }
func (ev *Evaluator) reachedIn(f *types.Var) bool {
	if ev.reached[f.Origin()] {
		return true
	}
	n := source.NamedOf(f.Type())
	if n == nil || !f.Embedded() {
		return false
	}
	st, ok := n.Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(st.Fields()), func(f *types.Var) bool { return ev.reached[f.Origin()] })
}

// isLong reports whether v is one time that is known, and longer than the shortest grace
// period of a platform, Compose's 10 s: others are nothing to anybody.
func (v Value) isLong() bool {
	text, known := v.Single()
	n, err := strconv.ParseInt(text, 10, 64)
	return known && err == nil && time.Duration(n) > 10*time.Second
}

// hiddenMethods adds what the methods of o return that tell texts or numbers, when
// others can call them through an interface only: its type has no name for them.
// Have: func New() Config { return &config{port: os.Getenv("PORT")} }
func (ev *Evaluator) hiddenMethods(o *Object, add func(name string, v Value)) {
	n := source.NamedOf(ev.typeOf(o))
	if n == nil || n.Obj().Exported() || n.Obj().Pkg() != ev.pkg {
		return
	}
	for m := range n.Methods() {
		sig := m.Signature()
		if !m.Exported() || sig.Params().Len() > 0 || sig.Results().Len() != 1 {
			continue
		}
		if t, ok := sig.Results().At(0).Type().Underlying().(*types.Basic); ok && interesting(t) {
			add(stepInto(m.Name()), ev.returned(o, m.Name()))
		}
	}
}
