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

	happened
}

// happened is what was asked for already.
type happened struct {
	vars    map[*types.Var]*variable
	called  map[*types.Func]*function
	results map[ast.Node][]*ast.ReturnStmt
}

// unit is a top-level declaration.
type unit struct {
	order    int // among the units of the package
	cur      inspector.Cursor
	pos, end token.Pos
	idents   []int32            // once it was asked for: the cursors of its identifiers
	locals   []mention          // once it was walked over: where local variables are
	switches []inspector.Cursor // x of switch x := y.(type), which stands for a variable per case
}

// mention is an identifier that denotes a local variable.
type mention struct {
	v   *types.Var
	at  int32 // its cursor
	def bool  // it declares v
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
		happened: happened{
			vars:    make(map[*types.Var]*variable),
			called:  make(map[*types.Func]*function),
			results: make(map[ast.Node][]*ast.ReturnStmt),
		},
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
	slices.SortFunc(out, InOrder)
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
