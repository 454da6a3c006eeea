package origin

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// PortvetFunc is a fact about a function: what its results are made of, with
// its parameters as holes, which of its parameters it lets be written through,
// into which of these it writes nothing that is known, as the body of a
// response, and of which it makes addresses of listeners, or what it returns, without
// checking them.
type PortvetFunc struct {
	Results []Result
	Writes  []int
	Unknown []int
	Plain   []int
	Passes  []int
	Sets    bool // what it is given comes to be in a field, as by an option
	Adds    bool // and there in a collection
	Anew    bool // what it returns is made at each call
	Puts    []Put
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
// it or lets be decoded into it, other than in literals, and whether it makes
// addresses of listeners from what others put there, without checking it.
type PortvetField struct {
	Value Value
	Plain bool
}

// AFact marks the type as a fact.
func (*PortvetField) AFact() {}

func (f *PortvetField) String() string { return "field" }

// FactTypes lists the facts of this package.
func FactTypes() []analysis.Fact {
	return []analysis.Fact{new(PortvetFunc), new(PortvetVar), new(PortvetField)}
}

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
	for _, fn := range ev.src.Functions() {
		if fn.Exported() && visible.has(fn) && ev.src.Decl(fn).Body != nil {
			fns = append(fns, fn)
			results = append(results, ev.results(fn))
		}
	}
	ev.reachStored()
	scope := ev.pkg.Scope()
	setters := make(map[string]bool)
	for _, name := range scope.Names() {
		if tn, ok := scope.Lookup(name).(*types.TypeName); ok && !tn.IsAlias() {
			ev.exportFields(tn.Type(), setters, 0)
		}
	}
	// What the objects in the facts have to tell is known only now.
	for i, fn := range fns {
		results[i] = ev.encodeResults(fn, results[i])
		for _, r := range results[i] {
			r.Value.givers(setters)
		}
	}
	for i, fn := range fns {
		if f := ev.funcFact(fn, results[i], setters[fn.FullName()]); f != nil {
			ev.pass.ExportObjectFact(fn, f)
		}
	}
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !v.Exported() || !interesting(v.Type()) {
			continue
		}
		if val, ok := ev.encode(ev.assignments(v), nil, factDepth); ok {
			ev.pass.ExportObjectFact(v, &PortvetVar{val})
		}
	}
}

// exportFields writes the facts about the fields of a struct type and of the
// nameless structs in it, and notes the functions whose parameters come to be
// in them.
func (ev *Evaluator) exportFields(t types.Type, setters map[string]bool, depth int) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || depth > 4 {
		return
	}
	for f := range st.Fields() {
		ev.exportField(f, setters)
		if inner, ok := f.Type().(*types.Struct); ok {
			ev.exportFields(inner, setters, depth+1)
		}
	}
}

func (ev *Evaluator) exportField(f *types.Var, setters map[string]bool) {
	if f.Pkg() != ev.pkg || !f.Exported() && !ev.reached[f] || !interesting(f.Type()) {
		return
	}
	in, decoded := ev.decodedIn[f]
	// What is assigned where the struct is made, its maker's fact has, and the fact of
	// whoever makes a map has what is put into that.
	stores := slices.DeleteFunc(slices.Clone(ev.src.Variable(f).Fields), func(s source.FieldStore) bool { return s.Put || !ev.intoParam(s.Sel) })
	taken := ev.takenOfParams(f)
	plain := ev.plainField(f)
	if !decoded && len(stores) == 0 && len(taken.Alts) == 0 {
		if plain {
			ev.pass.ExportObjectFact(f, &PortvetField{Plain: true})
		}
		return
	}
	v := unknown()
	if ev.small(f.Type()) {
		vs := []Value{taken}
		for _, s := range stores {
			vs = append(vs, ev.stored(s.Store).without(f))
		}
		if decoded {
			vs = append(vs, in)
		}
		if e, ok := ev.encode(union(vs...), nil, 1); ok {
			v = e
		}
	}
	v.givers(setters)
	ev.pass.ExportObjectFact(f, &PortvetField{v, plain})
}

