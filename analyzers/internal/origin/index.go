package origin

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// index knows where a package does what: who is assigned what, who calls whom,
// whose address is taken. Most of a large package never matters to a listener,
// so at first it only notes where what is mentioned that is not local to a
// function; what happens there it looks at when somebody asks.
type index struct {
	info     *types.Info
	in       *inspector.Inspector
	units    []*unit // the top-level declarations, file by file
	byPos    []*unit // by position: drivers parse files in any order
	decls    map[*types.Func]*ast.FuncDecl
	declared []*types.Func                   // in source order
	names    map[*types.Var]inspector.Cursor // of package variables, where they are declared
	mentions map[types.Object][]*ast.Ident   // of what is not local to a function, in no order
	funcs    []*types.Func                   // the functions among them
	lits     map[*types.TypeName][]*ast.CompositeLit
	structs  []*ast.CompositeLit // every literal of a named struct

	// What was asked for already.
	vars    map[*types.Var]*variable
	called  map[*types.Func]*function
	results map[ast.Node][]*ast.ReturnStmt
}

// unit is a top-level declaration.
type unit struct {
	order    int // among the units of the package
	cur      inspector.Cursor
	pos, end token.Pos
	idents   []int32 // once it was asked for: the cursors of its identifiers
	walked   bool
	locals   []mention          // once it was walked over: where local variables are
	switches []inspector.Cursor // x of switch x := y.(type), which stands for a variable per case
}

// mention is an identifier that denotes a local variable.
type mention struct {
	v   *types.Var
	at  int32 // its cursor
	def bool  // it declares v
}

// variable is what happens to a variable or a field.
type variable struct {
	param  *param       // it is a parameter
	stores []store      // assignments to it: v = e
	fields []fieldStore // for a field: x.v = e
	derefs []store      // *v = e
	taken  []use        // &v and &x.v
	passed []use        // v as an argument
	called []*ast.CallExpr
	uses   []inspector.Cursor
}

// function is what happens to a function.
type function struct {
	calls []*ast.CallExpr
	value bool // it is used other than by calling it
}

// store is one assignment; result is the index of the call's result taken, or
// -1 when the expression itself is assigned. Without rhs, the value is not
// known.
type store struct {
	rhs    ast.Expr
	result int
	elem   bool // an element of rhs (range), or rhs as an element (m[k] = rhs)
	plus   bool // rhs is appended to what was there
}

// fieldStore is an assignment to the field that sel selects.
type fieldStore struct {
	sel *ast.SelectorExpr
	store
}

// use is an address-of expression (or, of passed, none) and where it stands.
type use struct {
	expr *ast.UnaryExpr
	call *ast.CallExpr // it is an argument of this call, or nil
	arg  int
	lhs  bool // it is assigned to something else
}

// param is whose parameter a variable is.
type param struct {
	fn    *types.Func
	lit   *ast.FuncLit
	index int
}

func newIndex(pass *analysis.Pass, in *inspector.Inspector) *index {
	info := pass.TypesInfo
	x := &index{
		info:     info,
		in:       in,
		decls:    make(map[*types.Func]*ast.FuncDecl),
		names:    make(map[*types.Var]inspector.Cursor),
		mentions: make(map[types.Object][]*ast.Ident),
		lits:     make(map[*types.TypeName][]*ast.CompositeLit),
		vars:     make(map[*types.Var]*variable),
		called:   make(map[*types.Func]*function),
		results:  make(map[ast.Node][]*ast.ReturnStmt),
	}
	for file := range in.Root().Children() {
		for cur := range file.Children() {
			if decl, ok := cur.Node().(ast.Decl); ok {
				x.addUnit(decl, cur)
			}
		}
	}
	x.byPos = slices.Clone(x.units)
	slices.SortFunc(x.byPos, func(a, b *unit) int { return cmp.Compare(a.pos, b.pos) })
	for cur := range in.Root().Preorder((*ast.CompositeLit)(nil)) {
		lit := cur.Node().(*ast.CompositeLit)
		if named := namedOf(info.TypeOf(lit)); named != nil {
			if _, ok := named.Underlying().(*types.Struct); ok {
				x.lits[named.Obj()] = append(x.lits[named.Obj()], lit)
				x.structs = append(x.structs, lit)
			}
		}
	}
	// What is known of types may be of more files than those at hand.
	partial := pass.ResultOf[inspect.Analyzer] != in
	x.noteMentions(pass.Pkg, partial)
	return x
}

