package origin

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// PortvetFunc is a fact about a function: what its results are made of, with
// its parameters as holes, which of its parameters it lets be written through,
// and of which it makes addresses of listeners without checking them.
type PortvetFunc struct {
	Results []Result
	Writes  []int
	Plain   []int
}

// Result is the value of one result of a function.
type Result struct {
	Index int
	Value Value
}

// AFact marks the type as a fact.
func (*PortvetFunc) AFact() {}

func (f *PortvetFunc) String() string { return fmt.Sprintf("func %d", len(f.Results)) }

// PortvetVar is a fact about a package variable: what its package assigns to
// it.
type PortvetVar struct{ Value Value }

// AFact marks the type as a fact.
func (*PortvetVar) AFact() {}

func (f *PortvetVar) String() string { return "var" }

// PortvetField is a fact about an exported field: what its package assigns to
// it or lets be decoded into it, other than in literals.
type PortvetField struct{ Value Value }

// AFact marks the type as a fact.
func (*PortvetField) AFact() {}

func (f *PortvetField) String() string { return "field" }

// FactTypes lists the facts of this package.
func FactTypes() []analysis.Fact {
	return []analysis.Fact{new(PortvetFunc), new(PortvetVar), new(PortvetField)}
}

// Limits on what facts carry.
const (
	factAlts   = 8
	factDepth  = 3
	factFields = 24
)

// Export writes the facts about the package's exported functions, variables
// and fields, unless it is a program.
func (ev *Evaluator) Export() {
	if ev.pkg.Name() == "main" {
		return
	}
	ev.limit = maxExport
	defer func() { ev.limit = maxQuery }()
	var fns []*types.Func
	var results [][]Result
	visible := visibleTypes(ev.pkg)
	for _, fn := range ev.index.declared {
		if fn.Exported() && visible.has(fn) && ev.index.decls[fn].Body != nil {
			fns = append(fns, fn)
			results = append(results, ev.results(fn))
		}
	}
	// What the objects in the facts have to tell is known only now.
	for i, fn := range fns {
		if f := ev.funcFact(fn, results[i]); f != nil {
			ev.pass.ExportObjectFact(fn, f)
		}
	}
	scope := ev.pkg.Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !v.Exported() || !interesting(v.Type()) {
			continue
		}
		if val, ok := ev.encode(ev.assignments(v), nil, factDepth); ok {
			ev.pass.ExportObjectFact(v, &PortvetVar{val})
		}
	}
	for _, name := range scope.Names() {
		if tn, ok := scope.Lookup(name).(*types.TypeName); ok && !tn.IsAlias() {
			ev.exportFields(tn.Type(), 0)
		}
	}
}

// exportFields writes the facts about the fields of a struct type and of the
// nameless structs in it.
func (ev *Evaluator) exportFields(t types.Type, depth int) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || depth > 4 {
		return
	}
	for f := range st.Fields() {
		ev.exportField(f)
		if inner, ok := f.Type().(*types.Struct); ok {
			ev.exportFields(inner, depth+1)
		}
	}
}

func (ev *Evaluator) exportField(f *types.Var) {
	if f.Pkg() != ev.pkg || !f.Exported() && !ev.reached[f] || !interesting(f.Type()) {
		return
	}
	in, decoded := ev.decodedIn[f]
	stores := ev.index.variable(f).fields
	if !decoded && len(stores) == 0 {
		return
	}
	v := unknown()
	if ev.small(f.Type()) {
		var vs []Value
		for _, s := range stores {
			// What is assigned where the struct is made, its maker's fact has.
			if f.Exported() || ev.intoParam(s.sel) {
				vs = append(vs, ev.stored(s.store))
			}
		}
		if decoded {
			vs = append(vs, in)
		}
		if len(vs) == 0 {
			return
		}
		if e, ok := ev.encode(union(vs...), nil, 1); ok {
			v = e
		}
	}
	ev.pass.ExportObjectFact(f, &PortvetField{v})
}

