package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/acceptor"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Above is asked before facts are written: what rooms know that stand above this one.
type Above struct {
	// Handled tells whether the package stops a server that it makes. Nil means that
	// it stops none.
	Handled func(*Object) bool
	// RoleOf tells whom a function that answers requests, or a mux, is for, "" for the program's
	// users.
	RoleOf func(Alt) string
}

// Evaluator answers questions about the values of one package.
type Evaluator struct {
	Above

	pass *analysis.Pass
	info *types.Info
	pkg  *types.Package
	cat  *catalog.Catalog
	src  *source.Package
	base Base

	budget
	cycles
	lookups
	answers
	tables
}

// lookups are what was asked of the catalogue and of the calls of the package.
type lookups struct {
	rows     map[*types.Func][]*catalog.Row
	typeRows map[*types.TypeName][]*catalog.Row
	known    []*types.Func // see Catalogued

	byContainer map[*ast.CallExpr]bool // see CalledByContainer
	written     map[string]bool        // see assigns
	putters     *[]putting             // see puttings
}

// answers are the values that were asked for, and what was made of them.
type answers struct {
	memo    map[ast.Expr]Value
	varsOf  map[*types.Var]Value
	closed  map[string]Value
	passes  map[passing]Value
	treated map[string]Care // see Treated
	cares   map[*types.Var]Care
	encoded map[encoding]*Object
	reached map[*types.Var]bool // see Reaches
}

// tables are what the package declares and imports.
type tables struct {
	tagged map[*types.Var]Value  // by the tags of fields
	keys   map[*types.Var]string // of fields, in the file that their struct is filled from; "" for several
	fieldNames
	automatics map[string]*automatic // what libraries are told, by their packages
	decoded    map[*types.TypeName]Value
	decodedIn  map[*types.Var]Value
	filledNews map[string]bool // the sites of objects that decoders make: see filledNew
	owners     map[*types.Var]*types.TypeName
	maps       []*filled // see putInto
	provides   []Provided
	packages   map[string]*types.Package
}

// Base is what the evaluator is told of other packages.
type Base struct {
	// Own reports whether the package at hand is of a module worked on.
	Own bool
	// OwnModule reports whether a package is analysed from source with the
	// one at hand, so that a missing fact means that there is nothing to say.
	OwnModule func(path string) bool
	// Written reports whether a package already analysed assigns the exported
	// variable, field or type (by import path and name) of another.
	Written func(symbol string) bool
	// WrittenField is Written for the fields of any type with the name.
	WrittenField func(name string) bool
	// Made returns what a type of a module worked on is when it is a server that the
	// program has written itself, or nil.
	Made func(*types.TypeName) *acceptor.Server
	// Provided is what packages already analysed give to containers.
	Provided []Provided
	// Checked reports whether a package already analysed checks that the
	// exported variable or field of another is set.
	Checked func(symbol string) bool
}

// New returns an evaluator for the package of pass, which is src as files and
// tree.
func New(pass *analysis.Pass, src *source.Package, cat *catalog.Catalog, base Base) *Evaluator {
	ev := &Evaluator{
		pass:   pass,
		info:   pass.TypesInfo,
		pkg:    pass.Pkg,
		cat:    cat,
		base:   base,
		src:    src,
		budget: budget{limit: maxQuery},
		cycles: cycles{
			busy:      make(map[any]Value),
			busyField: make(map[*ast.SelectorExpr]bool),
			busyAny:   make(map[*types.Var]bool),
			closing:   make(map[string]bool),
		},
		lookups: lookups{
			rows:     make(map[*types.Func][]*catalog.Row),
			typeRows: make(map[*types.TypeName][]*catalog.Row),

			byContainer: make(map[*ast.CallExpr]bool),
		},
		answers: answers{
			memo:    make(map[ast.Expr]Value),
			varsOf:  make(map[*types.Var]Value),
			closed:  make(map[string]Value),
			passes:  make(map[passing]Value),
			cares:   make(map[*types.Var]Care),
			encoded: make(map[encoding]*Object),
			reached: make(map[*types.Var]bool),
		},
		tables: tables{
			tagged:     make(map[*types.Var]Value),
			decoded:    make(map[*types.TypeName]Value),
			decodedIn:  make(map[*types.Var]Value),
			keys:       make(map[*types.Var]string),
			automatics: make(map[string]*automatic),
			fieldNames: fieldNames{
				variables: make(map[*types.Var]variables),
				named:     make(map[*ast.CallExpr]bool),
				entered:   make(map[*types.Var]bool),
			},
		},
	}
	ev.noteTags()
	ev.noteVariables()
	ev.noteDecoded()
	ev.fillKeys()
	return ev
}

