package source

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Variable is what happens to a variable or a field.
type Variable struct {
	Param  *Param       // it is a parameter
	Stores []Store      // assignments to it: v = e
	Fields []FieldStore // for a field: x.v = e
	Derefs []Store      // *v = e
	Taken  []Use        // &v and &x.v
	Passed []Use        // v as an argument
	Called []*ast.CallExpr
	Uses   []inspector.Cursor
	Bare   bool // its declaration gives it no value
}

// Given returns all that is ever assigned to the variable, or to the field that
// it is.
func (w *Variable) Given() []Store {
	stores := slices.Clone(w.Stores)
	for _, s := range w.Fields {
		stores = append(stores, s.Store)
	}
	return stores
}

// IsFuncOf reports whether e is the function of which p is a parameter.
func (x *Package) IsFuncOf(e ast.Expr, p *Param) bool {
	if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
		return lit == p.Lit
	}
	return p.Fn != nil && x.Info.Uses[NameOf(e)] == p.Fn
}

// function is what happens to a function.
type function struct {
	calls []*ast.CallExpr
	value bool // it is used other than by calling it
}

// Store is one assignment; result is the index of the call's result taken, or
// -1 when the expression itself is assigned. Without rhs, the value is not
// known.
type Store struct {
	Rhs    ast.Expr
	Result int
	Elem   bool // an element of rhs (range), or rhs as an element (s[i] = rhs)
	Key    bool // a key of rhs (range)
	Put    bool // rhs as an element of a map (m[k] = rhs)
	Plus   bool // rhs is appended to what was there
}

// FieldStore is an assignment to the field that sel selects.
type FieldStore struct {
	Sel *ast.SelectorExpr
	Store
}

// Use is an address-of expression (or, of passed, none) and where it stands.
type Use struct {
	expr *ast.UnaryExpr
	Call *ast.CallExpr // it is an argument of this call, or nil
	Arg  int
	lhs  bool // it is assigned to something else
}

// Param is whose parameter a variable is.
type Param struct {
	Fn    *types.Func
	Lit   *ast.FuncLit
	Index int
}