func (x *index) addUnit(decl ast.Decl, cur inspector.Cursor) {
	x.units = append(x.units, &unit{order: len(x.units), cur: cur, pos: decl.Pos(), end: decl.End()})
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if fn, ok := x.info.Defs[d.Name].(*types.Func); ok {
			x.decls[fn] = d
			x.declared = append(x.declared, fn)
		}
	case *ast.GenDecl:
		if d.Tok != token.VAR {
			return
		}
		for spec := range cur.Children() {
			for name := range spec.Children() {
				if name.ParentEdgeKind() != edge.ValueSpec_Names {
					continue
				}
				if v, ok := x.info.Defs[name.Node().(*ast.Ident)].(*types.Var); ok {
					x.names[v] = name
				}
			}
		}
	}
}

// noteMentions notes what the package mentions, or only what a part of it does.
func (x *index) noteMentions(pkg *types.Package, partial bool) {
	for id, obj := range x.info.Uses {
		switch o := obj.(type) {
		case *types.Func:
			obj = o.Origin()
		case *types.Var:
			if !isLocal(o) {
				obj = o.Origin()
			} else if o.Kind() != types.ParamVar && callable(o.Type()) {
				obj = dynamicCall
			} else {
				continue
			}
		case *types.TypeName:
		case *types.Const:
			if o.Pkg() == pkg {
				continue
			}
		default:
			continue
		}
		if partial && x.unitAt(id.Pos()) == nil {
			continue
		}
		x.mentions[obj] = append(x.mentions[obj], id)
	}
	for obj := range x.mentions {
		if fn, ok := obj.(*types.Func); ok {
			x.funcs = append(x.funcs, fn)
		}
	}
}

// dynamicCall stands in mentions for every local variable that can be called,
// but for parameters: what these call is not known.
var dynamicCall types.Object = types.NewVar(token.NoPos, nil, "", nil)

// callable reports whether a value of type t can be called, or one of its
// elements.
func callable(t types.Type) bool {
	for range 4 {
		if _, ok := t.Underlying().(*types.Signature); ok {
			return true
		}
		if t = Elem(t); t == nil {
			return false
		}
	}
	return false
}

// Elem returns the type of the elements of a pointer, slice, array, map or
// channel of type t, and nil for everything else.
func Elem(t types.Type) types.Type {
	if u, ok := t.Underlying().(interface{ Elem() types.Type }); ok {
		return u.Elem()
	}
	return nil
}