// givers notes the functions whose parameters are in v, which is of a fact.
func (v Value) givers(of map[string]bool) {
	for _, a := range v.Alts {
		if a.Obj != nil {
			for _, f := range a.Obj.Fields {
				f.Value.givers(of)
			}
		}
		for _, p := range a.Pieces {
			if p.Owner != "" {
				of[p.Owner] = true
			}
		}
	}
}

// without returns v but for what it has from the field f itself.
// Have: m.servers = append(m.servers, s)
func (v Value) without(f *types.Var) Value {
	itself := func(a Alt) bool {
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != Param {
			return false
		}
		path := a.Pieces[0].Path
		return len(path) > 0 && path[len(path)-1].field == f
	}
	return Value{Alts: slices.DeleteFunc(slices.Clone(v.Alts), itself)}
}

// intoParam reports whether the struct whose field sel selects may come from
// whoever calls the function: func (s *Server) SetAddr(addr string).
func (ev *Evaluator) intoParam(sel *ast.SelectorExpr) bool {
	v := ev.Eval(sel.X)
	return len(v.Alts) == 0 || slices.ContainsFunc(v.Alts, func(a Alt) bool { return a.Obj == nil })
}

// takenOfParams returns what may be written through the address of a field f of what
// comes from whoever calls: func (s *Server) Flags(fs *flag.FlagSet), which hands
// &s.addr to fs.
func (ev *Evaluator) takenOfParams(f *types.Var) Value {
	var vs []Value
	for _, u := range ev.src.Variable(f).Taken {
		if u.Call != nil && u.Arg >= 0 {
			if e, ok := ast.Unparen(u.Call.Args[u.Arg]).(*ast.UnaryExpr); ok {
				if sel, ok := ast.Unparen(e.X).(*ast.SelectorExpr); ok && !ev.intoParam(sel) {
					continue
				}
			}
		}
		vs = append(vs, ev.throughAddress(f, u))
	}
	return union(vs...)
}

// small reports whether a value of type t is an address, a part of one, a
// listener or a server, or a collection of what holds such. What is assigned to
// other fields, whole structs, is mostly large, and seldom what tells.
func (ev *Evaluator) small(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic, *types.Interface:
		return true
	case *types.Slice, *types.Map:
		elem := source.Elem(u)
		return holdsPart(elem) || ev.TypeRow(elem, catalog.Server) != nil || ev.holds(elem, maxHeld)
	}
	return ev.TypeRow(t, catalog.Server) != nil || ev.TypeRow(t, catalog.Mux) != nil || ev.holds(t, 0)
}

// maxHeld is how many texts and numbers the elements of a collection may have
// that counts as small.
const maxHeld = 6

// holds reports whether t is a struct in which a server is, or, beside other
// things, no more texts and numbers than plain.
func (ev *Evaluator) holds(t types.Type, plain int) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	texts := 0
	for f := range st.Fields() {
		if ev.TypeRow(f.Type(), catalog.Server) != nil {
			return true
		}
		if _, ok := f.Type().Underlying().(*types.Basic); ok {
			texts++
		}
	}
	return texts > 0 && texts <= plain
}

