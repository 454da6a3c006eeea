package origin

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

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
	if u.locals != nil {
		return
	}
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
	if cur.ParentEdgeKind() == edge.Field_Names {
		w.param = x.paramAt(cur)
	} else if s, ok := x.assigned(cur); ok {
		w.stores = append(w.stores, s)
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
climb:
	for ; ; cur = cur.Parent() {
		switch kind := cur.ParentEdgeKind(); {
		case kind == edge.ParenExpr_X:
		case kind == edge.IndexExpr_X:
			elem = true // collections are the union of their elements
		case kind == edge.StarExpr_X && !star && !elem:
			star = true
		default:
			break climb
		}
	}
	if s, ok := x.assigned(cur); ok {
		s.elem = s.elem && !elem
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
			w.called = append(w.called, outer)
		} else if sel == nil {
			w.passed = append(w.passed, use{call: outer, arg: i})
		}
	case *ast.UnaryExpr:
		if outer.Op == token.AND {
			w.taken = append(w.taken, takenAt(cur.Parent()))
		}
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
		}
		return valueOf(n.Rhs, len(n.Lhs), i)
	case edge.ValueSpec_Names:
		n := cur.Parent().Node().(*ast.ValueSpec)
		return valueOf(n.Values, len(n.Names), i)
	}
	return store{}, false
}

// valueOf returns what the i-th of n variables is assigned of values.
func valueOf(values []ast.Expr, n, i int) (s store, ok bool) {
	switch len(values) {
	case n:
		return store{rhs: values[i], result: -1}, true
	case 1:
		return store{rhs: values[0], result: i}, true
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
		calls, mentions := x.usesOf(fn)
		f = &function{calls, len(mentions) > 0}
		x.called[fn] = f
	}
	return f
}

// usesOf returns the calls of fns, and the mentions of them other than to call
// them, both in source order.
func (x *index) usesOf(fns ...types.Object) (calls []*ast.CallExpr, mentions []inspector.Cursor) {
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