// Eval returns what e may evaluate to, with the parameters of the enclosing
// function as holes.
func (ev *Evaluator) Eval(e ast.Expr) Value {
	e = ast.Unparen(e)
	if v, ok := ev.memo[e]; ok {
		return v
	}
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()
	before := ev.cut
	v := ev.eval(e)
	if ev.cut == before {
		ev.memo[e] = v
	}
	return v
}

func (ev *Evaluator) eval(e ast.Expr) Value {
	if tv, ok := ev.info.Types[e]; ok && tv.Value != nil {
		return ev.constant(e, tv.Value)
	}
	switch e := e.(type) {
	case *ast.Ident:
		return ev.ident(e)
	case *ast.SelectorExpr:
		return ev.selector(e)
	case *ast.BinaryExpr:
		return ev.binary(e)
	case *ast.StarExpr:
		return ev.Eval(e.X) // pointers are transparent
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return ev.Eval(e.X)
		}
		return unknown()
	case *ast.CallExpr:
		return ev.Call(e, 0)
	case *ast.IndexExpr:
		return ev.indexed(e)
	case *ast.SliceExpr:
		return derived(ev.Eval(e.X))
	case *ast.TypeAssertExpr:
		return ev.Eval(e.X)
	case *ast.FuncLit:
		return Value{Alts: []Alt{{fn: &fnValue{lit: e}}}}
	case *ast.CompositeLit:
		return ev.composite(e)
	}
	return unknown()
}

// constant returns the value of a constant expression, written where the
// constant is declared.
func (ev *Evaluator) constant(e ast.Expr, c constant.Value) Value {
	p := Piece{Kind: Literal, here: here{pos: e.Pos()}}
	switch c.Kind() {
	case constant.String:
		p.Text = constant.StringVal(c)
	case constant.Int, constant.Float, constant.Bool:
		p.Text = c.ExactString()
	default:
		return unknown()
	}
	p.At = ev.src.At(e.Pos())
	// The first constant in the expression is where it is written.
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return p.pos == e.Pos()
		}
		if c, ok := ev.info.Uses[id].(*types.Const); ok && c.Pos().IsValid() && p.pos == e.Pos() {
			p.At = ev.src.At(c.Pos())
			p.pos = token.NoPos
			if c.Pkg() == ev.pkg {
				p.pos = c.Pos()
			}
		}
		return true
	})
	return hole(p)
}

func (ev *Evaluator) ident(e *ast.Ident) Value {
	switch obj := ev.info.ObjectOf(e).(type) {
	case *types.Var:
		return ev.variable(obj)
	case *types.Func:
		return Value{Alts: []Alt{{fn: &fnValue{fn: obj.Origin()}}}}
	case *types.Nil:
		return Value{}
	}
	return unknown()
}

func (ev *Evaluator) selector(e *ast.SelectorExpr) Value {
	sel := ev.info.Selections[e]
	if sel == nil {
		switch obj := ev.info.Uses[e.Sel].(type) {
		case *types.Var:
			return ev.variable(obj)
		case *types.Func:
			return Value{Alts: []Alt{{fn: &fnValue{fn: obj.Origin()}}}}
		}
		return unknown()
	}
	switch obj := sel.Obj().(type) {
	case *types.Var:
		return ev.path(ev.Eval(e.X), sel)
	case *types.Func:
		return Value{Alts: []Alt{{fn: &fnValue{fn: obj.Origin(), recv: e.X}}}}
	}
	return unknown()
}

// path follows a selection of a field through embedded fields.
func (ev *Evaluator) path(v Value, sel *types.Selection) Value {
	index := sel.Index()
	if sel.Kind() != types.FieldVal {
		index = index[:len(index)-1]
	}
	return ev.along(v, sel, index)
}

// HolderOf returns what has the field or method that e selects: what is selected from, or
// the embedded field there that it is promoted from.
func (ev *Evaluator) HolderOf(e *ast.SelectorExpr) Value {
	sel := ev.info.Selections[e]
	if sel == nil {
		return ev.Eval(e.X)
	}
	return ev.along(ev.Eval(e.X), sel, sel.Index()[:len(sel.Index())-1])
}