// interesting reports whether a value of type t can be part of an address, or
// hold one.
func interesting(t types.Type) bool {
	for range 3 {
		if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && source.IsStd(n.Obj().Pkg().Path()) {
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
		case *types.Map:
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
		if t := res.At(i).Type(); source.IsError(t) || !interesting(t) {
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
func (ev *Evaluator) Reaches(v Value) { ev.reaches(v, factDepth) }

func (ev *Evaluator) reaches(v Value, depth int) {
	for _, a := range v.Alts {
		if lit := a.literal(); lit != nil && depth > 0 {
			for _, el := range lit.Elts {
				if kv, ok := el.(*ast.KeyValueExpr); ok {
					el = kv.Value
				}
				if t := ev.info.TypeOf(el); t != nil && interesting(t) {
					ev.reaches(ev.Eval(el), depth-1)
				}
			}
		}
		for _, p := range a.Pieces {
			for _, s := range p.Path {
				if s.field != nil {
					ev.reached[s.field] = true
				}
			}
		}
	}
}

// literal returns the literal of a struct that a is made by, or nil.
func (a Alt) literal() *ast.CompositeLit {
	if a.Obj == nil || a.Obj.struc == nil {
		return nil
	}
	lit, _ := a.Obj.node.(*ast.CompositeLit)
	return lit
}

// reachStored notes the fields that are reached by way of what methods assign
// to fields that are: s.srv = &http.Server{Addr: s.addr}.
func (ev *Evaluator) reachStored() {
	for before := -1; before < len(ev.reached); {
		before = len(ev.reached)
		for _, f := range slices.SortedFunc(maps.Keys(ev.reached), func(a, b *types.Var) int { return cmp.Compare(a.Pos(), b.Pos()) }) {
			if f.Pkg() != ev.pkg || !ev.small(f.Type()) {
				continue
			}
			for _, s := range ev.src.Variable(f).Fields {
				if ev.intoParam(s.Sel) {
					ev.Reaches(ev.stored(s.Store))
				}
			}
		}
	}
}

// encodeResults returns the results of fn as its fact has them.
func (ev *Evaluator) encodeResults(fn *types.Func, results []Result) (out []Result) {
	for _, r := range results {
		if v, ok := ev.encode(r.Value, fn, factDepth); ok && (ev.base.Own || v.ofAddress()) {
			out = append(out, Result{Index: r.Index, Value: v})
		}
	}
	return out
}

// Treats returns the fact about what fn does with what it is given, without what it
// returns, or nil when there is nothing to say: it stands behind a method of an
// interface, whose results others do not follow.
func (ev *Evaluator) Treats(fn *types.Func) *PortvetFunc { return ev.funcFact(fn, nil, false) }

// funcFact returns the fact about fn with the given results, or nil when there
// is nothing to say; sets is as in PortvetFunc.
func (ev *Evaluator) funcFact(fn *types.Func, results []Result, sets bool) *PortvetFunc {
	f := &PortvetFunc{Results: results, Sets: sets, Adds: sets && ev.adds(fn)}
	ps := fn.Signature().Params()
	for i := range ps.Len() {
		writes := false
		if generic(fn, i) {
			var v Value
			if v, writes = ev.passesOn(fn, i, 0); writes && !v.Has(func(p Piece) bool { return p.Kind != Unknown }) {
				f.Unknown = append(f.Unknown, i)
			}
		} else if ptr, ok := ps.At(i).Type().Underlying().(*types.Pointer); ok {
			if _, basic := ptr.Elem().Underlying().(*types.Basic); basic {
				writes = ev.writesThrough(fn, i)
			}
		}
		if writes {
			f.Writes = append(f.Writes, i)
		}
	}
	f.Plain, f.Passes = ev.plain(fn)
	f.Puts = ev.puts(fn)
	if d := ev.src.Decl(fn); d != nil && slices.ContainsFunc(results, func(r Result) bool { return len(r.Value.Alts) == 1 && r.Value.Alts[0].Obj != nil }) {
		f.Anew = ev.makesAnew(d, 0)
	}
	if len(f.Results) == 0 && len(f.Writes) == 0 && len(f.Plain) == 0 && len(f.Puts) == 0 && !f.Sets {
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
	d := ev.src.Decl(fn)
	p := paramAt(ev.info, d, i)
	return p != nil && (len(ev.src.Variable(p).Derefs) > 0 || ev.escapes(d, p))
}
