package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"net/netip"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about collections. A slice or an array is the union of its
// elements. A map is a thing with identity, and its elements are like fields
// of it, each by the name of its key.

// TypeMap is the type of objects that are maps.
const TypeMap = "map"

// The names of steps into a map other than that to one element.
const (
	everyElement = "[*]"
	everyKey     = "[key]"
)

// isStep reports whether name is that of a step other than to a field: into a
// map, or to what a method returns.
func isStep(name string) bool {
	_, called := isCalled(name)
	return called || name != "" && name[0] == '['
}

// element returns the element of the map e.X with the key e.Index. A key that
// is not constant chooses one that is not known, but of servers, which are not
// chosen among but told apart.
func (ev *Evaluator) element(e *ast.IndexExpr) Value {
	key := ev.info.Types[e.Index].Value
	if key == nil {
		if ev.TypeRow(ev.info.TypeOf(e), catalog.Server) != nil {
			return ev.FieldOf(ev.Eval(e.X), everyElement, nil)
		}
		return unknown()
	}
	return ev.FieldOf(ev.Eval(e.X), stepTo(key), nil)
}

// stepTo returns the name of the step to the element with a constant key.
func stepTo(key constant.Value) string { return "[" + key.ExactString() + "]" }

// elements returns what ranging over e gives: its elements, or its keys.
func (ev *Evaluator) elements(e ast.Expr, keys bool) Value {
	switch ev.info.TypeOf(e).Underlying().(type) {
	case *types.Slice, *types.Array, *types.Pointer:
		if !keys {
			return ev.Eval(e)
		}
	case *types.Map:
		step := everyElement
		if keys {
			step = everyKey
		}
		return ev.FieldOf(ev.Eval(e), step, nil)
	}
	return unknown()
}

// collection returns the value of a literal of a slice, array or map of type t.
func (ev *Evaluator) collection(e *ast.CompositeLit, t types.Type) Value {
	if len(e.Elts) > maxAlts {
		return unknown()
	}
	if _, ok := t.Underlying().(*types.Map); ok {
		return object(&Object{Type: TypeMap, Site: ev.src.Site(e), node: e})
	}
	if ip, ok := ev.ipOf(e, source.Elem(t)); ok {
		return hole(Piece{Kind: Literal, Text: ip, At: ev.src.At(e.Pos()), here: here{pos: e.Pos()}})
	}
	var vs []Value
	for _, el := range e.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			el = kv.Value
		}
		vs = append(vs, ev.Eval(el).anchored(el))
	}
	return union(vs...)
}

// ipOf returns the IP address that a literal of four or sixteen bytes is.
// Have: net.IP{127, 0, 0, 1}, [4]byte{127, 0, 0, 1}
func (ev *Evaluator) ipOf(e *ast.CompositeLit, elem types.Type) (ip string, ok bool) {
	if elem == nil || !types.Identical(elem.Underlying(), types.Typ[types.Byte]) {
		return "", false
	}
	var bytes []byte
	for _, el := range e.Elts {
		c := ev.info.Types[el].Value
		if c == nil { // a key, or not constant
			return "", false
		}
		n, _ := constant.Int64Val(constant.ToInt(c))
		bytes = append(bytes, byte(n))
	}
	a, ok := netip.AddrFromSlice(bytes)
	return a.Unmap().String(), ok
}

// emptyMap returns the map that call, of make, makes.
func (ev *Evaluator) emptyMap(call *ast.CallExpr) Value {
	lit := &ast.CompositeLit{Type: call.Args[0], Lbrace: call.Pos(), Rbrace: call.Rparen}
	return object(&Object{Type: TypeMap, Site: ev.src.Site(call), node: lit})
}

// mapType returns the type of a map that a literal or make makes.
func (ev *Evaluator) mapType(lit *ast.CompositeLit) types.Type {
	if t := ev.info.TypeOf(lit); t != nil {
		return t
	}
	return ev.info.TypeOf(lit.Type)
}

