package source

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

// Package is one package: its files and types, and where it does what. Most of
// a large package never matters to a listener, so at first it only notes where
// what is mentioned that is not local to a function; what happens there it
// looks at when somebody asks.
type Package struct {
	Pkg    *types.Package
	Info   *types.Info
	Fset   *token.FileSet
	Files  []*ast.File
	Module *analysis.Module // nil when the driver knows none
	In     *inspector.Inspector
	Main   bool     // it is a program
	Own    []string // the packages of modules worked on that it imports, directly or not; sorted
	Report Report

	index
	answers
}

// Report says which code findings are wanted of beside that of programs.
type Report struct {
	Tests   bool // tests
	Samples bool // code that only serves tests and samples
}

// index is what one pass over the package notes.
type index struct {
	units    []*unit // the top-level declarations, file by file
	byPos    []*unit // by position: drivers parse files in any order
	decls    map[*types.Func]*ast.FuncDecl
	declared []*types.Func                   // in source order
	names    map[*types.Var]inspector.Cursor // of package variables, where they are declared
	mentions map[types.Object][]*ast.Ident   // of what is not local to a function, in no order
	funcs    []*types.Func                   // the functions among them
	lits     map[*types.TypeName][]*ast.CompositeLit
	structs  []*ast.CompositeLit // every literal of a named struct
}

// answers are those that were asked for already.
type answers struct {
	vars    map[*types.Var]*Variable
	called  map[*types.Func]*function
	results map[ast.Node][]*ast.ReturnStmt
	callees map[*ast.CallExpr]*types.Func
	full    map[*types.Func]string // see CalleeName
	all     []*ast.CallExpr        // see AllCalls
	methods map[string]bool        // names of methods of interfaces
	bindings
}

// bindings are what is known of what stands behind interfaces.
type bindings struct {
	bound   map[string]bool               // whether all calls of methods of these names are of one type's: see bind
	several map[*ast.Ident]Several        // see MayBe
	holds   map[holder][]types.Type       // see typesHeld
	having  map[*types.Named][]types.Type // see typesWith
	given   map[*types.Var][]ast.Expr     // see InLiterals
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

// New returns the package of pass, without its tests unless findings are wanted
// of them: drivers hand tests over together with the package, and what a test
// puts into a variable is no part of a program. Own are the packages of modules
// worked on that it imports.
func New(pass *analysis.Pass, report Report, own []string) *Package {
	all := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	files, in := pass.Files, all
	if !report.Tests {
		files, in = withoutTests(pass, all)
	}
	x := &Package{
		Pkg:    pass.Pkg,
		Info:   pass.TypesInfo,
		Fset:   pass.Fset,
		Files:  files,
		Module: pass.Module,
		In:     in,
		Main:   pass.Pkg.Name() == "main",
		Own:    own,
		Report: report,
		index: index{
			decls:    make(map[*types.Func]*ast.FuncDecl),
			names:    make(map[*types.Var]inspector.Cursor),
			mentions: make(map[types.Object][]*ast.Ident),
			lits:     make(map[*types.TypeName][]*ast.CompositeLit),
		},
		answers: answers{
			vars:    make(map[*types.Var]*Variable),
			called:  make(map[*types.Func]*function),
			results: make(map[ast.Node][]*ast.ReturnStmt),
			callees: make(map[*ast.CallExpr]*types.Func),
			full:    make(map[*types.Func]string),
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
		if named := NamedOf(x.Info.TypeOf(lit)); named != nil {
			if _, ok := named.Underlying().(*types.Struct); ok {
				x.lits[named.Obj()] = append(x.lits[named.Obj()], lit)
				x.structs = append(x.structs, lit)
			}
		}
	}
	// What is known of types may be of more files than those at hand.
	partial := in != all
	x.noteMentions(pass.Pkg, partial)
	x.bind()
	return x
}

func (x *Package) addUnit(decl ast.Decl, cur inspector.Cursor) {
	x.units = append(x.units, &unit{order: len(x.units), cur: cur, pos: decl.Pos(), end: decl.End()})
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if fn, ok := x.Info.Defs[d.Name].(*types.Func); ok {
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
				if v, ok := x.Info.Defs[name.Node().(*ast.Ident)].(*types.Var); ok {
					x.names[v] = name
				}
			}
		}
	}
}

// noteMentions notes what the package mentions, or only what a part of it does.
func (x *Package) noteMentions(pkg *types.Package, partial bool) {
	for id, obj := range x.Info.Uses {
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

// unitAt returns the unit around pos, or nil.
func (x *Package) unitAt(pos token.Pos) *unit {
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
func (x *Package) unitsOf(objs ...types.Object) []*unit {
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
func (x *Package) find(n ast.Node) (cur inspector.Cursor, ok bool) {
	if u := x.unitAt(n.Pos()); u != nil {
		return u.cur.FindNode(n)
	}
	return x.In.Root().FindNode(n)
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
func (x *Package) findIdent(id *ast.Ident) (cur inspector.Cursor, ok bool) {
	u := x.unitAt(id.Pos())
	if u == nil {
		return x.find(id)
	}
	idents := u.identifiers()
	i, _ := slices.BinarySearchFunc(idents, id.Pos(), func(at int32, pos token.Pos) int {
		return cmp.Compare(x.In.At(at).Node().Pos(), pos)
	})
	if i < len(idents) {
		if cur := x.In.At(idents[i]); cur.Node() == id {
			return cur, true
		}
	}
	return u.cur.FindNode(id)
}

// mentionsOf returns the identifiers that denote one of objs, none of them
// local, in source order.
func (x *Package) mentionsOf(objs ...types.Object) []inspector.Cursor {
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