// intoParam reports whether the struct whose field sel selects comes from
// whoever calls the function: func (s *Server) SetAddr(addr string).
func (ev *Evaluator) intoParam(sel *ast.SelectorExpr) bool {
	v := ev.Eval(sel.X)
	return len(v.Alts) > 0 && !slices.ContainsFunc(v.Alts, func(a Alt) bool { return a.Obj != nil })
}

// small reports whether a value of type t is an address, a part of one, a
// listener or a server. What is assigned to other fields, whole structs, is
// mostly large, and seldom what tells.
func (ev *Evaluator) small(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Interface:
		return true
	}
	return ev.TypeRow(t, catalog.Server) != nil || ev.TypeRow(t, catalog.Mux) != nil
}

// interesting reports whether a value of type t can be part of an address, or
// hold one.
func interesting(t types.Type) bool {
	for range 3 {
		if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && isStd(n.Obj().Pkg().Path()) {
			return addressTypes[n.Obj().Pkg().Path()]
		}
		switch u := t.Underlying().(type) {
		case *types.Basic:
			return u.Info()&(types.IsString|types.IsInteger) != 0
		case *types.Struct:
			return u.NumFields() > 0
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Interface:
			return true
		default:
			return false
		}
	}
	return false
}

// addressTypes are the packages of std whose types hold addresses or servers;
// a time.Duration or a sync.Mutex holds none.
var addressTypes = map[string]bool{
	"net": true, "net/http": true, "net/netip": true, "net/url": true, "net/rpc": true, "crypto/tls": true, "flag": true,
}

// results returns what fn returns, as it is in this package, and notes the
// fields that it reaches below its parameters.
func (ev *Evaluator) results(fn *types.Func) []Result {
	var rs []Result
	res := fn.Signature().Results()
	for i := range res.Len() {
		if t := res.At(i).Type(); isError(t) || !interesting(t) {
			continue
		}
		v := ev.Result(fn, i)
		ev.Reaches(v)
		rs = append(rs, Result{Index: i, Value: v})
	}
	return rs
}

// Reaches notes the fields below parameters in v, which a fact will carry: an
// importer has to know what they are in the objects that it gets from here.
// Other fields that it cannot name itself are nothing to it.
func (ev *Evaluator) Reaches(v Value) {
	for _, a := range v.Alts {
		for _, p := range a.Pieces {
			for _, s := range p.Path {
				if s.field != nil {
					ev.reached[s.field] = true
				}
			}
		}
	}
}

// funcFact returns the fact about fn with the given results, or nil when there
// is nothing to say.
func (ev *Evaluator) funcFact(fn *types.Func, results []Result) *PortvetFunc {
	f := &PortvetFunc{}
	for _, r := range results {
		if v, ok := ev.encode(r.Value, fn, factDepth); ok && (ev.base.Own || v.ofAddress()) {
			f.Results = append(f.Results, Result{Index: r.Index, Value: v})
		}
	}
	ps := fn.Signature().Params()
	for i := range ps.Len() {
		writes := false
		if generic(fn, i) {
			_, writes = ev.passesOn(fn, i, 0)
		} else if ptr, ok := ps.At(i).Type().Underlying().(*types.Pointer); ok {
			if _, basic := ptr.Elem().Underlying().(*types.Basic); basic {
				writes = ev.writesThrough(fn, i)
			}
		}
		if writes {
			f.Writes = append(f.Writes, i)
		}
	}
	f.Plain = ev.plain(fn)
	if len(f.Results) == 0 && len(f.Writes) == 0 && len(f.Plain) == 0 {
		return nil
	}
	return f
}

// ofAddress reports whether v may be, or hold, a part of an address. Of a
// dependency's functions only these are worth a fact: most others return
// names and messages, and drivers carry facts to every importer.
func (v Value) ofAddress() bool {
	return slices.ContainsFunc(v.Alts, func(a Alt) bool {
		if a.Obj != nil {
			return len(a.Obj.Fields) == 0 || slices.ContainsFunc(a.Obj.Fields, func(f Field) bool { return f.Value.ofAddress() })
		}
		t, known := a.Text()
		return !known && !a.IsUnknown() || known && (strings.ContainsAny(t, ":.0123456789") || t == "localhost")
	})
}