// inMap returns what the step called name leads to in o, a map: what its
// literal says, and what is put in later.
func (ev *Evaluator) inMap(o *Object, name string) Value {
	if o.node == nil {
		var vs []Value
		for _, f := range o.Fields {
			if name == everyElement || f.Name == name || f.Name == everyElement && name != everyKey {
				vs = append(vs, ev.through(f.Value, o.binds))
			}
		}
		return ev.orUnknown(union(vs...))
	}
	lit := o.node.(*ast.CompositeLit)
	var puts []put
	for _, el := range lit.Elts {
		kv := el.(*ast.KeyValueExpr)
		puts = append(puts, put{kv.Key, kv.Value})
	}
	stored, open := ev.putIntoMap(lit)
	var vs []Value
	for _, p := range append(puts, stored...) {
		switch key := ev.info.Types[p.key].Value; {
		case name == everyKey:
			vs = append(vs, ev.through(ev.Eval(p.key).anchored(p.key), o.binds))
		case name != everyElement && key != nil && stepTo(key) != name:
		case p.value == nil:
			vs = append(vs, unknown())
		default:
			vs = append(vs, ev.through(ev.Eval(p.value).anchored(p.value), o.binds))
		}
	}
	if open {
		vs = append(vs, unknown())
	}
	return ev.orUnknown(union(vs...))
}

// encodeMap gives out, which a fact carries for the map o, its elements, or all of
// them together if something is put in later; nil when not all of them are known.
func (ev *Evaluator) encodeMap(out, o *Object, add func(string, Value)) *Object {
	lit := o.node.(*ast.CompositeLit)
	puts, open := ev.putIntoMap(lit)
	if len(lit.Elts) > factFields || open {
		return nil
	}
	if len(puts) > 0 {
		add(everyElement, ev.inMap(o, everyElement))
		return out
	}
	for _, el := range lit.Elts {
		key := ev.info.Types[el.(*ast.KeyValueExpr).Key].Value
		if key == nil {
			return nil
		}
		add(stepTo(key), ev.inMap(o, stepTo(key)))
	}
	if len(out.Fields) < len(lit.Elts) {
		return nil
	}
	return out
}

// put is a value that a map is given for a key; nil when it is not known.
type put struct{ key, value ast.Expr }

// filled is what the package puts into maps of one type.
type filled struct {
	typ  types.Type
	puts []put
	open bool // code out of sight may put something in, too
}

// putIntoMap returns what is put into the map that lit makes, and whether others
// may put in something: by the variable that alone holds it, or else all that is
// put into maps of its type, since it is not followed who holds them.
func (ev *Evaluator) putIntoMap(lit *ast.CompositeLit) (puts []put, open bool) {
	cur, ok := ev.src.In.Root().FindByPos(lit.Pos(), lit.End())
	if !ok {
		return nil, true
	}
	if cur.ParentEdgeKind() == edge.RangeStmt_X {
		return nil, false
	}
	if v := ev.held(cur); v != nil {
		if puts, ok := ev.putBy(v); ok {
			return puts, false
		}
	}
	return ev.putInto(ev.mapType(lit))
}

// held returns the variable that is declared with the value at cur, or the field that
// a literal gives it to, where this package sees all that is done with it; else nil.
func (ev *Evaluator) held(cur inspector.Cursor) *types.Var {
	var names []ast.Expr
	kind, i := cur.ParentEdge()
	switch n := cur.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		id, ok := n.Key.(*ast.Ident)
		if !ok {
			return nil
		}
		if f, ok := ev.info.Uses[id].(*types.Var); ok && f.IsField() && f.Pkg() == ev.pkg && (!f.Exported() || ev.pkg.Name() == "main") {
			return f.Origin()
		}
		return nil
	case *ast.AssignStmt:
		if kind == edge.AssignStmt_Rhs && n.Tok == token.DEFINE && len(n.Lhs) == len(n.Rhs) {
			names = n.Lhs
		}
	case *ast.ValueSpec:
		if kind == edge.ValueSpec_Values && len(n.Names) == len(n.Values) {
			for _, id := range n.Names {
				names = append(names, id)
			}
		}
	}
	if i < 0 || i >= len(names) {
		return nil
	}
	id, ok := names[i].(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := ev.info.Defs[id].(*types.Var)
	if v == nil || ev.isGlobal(v) && v.Exported() && ev.pkg.Name() != "main" {
		return nil
	}
	return v
}