// along follows the fields with the given indexes.
func (ev *Evaluator) along(v Value, sel *types.Selection, index []int) Value {
	t := sel.Recv()
	for _, i := range index {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok || i >= st.NumFields() {
			return unknown()
		}
		f := st.Field(i)
		path := f.Name()
		if n := source.NamedOf(t); n != nil {
			path = n.Obj().Name() + "." + path
		}
		parent := v.fileKey()
		v = ev.FieldOf(v, f.Name(), f).belowKey(parent, f, reflect.StructTag(st.Tag(i)))
		if tag, ok := ev.tagOf(f, st.Tag(i), path); ok {
			tag = tag.known(v)
			v = union(tag.instead(v), tag.beside(v))
		}
		if b, ok := f.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
			v = v.asNumber()
		}
		t = f.Type()
	}
	return v
}

func (ev *Evaluator) binary(e *ast.BinaryExpr) Value {
	x, y := ev.Eval(e.X), ev.Eval(e.Y)
	if e.Op == token.ADD {
		if b, ok := ev.info.TypeOf(e).Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
			return concat(x, y)
		}
	}
	if v, ok := sums(x, y, e.Op); ok {
		return v
	}
	// Arithmetic keeps the origins of what is not a literal.
	var vs []Value
	for _, v := range []Value{x, y} {
		if v.Has(func(p Piece) bool { return p.Kind != Literal }) {
			vs = append(vs, derived(v))
		}
	}
	if len(vs) == 0 {
		return unknown()
	}
	return union(vs...)
}

// sums returns the results of an operation on numbers that are all known.
// Have: base := 8080; base + 1
func sums(x, y Value, op token.Token) (out Value, ok bool) {
	if op != token.ADD && op != token.SUB && op != token.MUL {
		return Value{}, false
	}
	for _, a := range x.Alts {
		for _, b := range y.Alts {
			m, first := a.number()
			n, second := b.number()
			if !first || !second {
				return Value{}, false
			}
			p := a.Pieces[0]
			p.Zero = false
			p.Text = constant.BinaryOp(m, op, n).ExactString()
			out = union(out, hole(p))
		}
	}
	return out, len(out.Alts) > 0
}

// number returns the known number that a is.
func (a Alt) number() (constant.Value, bool) {
	t, ok := a.Text()
	if !ok || len(a.Pieces) != 1 || len(t) > 9 {
		return nil, false
	}
	c := constant.MakeFromLiteral(t, token.INT, 0)
	return c, c.Kind() == constant.Int
}

func (ev *Evaluator) indexed(e *ast.IndexExpr) Value {
	if tv, ok := ev.info.Types[e.Index]; ok && tv.IsType() {
		return ev.Eval(e.X) // an instantiated function
	}
	if b, ok := ast.Unparen(e.X).(*ast.SelectorExpr); ok {
		if v, ok := ev.info.Uses[b.Sel].(*types.Var); ok && v.Pkg() != nil && v.Pkg().Path() == "os" && v.Name() == "Args" {
			return hole(Piece{Kind: Flag})
		}
	}
	switch ev.info.TypeOf(e.X).Underlying().(type) {
	case *types.Slice, *types.Array, *types.Pointer:
		return ev.Eval(e.X) // collections are the union of their elements
	case *types.Map:
		return ev.element(e)
	case *types.Signature:
		return ev.Eval(e.X)
	}
	return unknown()
}

// composite returns the value of a literal: a struct is an object.
func (ev *Evaluator) composite(e *ast.CompositeLit) Value {
	t := ev.info.TypeOf(e)
	if t == nil {
		return unknown()
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // the elided &T of an element
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		if r := ev.TypeRow(t, catalog.Wrap); r != nil {
			if l := literalField(e, u, r.Listener.Field); l != nil {
				return ev.Eval(l)
			}
			return unknown()
		}
		o := &Object{Site: ev.src.Site(e), node: e, struc: u}
		if n := source.NamedOf(t); n != nil {
			o.Type = typeName(n.Obj())
		}
		return object(o)
	case *types.Slice, *types.Array, *types.Map:
		return ev.collection(e, t)
	}
	return unknown()
}

func typeName(tn *types.TypeName) string {
	if tn.Pkg() == nil {
		return tn.Name()
	}
	return tn.Pkg().Path() + "." + tn.Name()
}