// Returns lists the return statements of fn, a declaration or a literal.
func (x *Package) Returns(fn ast.Node) []*ast.ReturnStmt {
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

// Parent returns the node around lit.
func (x *Package) Parent(lit *ast.FuncLit) ast.Node {
	if cur, ok := x.find(lit); ok {
		return cur.Parent().Node()
	}
	return nil
}

// Variable returns what happens to v. Nothing happens to nil.
func (x *Package) Variable(v *types.Var) *Variable {
	w, ok := x.vars[v]
	if ok {
		return w
	}
	w = new(Variable)
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
func (x *Package) local(w *Variable, v *types.Var) {
	u := x.unitAt(v.Pos())
	if u == nil {
		return
	}
	x.walk(u)
	for _, m := range u.locals {
		switch {
		case m.v != v:
		case m.def:
			x.define(w, x.In.At(m.at))
		default:
			x.note(w, v, x.In.At(m.at))
		}
	}
	for _, cur := range u.switches {
		if cur.Node().Pos() != v.Pos() {
			continue
		}
		rhs := cur.Parent().Node().(*ast.AssignStmt).Rhs
		if ta, ok := ast.Unparen(rhs[0]).(*ast.TypeAssertExpr); ok {
			w.Stores = append(w.Stores, Store{Rhs: ta.X, Result: -1})
		}
	}
}

// walk notes where the local variables of u are.
func (x *Package) walk(u *unit) {
	if u.locals != nil {
		return
	}
	idents := u.identifiers()
	u.locals = make([]mention, 0, len(idents)/2)
	for _, at := range idents {
		cur := x.In.At(at)
		id := cur.Node().(*ast.Ident)
		if obj, ok := x.Info.Uses[id]; ok {
			if v, ok := obj.(*types.Var); ok && isLocal(v) {
				u.locals = append(u.locals, mention{v: v, at: at})
			}
			continue
		}
		switch obj, ok := x.Info.Defs[id]; {
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
func (x *Package) define(w *Variable, cur inspector.Cursor) {
	if cur.ParentEdgeKind() == edge.Field_Names {
		w.Param = x.paramAt(cur)
		w.Bare = w.Param == nil // a result
	} else if s, ok := x.assigned(cur); ok {
		w.Stores = append(w.Stores, s)
	} else {
		w.Bare = true
	}
}

// paramAt returns whose parameter the name at cur is, or nil.
func (x *Package) paramAt(cur inspector.Cursor) *Param {
	field := cur.Parent()
	list := field.Parent()
	p := &Param{}
	switch list.ParentEdgeKind() {
	case edge.FuncDecl_Recv:
		p.Fn, _ = x.Info.Defs[list.Parent().Node().(*ast.FuncDecl).Name].(*types.Func)
		p.Index = Receiver
		return p
	case edge.FuncType_Params:
		switch f := list.Parent().Parent().Node().(type) {
		case *ast.FuncDecl:
			p.Fn, _ = x.Info.Defs[f.Name].(*types.Func)
		case *ast.FuncLit:
			p.Lit = f
		default:
			return nil
		}
	default:
		return nil
	}
	_, p.Index = cur.ParentEdge()
	for _, f := range list.Node().(*ast.FieldList).List {
		if f == field.Node() {
			break
		}
		p.Index += max(1, len(f.Names))
	}
	return p
}

// note notes in w what the identifier at cur does to v, which it denotes.
func (x *Package) note(w *Variable, v *types.Var, cur inspector.Cursor) {
	w.Uses = append(w.Uses, cur)
	var sel *ast.SelectorExpr
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
		sel = cur.Node().(*ast.SelectorExpr)
	}
	star, elem, put := false, false, false
climb:
	for ; ; cur = cur.Parent() {
		switch kind := cur.ParentEdgeKind(); {
		case kind == edge.ParenExpr_X:
		case kind == edge.IndexExpr_X:
			elem = true // collections are the union of their elements
			put = put || x.isMap(cur.Node().(ast.Expr))
		case kind == edge.StarExpr_X && !star && !elem:
			star = true
		default:
			break climb
		}
	}
	if s, ok := x.assigned(cur); ok {
		s.Elem, s.Put = s.Elem && !elem, put
		w.store(v, sel, star, s)
		return
	}
	if star || elem {
		return
	}
	kind, i := cur.ParentEdge()
	switch outer := cur.Parent().Node().(type) {
	case *ast.CallExpr:
		if kind == edge.CallExpr_Fun {
			w.Called = append(w.Called, outer)
		} else if sel == nil {
			w.Passed = append(w.Passed, Use{Call: outer, Arg: i})
		}
	case *ast.UnaryExpr:
		if outer.Op == token.AND {
			w.Taken = append(w.Taken, takenAt(cur.Parent()))
		}
	}
}

// store notes an assignment to v, which sel selects if it is not nil, or to
// what v points to.
func (w *Variable) store(v *types.Var, sel *ast.SelectorExpr, star bool, s Store) {
	switch {
	case star:
		w.Derefs = append(w.Derefs, s)
	case sel != nil && v.IsField():
		w.Fields = append(w.Fields, FieldStore{Sel: sel, Store: s})
	default:
		w.Stores = append(w.Stores, s)
	}
}

// assigned returns what is assigned to the expression at cur; ok is false when
// nothing is.
func (x *Package) assigned(cur inspector.Cursor) (s Store, ok bool) {
	kind, i := cur.ParentEdge()
	switch kind {
	case edge.IncDecStmt_X:
		return Store{}, true
	case edge.RangeStmt_Key:
		if over := cur.Parent().Node().(*ast.RangeStmt).X; x.isMap(over) {
			return Store{Rhs: over, Result: -1, Key: true}, true
		}
		return Store{}, true
	case edge.RangeStmt_Value:
		return Store{Rhs: cur.Parent().Node().(*ast.RangeStmt).X, Result: -1, Elem: true}, true
	case edge.AssignStmt_Lhs:
		n := cur.Parent().Node().(*ast.AssignStmt)
		switch {
		case n.Tok == token.ADD_ASSIGN && IsString(x.Info.TypeOf(n.Lhs[i])) && !inLoop(cur.Parent()):
			return Store{Rhs: n.Rhs[0], Result: -1, Plus: true}, true
		case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
			return Store{}, true // x -= y
		}
		return valueOf(n.Rhs, len(n.Lhs), i)
	case edge.ValueSpec_Names:
		n := cur.Parent().Node().(*ast.ValueSpec)
		return valueOf(n.Values, len(n.Names), i)
	}
	return Store{}, false
}

// isMap reports whether e is a map.
func (x *Package) isMap(e ast.Expr) bool {
	t := x.Info.TypeOf(e)
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
}

// valueOf returns what the i-th of n variables is assigned of values.
func valueOf(values []ast.Expr, n, i int) (s Store, ok bool) {
	switch len(values) {
	case n:
		return Store{Rhs: values[i], Result: -1}, true
	case 1:
		return Store{Rhs: values[0], Result: i}, true
	}
	return Store{}, false
}

// takenAt returns the use of the address that the expression at cur takes.
func takenAt(cur inspector.Cursor) Use {
	u := Use{expr: cur.Node().(*ast.UnaryExpr), Arg: -1}
	kind, i := cur.ParentEdge()
	switch p := cur.Parent().Node().(type) {
	case *ast.CallExpr:
		u.Call = p
		if kind == edge.CallExpr_Args {
			u.Arg = i
		}
	case *ast.AssignStmt, *ast.ValueSpec, *ast.KeyValueExpr, *ast.ReturnStmt, *ast.CompositeLit:
		u.lhs = true
	}
	return u
}

// function returns what happens to fn.
func (x *Package) function(fn *types.Func) *function {
	f, ok := x.called[fn]
	if !ok {
		calls, mentions := x.usesOf(fn)
		f = &function{calls: calls}
		for _, cur := range mentions {
			of, all := x.ElementCalled(cur)
			f.calls, f.value = append(f.calls, of...), f.value || !all
		}
		x.called[fn] = f
	}
	return f
}

// usesOf returns the calls of fns, and the mentions of them other than to call
// them, both in source order.
func (x *Package) usesOf(fns ...types.Object) (calls []*ast.CallExpr, mentions []inspector.Cursor) {
	var at []inspector.Cursor
	for _, cur := range x.mentionsOf(fns...) {
		if use, isCall := UseOf(cur); isCall {
			at = append(at, use)
		} else {
			mentions = append(mentions, use)
		}
	}
	// A call stands before what it calls: f in g().f() after g.
	slices.SortFunc(at, InOrder)
	for _, cur := range at {
		calls = append(calls, cur.Node().(*ast.CallExpr))
	}
	return calls, mentions
}

// InOrder compares nodes by where a walk over the package meets them.
func InOrder(a, b inspector.Cursor) int { return cmp.Compare(a.Index(), b.Index()) }

// UseOf returns the call of the function that the identifier at cur names, or
// else the mention of it, which is the whole of a selector.
func UseOf(cur inspector.Cursor) (use inspector.Cursor, isCall bool) {
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
	}
	for outer := cur; ; outer = outer.Parent() {
		switch outer.ParentEdgeKind() {
		case edge.ParenExpr_X, edge.IndexExpr_X, edge.IndexListExpr_X:
		case edge.CallExpr_Fun:
			return outer.Parent(), true
		default:
			return cur, false
		}
	}
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