// putBy returns what is put into the map that v holds; ok is false when v shares
// it with others, or comes to hold another.
func (ev *Evaluator) putBy(v *types.Var) (puts []put, ok bool) {
	for _, use := range ev.src.Variable(v).Uses {
		kind, _ := use.ParentEdge()
		if v.IsField() && kind == edge.SelectorExpr_Sel {
			use = use.Parent()
			kind, _ = use.ParentEdge()
		}
		switch n := use.Parent().Node().(type) {
		case *ast.KeyValueExpr:
			if kind != edge.KeyValueExpr_Key {
				return nil, false
			}
		case *ast.IndexExpr:
			as, stores := use.Parent().Parent().Node().(*ast.AssignStmt)
			if kind != edge.IndexExpr_X {
				return nil, false
			}
			if at, j := use.Parent().ParentEdge(); stores && at == edge.AssignStmt_Lhs {
				puts = append(puts, putAt(n, as, j))
			}
		case *ast.RangeStmt:
			if kind != edge.RangeStmt_X {
				return nil, false
			}
		case *ast.CallExpr:
			if kind != edge.CallExpr_Args || !ev.info.Types[n.Fun].IsBuiltin() {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return puts, true
}

// putAt returns what as puts at e, the left side with an index.
func putAt(e *ast.IndexExpr, as *ast.AssignStmt, i int) put {
	p := put{key: e.Index}
	if len(as.Lhs) == len(as.Rhs) && as.Tok == token.ASSIGN {
		p.value = as.Rhs[i]
	}
	return p
}

// putInto returns what the package puts into maps of type t, other than in
// literals, and whether others may.
func (ev *Evaluator) putInto(t types.Type) (puts []put, open bool) {
	if ev.maps == nil {
		ev.maps = make([]*filled, 0, 8)
		ev.noteMaps()
	}
	for _, f := range ev.maps {
		if types.Identical(f.typ, t) {
			return f.puts, f.open
		}
	}
	return nil, false
}

// noteMaps finds what is put into maps.
func (ev *Evaluator) noteMaps() {
	of := func(e ast.Expr) *filled {
		t := ev.info.TypeOf(e)
		if t == nil {
			return nil
		}
		if _, ok := t.Underlying().(*types.Map); !ok {
			return nil
		}
		for _, f := range ev.maps {
			if types.Identical(f.typ, t) {
				return f
			}
		}
		f := &filled{typ: t}
		ev.maps = append(ev.maps, f)
		return f
	}
	for cur := range ev.src.In.Root().Preorder((*ast.AssignStmt)(nil), (*ast.CallExpr)(nil), (*ast.UnaryExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				x, ok := ast.Unparen(lhs).(*ast.IndexExpr)
				if !ok {
					continue
				}
				f := of(x.X)
				if f == nil {
					continue
				}
				f.puts = append(f.puts, putAt(x, n, i))
			}
		case *ast.CallExpr:
			for i, a := range n.Args {
				if f := of(a); f != nil && ev.fills(n, i) {
					f.open = true
				}
			}
		case *ast.UnaryExpr:
			if f := of(n.X); n.Op == token.AND && f != nil {
				f.open = true // a decoder fills it
			}
		}
	}
}

// fills reports whether call may put something into the map that is its
// argument i where this package does not see it.
func (ev *Evaluator) fills(call *ast.CallExpr, i int) bool {
	if tv := ev.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return false
	}
	fn := ev.src.Callee(call)
	switch {
	case fn == nil || fn.Pkg() == nil:
		return true
	case fn.Pkg() == ev.pkg:
		return ev.src.Decl(fn) == nil
	case source.IsStd(fn.Pkg().Path()):
		return i == 0 && fn.Pkg().Path() == "maps" // Copy and Insert
	}
	return true
}