// unitAt returns the unit around pos, or nil.
func (x *index) unitAt(pos token.Pos) *unit {
	i, found := slices.BinarySearchFunc(x.byPos, pos, func(u *unit, pos token.Pos) int {
		switch {
		case u.end <= pos:
			return -1
		case u.pos > pos:
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return x.byPos[i]
}

// unitsOf returns the units that mention one of objs, none of them local, in
// source order.
func (x *index) unitsOf(objs ...types.Object) []*unit {
	var us []*unit
	for _, obj := range objs {
		for _, id := range x.mentions[obj] {
			if u := x.unitAt(id.Pos()); u != nil {
				us = append(us, u)
			}
		}
	}
	slices.SortFunc(us, func(a, b *unit) int { return cmp.Compare(a.order, b.order) })
	return slices.Compact(us)
}

// find returns the cursor of n; ok is false when n is no part of the source.
func (x *index) find(n ast.Node) (cur inspector.Cursor, ok bool) {
	if u := x.unitAt(n.Pos()); u != nil {
		return u.cur.FindNode(n)
	}
	return x.in.Root().FindNode(n)
}

// identifiers returns the cursors of the identifiers of u.
func (u *unit) identifiers() []int32 {
	if u.idents == nil {
		u.idents = make([]int32, 0, 32)
		for cur := range u.cur.Preorder((*ast.Ident)(nil)) {
			u.idents = append(u.idents, cur.Index())
		}
	}
	return u.idents
}

// findIdent is find for an identifier.
func (x *index) findIdent(id *ast.Ident) (cur inspector.Cursor, ok bool) {
	u := x.unitAt(id.Pos())
	if u == nil {
		return x.find(id)
	}
	idents := u.identifiers()
	i, _ := slices.BinarySearchFunc(idents, id.Pos(), func(at int32, pos token.Pos) int {
		return cmp.Compare(x.in.At(at).Node().Pos(), pos)
	})
	if i < len(idents) {
		if cur := x.in.At(idents[i]); cur.Node() == id {
			return cur, true
		}
	}
	return u.cur.FindNode(id)
}

// mentionsOf returns the identifiers that denote one of objs, none of them
// local, in source order.
func (x *index) mentionsOf(objs ...types.Object) []inspector.Cursor {
	var out []inspector.Cursor
	for _, obj := range objs {
		for _, id := range x.mentions[obj] {
			if cur, ok := x.findIdent(id); ok {
				out = append(out, cur)
			}
		}
	}
	slices.SortFunc(out, func(a, b inspector.Cursor) int { return cmp.Compare(a.Index(), b.Index()) })
	return out
}

// held lists the fields and package variables of the packages that of accepts
// that can hold a part of an address.
func (x *index) held(of func(*types.Package) bool) []*types.Var {
	var out []*types.Var
	for obj := range x.mentions {
		if v, ok := obj.(*types.Var); ok && v.Pkg() != nil && holdsPart(v.Type()) && of(v.Pkg()) {
			out = append(out, v)
		}
	}
	return out
}

// returns lists the return statements of fn, a declaration or a literal.
func (x *index) returns(fn ast.Node) []*ast.ReturnStmt {
	rs, ok := x.results[fn]
	if ok {
		return rs
	}
	if cur, ok := x.find(fn); ok {
		cur.Inspect([]ast.Node{(*ast.ReturnStmt)(nil), (*ast.FuncLit)(nil)}, func(c inspector.Cursor) bool {
			if r, ok := c.Node().(*ast.ReturnStmt); ok {
				rs = append(rs, r)
			}
			return c.Node() == fn || !isLiteral(c.Node())
		})
	}
	x.results[fn] = rs
	return rs
}

func isLiteral(n ast.Node) bool {
	_, ok := n.(*ast.FuncLit)
	return ok
}

// parent returns the node around lit.
func (x *index) parent(lit *ast.FuncLit) ast.Node {
	if cur, ok := x.find(lit); ok {
		return cur.Parent().Node()
	}
	return nil
}

// variable returns what happens to v. Nothing happens to nil.
func (x *index) variable(v *types.Var) *variable {
	w, ok := x.vars[v]
	if ok {
		return w
	}
	w = new(variable)
	switch {
	case v == nil:
	case isLocal(v):
		x.local(w, v)
	default:
		if name, ok := x.names[v]; ok {
			x.define(w, name)
		}
		for _, cur := range x.mentionsOf(v.Origin()) {
			x.note(w, v, cur)
		}
	}
	x.vars[v] = w
	return w
}

// local notes in w what happens to v, a local variable.
func (x *index) local(w *variable, v *types.Var) {
	u := x.unitAt(v.Pos())
	if u == nil {
		return
	}
	x.walk(u)
	for _, m := range u.locals {
		switch {
		case m.v != v:
		case m.def:
			x.define(w, x.in.At(m.at))
		default:
			x.note(w, v, x.in.At(m.at))
		}
	}
	for _, cur := range u.switches {
		if cur.Node().Pos() != v.Pos() {
			continue
		}
		rhs := cur.Parent().Node().(*ast.AssignStmt).Rhs
		if ta, ok := ast.Unparen(rhs[0]).(*ast.TypeAssertExpr); ok {
			w.stores = append(w.stores, store{rhs: ta.X, result: -1})
		}
	}
}

// walk notes where the local variables of u are.
func (x *index) walk(u *unit) {
	if u.walked {
		return
	}
	u.walked = true
	idents := u.identifiers()
	u.locals = make([]mention, 0, len(idents)/2)
	for _, at := range idents {
		cur := x.in.At(at)
		id := cur.Node().(*ast.Ident)
		if obj, ok := x.info.Uses[id]; ok {
			if v, ok := obj.(*types.Var); ok && isLocal(v) {
				u.locals = append(u.locals, mention{v: v, at: at})
			}
			continue
		}
		switch obj, ok := x.info.Defs[id]; {
		case obj != nil:
			if v, ok := obj.(*types.Var); ok && isLocal(v) {
				u.locals = append(u.locals, mention{v: v, at: at, def: true})
			}
		case ok && cur.ParentEdgeKind() == edge.AssignStmt_Lhs:
			u.switches = append(u.switches, cur)
		}
	}
}

// define notes in w what the identifier at cur, which declares it, says of it:
// whose parameter it is, or what it is at first.
func (x *index) define(w *variable, cur inspector.Cursor) {
	kind, i := cur.ParentEdge()
	switch kind {
	case edge.Field_Names:
		w.param = x.paramAt(cur)
	case edge.ValueSpec_Names:
		spec := cur.Parent().Node().(*ast.ValueSpec)
		switch {
		case len(spec.Values) == len(spec.Names):
			w.stores = append(w.stores, store{rhs: spec.Values[i], result: -1})
		case len(spec.Values) == 1:
			w.stores = append(w.stores, store{rhs: spec.Values[0], result: i})
		}
	default:
		if s, ok := x.assigned(cur); ok {
			w.stores = append(w.stores, s)
		}
	}
}

// paramAt returns whose parameter the name at cur is, or nil.
func (x *index) paramAt(cur inspector.Cursor) *param {
	field := cur.Parent()
	list := field.Parent()
	p := &param{}
	switch list.ParentEdgeKind() {
	case edge.FuncDecl_Recv:
		p.fn, _ = x.info.Defs[list.Parent().Node().(*ast.FuncDecl).Name].(*types.Func)
		p.index = Receiver
		return p
	case edge.FuncType_Params:
		switch f := list.Parent().Parent().Node().(type) {
		case *ast.FuncDecl:
			p.fn, _ = x.info.Defs[f.Name].(*types.Func)
		case *ast.FuncLit:
			p.lit = f
		default:
			return nil
		}
	default:
		return nil
	}
	_, p.index = cur.ParentEdge()
	for _, f := range list.Node().(*ast.FieldList).List {
		if f == field.Node() {
			break
		}
		p.index += max(1, len(f.Names))
	}
	return p
}

// note notes in w what the identifier at cur does to v, which it denotes.
func (x *index) note(w *variable, v *types.Var, cur inspector.Cursor) {
	w.uses = append(w.uses, cur)
	var sel *ast.SelectorExpr
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
		sel = cur.Node().(*ast.SelectorExpr)
	}
	star, elem := false, false
	for {
		kind, i := cur.ParentEdge()
		outer := cur.Parent()
		switch {
		case kind == edge.ParenExpr_X:
		case kind == edge.IndexExpr_X:
			elem = true // collections are the union of their elements
		case kind == edge.StarExpr_X && !star && !elem:
			star = true
		case star || elem:
			if s, ok := x.assigned(cur); ok {
				s.elem = s.elem && !elem
				w.store(v, sel, star, s)
			}
			return
		case kind == edge.CallExpr_Fun:
			w.called = append(w.called, outer.Node().(*ast.CallExpr))
			return
		case kind == edge.CallExpr_Args:
			if sel == nil {
				w.passed = append(w.passed, use{call: outer.Node().(*ast.CallExpr), arg: i})
			}
			return
		case kind == edge.UnaryExpr_X:
			if outer.Node().(*ast.UnaryExpr).Op == token.AND {
				w.taken = append(w.taken, takenAt(outer))
			}
			return
		default:
			if s, ok := x.assigned(cur); ok {
				w.store(v, sel, false, s)
			}
			return
		}
		cur = outer
	}
}

// store notes an assignment to v, which sel selects if it is not nil, or to
// what v points to.
func (w *variable) store(v *types.Var, sel *ast.SelectorExpr, star bool, s store) {
	switch {
	case star:
		w.derefs = append(w.derefs, s)
	case sel != nil && v.IsField():
		w.fields = append(w.fields, fieldStore{sel: sel, store: s})
	default:
		w.stores = append(w.stores, s)
	}
}

// assigned returns what is assigned to the expression at cur; ok is false when
// nothing is.
func (x *index) assigned(cur inspector.Cursor) (s store, ok bool) {
	kind, i := cur.ParentEdge()
	switch kind {
	case edge.IncDecStmt_X, edge.RangeStmt_Key:
		return store{}, true
	case edge.RangeStmt_Value:
		return store{rhs: cur.Parent().Node().(*ast.RangeStmt).X, result: -1, elem: true}, true
	case edge.AssignStmt_Lhs:
		n := cur.Parent().Node().(*ast.AssignStmt)
		switch {
		case n.Tok == token.ADD_ASSIGN && isString(x.info.TypeOf(n.Lhs[i])) && !inLoop(cur.Parent()):
			return store{rhs: n.Rhs[0], result: -1, plus: true}, true
		case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
			return store{}, true // x -= y
		case len(n.Rhs) == len(n.Lhs):
			return store{rhs: n.Rhs[i], result: -1}, true
		case len(n.Rhs) == 1:
			return store{rhs: n.Rhs[0], result: i}, true
		}
	}
	return store{}, false
}

// takenAt returns the use of the address that the expression at cur takes.
func takenAt(cur inspector.Cursor) use {
	u := use{expr: cur.Node().(*ast.UnaryExpr), arg: -1}
	kind, i := cur.ParentEdge()
	switch p := cur.Parent().Node().(type) {
	case *ast.CallExpr:
		u.call = p
		if kind == edge.CallExpr_Args {
			u.arg = i
		}
	case *ast.AssignStmt, *ast.ValueSpec, *ast.KeyValueExpr, *ast.ReturnStmt, *ast.CompositeLit:
		u.lhs = true
	}
	return u
}

// function returns what happens to fn.
func (x *index) function(fn *types.Func) *function {
	f, ok := x.called[fn]
	if !ok {
		f = new(function)
		for _, cur := range x.mentionsOf(fn) {
			if call := calledAt(cur); call != nil {
				f.calls = append(f.calls, call)
			} else {
				f.value = true
			}
		}
		slices.SortFunc(f.calls, x.inOrder)
		x.called[fn] = f
	}
	return f
}

// inOrder compares calls by where a walk over the package meets them.
func (x *index) inOrder(a, b *ast.CallExpr) int {
	ua, ub := x.unitAt(a.Pos()), x.unitAt(b.Pos())
	if ua != ub && ua != nil && ub != nil {
		return cmp.Compare(ua.order, ub.order)
	}
	return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(b.End(), a.End()))
}

// calledAt returns the call of what the identifier at cur names, or nil.
func calledAt(cur inspector.Cursor) *ast.CallExpr {
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
	}
	for {
		switch cur.ParentEdgeKind() {
		case edge.ParenExpr_X, edge.IndexExpr_X, edge.IndexListExpr_X:
			cur = cur.Parent()
		case edge.CallExpr_Fun:
			return cur.Parent().Node().(*ast.CallExpr)
		default:
			return nil
		}
	}
}

// isLocal reports whether v belongs to a function.
func isLocal(v *types.Var) bool {
	return !v.IsField() && v.Pkg() != nil && v.Parent() != v.Pkg().Scope()
}

// holdsPart reports whether a variable of type t can hold a part of an
// address as such: a text, a number, or an interface around one.
func holdsPart(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Interface:
		return true
	}
	return false
}

// inLoop reports whether a statement may run more than once in one call of
// its function.
func inLoop(cur inspector.Cursor) bool {
	for c := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch c.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
		return false
	}
	return false
}

// namedOf returns the named type behind t and its pointers, or nil.
func namedOf(t types.Type) *types.Named {
	for t != nil {
		switch u := types.Unalias(t).(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Named:
			return u.Origin()
		default:
			return nil
		}
	}
	return nil
}
