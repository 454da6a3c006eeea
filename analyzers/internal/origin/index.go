package origin

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// index is what one walk over a package notes down: who is assigned what,
// who calls whom, whose address is taken.
type index struct {
	vars     map[*types.Var][]store      // assignments to variables
	fields   map[*types.Var][]fieldStore // assignments x.f = v
	derefs   map[*types.Var][]store      // assignments *p = v
	taken    map[*types.Var][]use        // &v and &x.f
	passed   map[*types.Var][]use        // v as an argument
	lits     map[*types.TypeName][]*ast.CompositeLit
	calls    map[*types.Func][]*ast.CallExpr // static calls of this package's functions
	litCalls map[*types.Var][]*ast.CallExpr  // calls of function-typed variables
	asValue  map[*types.Func]bool            // functions used other than by calling them
	decls    map[*types.Func]*ast.FuncDecl
	at       map[*ast.FuncDecl]inspector.Cursor
	uses     map[*types.Var][]inspector.Cursor // of fields and package variables that can hold a part of an address
	params   map[*types.Var]param              // parameters of declared functions and of literals
	returns  map[ast.Node][]*ast.ReturnStmt
	within   map[*ast.FuncLit]ast.Node // the call, assignment or other parent of a literal
	all      []*ast.CallExpr           // every call
	structs  []*ast.CompositeLit       // every literal of a named struct
}

// store is one assignment; result is the index of the call's result taken, or
// -1 when the expression itself is assigned.
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

func newIndex(info *types.Info, in *inspector.Inspector) *index {
	x := &index{
		vars:     make(map[*types.Var][]store),
		fields:   make(map[*types.Var][]fieldStore),
		derefs:   make(map[*types.Var][]store),
		taken:    make(map[*types.Var][]use),
		passed:   make(map[*types.Var][]use),
		lits:     make(map[*types.TypeName][]*ast.CompositeLit),
		calls:    make(map[*types.Func][]*ast.CallExpr),
		litCalls: make(map[*types.Var][]*ast.CallExpr),
		asValue:  make(map[*types.Func]bool),
		decls:    make(map[*types.Func]*ast.FuncDecl),
		at:       make(map[*ast.FuncDecl]inspector.Cursor),
		uses:     make(map[*types.Var][]inspector.Cursor),
		params:   make(map[*types.Var]param),
		returns:  make(map[ast.Node][]*ast.ReturnStmt),
		within:   make(map[*ast.FuncLit]ast.Node),
	}
	nodes := []ast.Node{
		(*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil),
		(*ast.RangeStmt)(nil), (*ast.IncDecStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.CallExpr)(nil),
		(*ast.ReturnStmt)(nil), (*ast.CompositeLit)(nil), (*ast.TypeSwitchStmt)(nil),
		(*ast.Ident)(nil), (*ast.SelectorExpr)(nil),
	}
	for cur := range in.Root().Preorder(nodes...) {
		switch n := cur.Node().(type) {
		case *ast.FuncDecl:
			x.at[n] = cur
			fn, ok := info.Defs[n.Name].(*types.Func)
			if !ok {
				continue
			}
			x.decls[fn] = n
			if n.Recv != nil {
				x.fieldParams(info, n.Recv, param{fn: fn, index: Receiver})
			}
			x.fieldParams(info, n.Type.Params, param{fn: fn})
		case *ast.FuncLit:
			x.fieldParams(info, n.Type.Params, param{lit: n})
			x.within[n] = cur.Parent().Node()
		case *ast.AssignStmt:
			x.assign(info, n, cur)
		case *ast.ValueSpec:
			for i, name := range n.Names {
				v, ok := info.Defs[name].(*types.Var)
				switch {
				case !ok:
				case len(n.Values) == len(n.Names):
					x.vars[v] = append(x.vars[v], store{rhs: n.Values[i], result: -1})
				case len(n.Values) == 1:
					x.vars[v] = append(x.vars[v], store{rhs: n.Values[0], result: i})
				}
			}
		case *ast.RangeStmt:
			if n.Key != nil {
				x.storeTo(info, n.Key, store{})
			}
			if n.Value != nil {
				x.storeTo(info, n.Value, store{rhs: n.X, result: -1, elem: true})
			}
		case *ast.IncDecStmt:
			x.storeTo(info, n.X, store{})
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				if v := addressed(info, n.X); v != nil {
					u := use{expr: n, arg: -1}
					switch p := cur.Parent().Node().(type) {
					case *ast.CallExpr:
						u.call = p
						for i, a := range p.Args {
							if ast.Unparen(a) == n {
								u.arg = i
							}
						}
					case *ast.AssignStmt, *ast.ValueSpec, *ast.KeyValueExpr, *ast.ReturnStmt, *ast.CompositeLit:
						u.lhs = true
					}
					x.taken[v] = append(x.taken[v], u)
				}
			}
		case *ast.CallExpr:
			x.all = append(x.all, n)
			for i, a := range n.Args {
				if id, ok := ast.Unparen(a).(*ast.Ident); ok {
					if v, ok := info.Uses[id].(*types.Var); ok {
						x.passed[v] = append(x.passed[v], use{call: n, arg: i})
					}
				}
			}
			if fn := typeutil.StaticCallee(info, n); fn != nil {
				x.calls[fn.Origin()] = append(x.calls[fn.Origin()], n)
			} else if v := calledVar(info, n); v != nil {
				x.litCalls[v] = append(x.litCalls[v], n)
			}
		case *ast.ReturnStmt:
			for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
				x.returns[c.Node()] = append(x.returns[c.Node()], n)
				break
			}
		case *ast.CompositeLit:
			if named := namedOf(info.TypeOf(n)); named != nil {
				if _, ok := named.Underlying().(*types.Struct); ok {
					x.lits[named.Obj()] = append(x.lits[named.Obj()], n)
					x.structs = append(x.structs, n)
				}
			}
		case *ast.TypeSwitchStmt:
			x.typeSwitch(info, n)
		case *ast.Ident:
			switch obj := info.Uses[n].(type) {
			case *types.Func:
				if _, isSel := cur.Parent().Node().(*ast.SelectorExpr); !isSel && !isCallee(cur.Parent().Node(), n) {
					x.asValue[obj.Origin()] = true
				}
			case *types.Var:
				if !isLocal(obj) && holdsPart(obj.Type()) {
					x.uses[obj.Origin()] = append(x.uses[obj.Origin()], cur)
				}
			}
		case *ast.SelectorExpr:
			if fn, ok := info.Uses[n.Sel].(*types.Func); ok && !isCallee(cur.Parent().Node(), n) {
				x.asValue[fn.Origin()] = true
			}
		}
	}
	return x
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