// writesThrough reports whether fn may write to what its parameter i, a
// pointer to a string or number, points to.
func (ev *Evaluator) writesThrough(fn *types.Func, i int) bool {
	d := ev.index.decls[fn]
	p := paramAt(ev.info, d, i)
	return p != nil && (len(ev.index.variable(p).derefs) > 0 || ev.escapes(d, p))
}

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
			return unknown()
		}
		pieces := encodePieces(a.Pieces, fn)
		if pieces == nil {
			return unknown()
		}
		b := Alt{Pieces: pieces}
		known = known || !b.IsUnknown()
		return Value{Alts: []Alt{b}}
	})
	return out.sorted(), known
}

// encodePieces strips what only this package knows; nil when a hole is not a
// parameter of fn.
func encodePieces(pieces []Piece, fn *types.Func) []Piece {
	out := slices.Clone(pieces)
	for i, p := range out {
		if p.Kind == Param && p.Owner == "" && (fn == nil || p.owner != fn) {
			// The parameter of an option: a program fills it from its calls.
			if p.owner == nil || !p.owner.Exported() {
				return nil
			}
			out[i].Owner = p.owner.FullName()
		}
		if len(p.Key) > 0 {
			if out[i].Key = encodePieces(p.Key, fn); out[i].Key == nil {
				return nil
			}
		}
		out[i].owner, out[i].lit, out[i].pos, out[i].anchor = nil, nil, 0, nil
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
	if maker := ev.EnclosingFunc(o.node.Pos()); maker == fn {
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
	if o.Type == TypeListener || o.Type == TypeNotPort || o.Type == TypeHandler || o.Type == TypeMux {
		return out
	}
	if depth == 0 {
		return nil
	}
	add := func(name string, v Value) {
		if len(out.Fields) >= factFields {
			return
		}
		if v, ok := ev.encode(v, fn, depth-1); ok {
			out.Fields = append(out.Fields, Field{name, v})
		}
	}
	switch {
	case o.node == nil:
		for _, f := range o.Fields {
			add(f.Name, ev.through(f.Value, o.binds))
		}
	case o.struc != nil:
		if _, ok := o.node.(*ast.CompositeLit); !ok {
			return out
		}
		for f := range o.struc.Fields() {
			if (f.Exported() || ev.reached[f.Origin()]) && interesting(f.Type()) {
				add(f.Name(), ev.objectField(o, f.Name(), f))
			}
		}
	}
	return out
}

// importFunc returns the fact about a function of another package, or nil.
func (ev *Evaluator) importFunc(fn *types.Func) *PortvetFunc {
	f := new(PortvetFunc)
	if !ev.pass.ImportObjectFact(fn, f) {
		return nil
	}
	return f
}

func (ev *Evaluator) importResult(fn *types.Func, result int) (Value, bool) {
	f := ev.importFunc(fn)
	if f == nil {
		return Value{}, false
	}
	for _, r := range f.Results {
		if r.Index == result {
			return Owned(r.Value, fn), true
		}
	}
	return Value{}, false
}

// Owned returns v, which comes from a fact about fn, with its parameters
// belonging to fn.
func Owned(v Value, fn *types.Func) Value {
	out := Value{Alts: slices.Clone(v.Alts)}
	for i, a := range out.Alts {
		a.Pieces = ownedPieces(a.Pieces, fn)
		if a.Obj != nil {
			o := *a.Obj
			o.Fields = slices.Clone(o.Fields)
			for j := range o.Fields {
				o.Fields[j].Value = Owned(o.Fields[j].Value, fn)
			}
			a.Obj = &o
		}
		out.Alts[i] = a
	}
	return out
}

func ownedPieces(pieces []Piece, fn *types.Func) []Piece {
	out := slices.Clone(pieces)
	for i := range out {
		if out[i].Kind == Param && out[i].Owner == "" {
			out[i].owner = fn
		}
		if len(out[i].Key) > 0 {
			out[i].Key = ownedPieces(out[i].Key, fn)
		}
	}
	return out
}

// foreignVar returns the value of a variable of another package.
func (ev *Evaluator) foreignVar(v *types.Var) Value {
	if v.Pkg() == nil {
		return unknown()
	}
	sym := v.Pkg().Path() + "." + v.Name()
	for _, r := range ev.cat.Package(v.Pkg().Path()).Rows(sym) {
		switch {
		case r.Op == "loopback":
			return text("::1")
		case r.Op == "any":
			return text("")
		case r.Kind == "mux":
			return object(&Object{Type: TypeMux, Site: sym})
		case r.Kind == "flag":
			return hole(Piece{Kind: Flag})
		}
	}
	f := new(PortvetVar)
	if !ev.pass.ImportObjectFact(v, f) {
		return unknown()
	}
	val := Owned(f.Value, nil)
	if ev.pkg.Name() != "main" || ev.base.Written(sym) || len(ev.index.variable(v).stores) > 0 || len(ev.index.variable(v).taken) > 0 {
		val = union(val, unknown())
	}
	return val
}

// fromSetters returns v, which methods of another package assign to a field,
// with what they are given in this package in the place of their parameters.
func (ev *Evaluator) fromSetters(v Value) Value {
	return v.each(func(a Alt) Value {
		if a.Obj != nil {
			o := *a.Obj
			o.Fields = slices.Clone(o.Fields)
			for i, f := range o.Fields {
				o.Fields[i].Value = ev.fromSetters(f.Value)
			}
			return object(&o)
		}
		if !slices.ContainsFunc(a.Pieces, Piece.ofSetter) {
			return Value{Alts: []Alt{a}}
		}
		parts := make([]Value, len(a.Pieces))
		for i, p := range a.Pieces {
			parts[i] = hole(p)
			if p.ofSetter() {
				parts[i] = ev.given(p)
			}
		}
		return concat(parts...)
	})
}

// ofSetter reports whether p is a parameter of a method of another package.
func (p Piece) ofSetter() bool { return p.Kind == Param && strings.HasPrefix(p.Owner, "(") }

// importField returns what may be written to a field of another package
// outside of literals, or nil when nothing is.
func (ev *Evaluator) importField(field *types.Var) *Value {
	var vs []Value
	f := new(PortvetField)
	if ev.pass.ImportObjectFact(field, f) {
		vs = append(vs, ev.fromSetters(Owned(f.Value, nil)))
	}
	if ev.base.Written(fieldSymbol(field)) {
		vs = append(vs, unknown())
	}
	if len(vs) == 0 {
		return nil
	}
	v := union(vs...)
	return &v
}

// fieldSymbol names a field for other packages. The type is left out: a field
// of the same name in another type of the package costs a finding at most.
func fieldSymbol(f *types.Var) string { return f.Pkg().Path() + "#" + f.Name() }

// symbolOf names a field or a package variable for other packages.
func symbolOf(v *types.Var) string {
	if v.IsField() {
		return fieldSymbol(v)
	}
	return v.Pkg().Path() + "." + v.Name()
}

// WrittenOutside returns the exported variables and fields of other packages
// of the program that this package assigns or lets be decoded, for the
// packages that import it.
func (ev *Evaluator) WrittenOutside() []string {
	seen := make(map[string]bool)
	for f := range ev.decodedIn {
		if ev.foreign(f.Pkg()) {
			seen[fieldSymbol(f)] = true
		}
	}
	for obj := range ev.index.mentions {
		v, ok := obj.(*types.Var)
		if !ok || !ev.foreign(v.Pkg()) {
			continue
		}
		if known := ev.index.variable(v); len(known.stores)+len(known.fields)+len(known.taken) > 0 {
			seen[symbolOf(v)] = true
		}
	}
	out := make([]string, 0, len(seen))
	for s := range seen {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}