// isCallee reports whether e is what parent calls.
func isCallee(parent ast.Node, e ast.Expr) bool {
	switch p := parent.(type) {
	case *ast.CallExpr:
		return ast.Unparen(p.Fun) == e
	case *ast.IndexExpr:
		return p.X == e
	case *ast.IndexListExpr:
		return p.X == e
	}
	return false
}

// calledVar returns the variable or field of function type that call calls.
func calledVar(info *types.Info, call *ast.CallExpr) *types.Var {
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		v, _ := info.Uses[f].(*types.Var)
		return v
	case *ast.SelectorExpr:
		v, _ := info.Uses[f.Sel].(*types.Var)
		return v
	}
	return nil
}

func (x *index) fieldParams(info *types.Info, list *ast.FieldList, p param) {
	i := p.index
	for _, f := range list.List {
		for _, name := range f.Names {
			if v, ok := info.Defs[name].(*types.Var); ok {
				q := p
				q.index = i
				x.params[v] = q
			}
			i++
		}
		if len(f.Names) == 0 {
			i++
		}
	}
}

func (x *index) assign(info *types.Info, n *ast.AssignStmt, cur inspector.Cursor) {
	for i, lhs := range n.Lhs {
		switch {
		case n.Tok == token.ADD_ASSIGN && isString(info.TypeOf(lhs)) && !inLoop(cur):
			x.storeTo(info, lhs, store{rhs: n.Rhs[0], result: -1, plus: true})
		case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
			x.storeTo(info, lhs, store{}) // x -= y
		case len(n.Rhs) == len(n.Lhs):
			x.storeTo(info, lhs, store{rhs: n.Rhs[i], result: -1})
		case len(n.Rhs) == 1:
			x.storeTo(info, lhs, store{rhs: n.Rhs[0], result: i})
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

// storeTo notes the assignment of s to lhs. A store without rhs is one whose
// value is not known.
func (x *index) storeTo(info *types.Info, lhs ast.Expr, s store) {
	switch l := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		if v, ok := info.ObjectOf(l).(*types.Var); ok {
			x.vars[v] = append(x.vars[v], s)
		}
	case *ast.SelectorExpr:
		v, ok := info.Uses[l.Sel].(*types.Var)
		if !ok {
			return
		}
		if v = v.Origin(); v.IsField() {
			x.fields[v] = append(x.fields[v], fieldStore{sel: l, store: s})
		} else {
			x.vars[v] = append(x.vars[v], s)
		}
	case *ast.StarExpr:
		switch p := ast.Unparen(l.X).(type) {
		case *ast.Ident:
			if v, ok := info.Uses[p].(*types.Var); ok {
				x.derefs[v] = append(x.derefs[v], s)
			}
		case *ast.SelectorExpr:
			if v, ok := info.Uses[p.Sel].(*types.Var); ok {
				x.derefs[v.Origin()] = append(x.derefs[v.Origin()], s)
			}
		}
	case *ast.IndexExpr:
		s.elem = false // collections are the union of their elements
		x.storeTo(info, l.X, s)
	}
}

func (x *index) typeSwitch(info *types.Info, n *ast.TypeSwitchStmt) {
	as, ok := n.Assign.(*ast.AssignStmt)
	if !ok || len(as.Rhs) != 1 {
		return
	}
	ta, ok := ast.Unparen(as.Rhs[0]).(*ast.TypeAssertExpr)
	if !ok {
		return
	}
	for _, c := range n.Body.List {
		if v, ok := info.Implicits[c].(*types.Var); ok {
			x.vars[v] = append(x.vars[v], store{rhs: ta.X, result: -1})
		}
	}
}

// addressed returns the variable or field whose address &e is.
func addressed(info *types.Info, e ast.Expr) *types.Var {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, _ := info.Uses[e].(*types.Var)
		return v
	case *ast.SelectorExpr:
		v, _ := info.Uses[e.Sel].(*types.Var)
		if v != nil {
			return v.Origin()
		}
	}
	return nil
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
