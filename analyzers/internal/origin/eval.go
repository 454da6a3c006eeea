package origin

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path/filepath"
	"strconv"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// Evaluator answers questions about the values of one package.
type Evaluator struct {
	// Handled is asked, before facts are written, whether the package stops a
	// server that it makes. Nil means that it stops none.
	Handled func(*Object) bool

	pass  *analysis.Pass
	info  *types.Info
	pkg   *types.Package
	cat   *catalog.Catalog
	index *index
	base  Base

	// What is asked again and again.
	rows     map[*types.Func][]*catalog.Row
	typeRows map[*types.TypeName][]*catalog.Row
	callees  map[*ast.CallExpr]*types.Func
	encoded  map[encoding]*Object
	known    []*types.Func       // see Catalogued
	all      []*ast.CallExpr     // see AllCalls
	reached  map[*types.Var]bool // see Reaches

	memo    map[ast.Expr]Value
	varsOf  map[*types.Var]Value
	treated map[string]Care // see Treated
	in      *inspector.Inspector
	busy    map[any]Value // variables and calls being evaluated, and what is known so far
	cut     int           // how often a cycle was cut short
	depth   int
	steps   int
	query   int // steps when the question at hand was asked
	limit   int // steps that it may take
	closed  map[string]Value

	busyField map[*ast.SelectorExpr]bool
	busyAny   map[*types.Var]bool
	closing   map[string]bool
	owners    map[*types.Var]*types.TypeName
	tagged    map[*types.Var]Value
	decoded   map[*types.TypeName]Value
	decodedIn map[*types.Var]Value
	passes    map[passing]Value
	packages  map[string]*types.Package
	methods   map[string]bool // names of methods of interfaces
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
	// Checked reports whether a package already analysed checks that the
	// exported variable or field of another is set.
	Checked func(symbol string) bool
}

// Bounds on the work for one question and for one package.
const (
	maxQuery  = 6_000
	maxExport = 200 // for what others may ask
	maxSteps  = 150_000
)

// New returns an evaluator for the package of pass. in holds its files, or some
// of them: then the others are none of its business.
func New(pass *analysis.Pass, in *inspector.Inspector, cat *catalog.Catalog, base Base) *Evaluator {
	ev := &Evaluator{
		pass:      pass,
		in:        in,
		info:      pass.TypesInfo,
		pkg:       pass.Pkg,
		cat:       cat,
		base:      base,
		limit:     maxQuery,
		index:     newIndex(pass, in),
		rows:      make(map[*types.Func][]*catalog.Row),
		typeRows:  make(map[*types.TypeName][]*catalog.Row),
		callees:   make(map[*ast.CallExpr]*types.Func),
		encoded:   make(map[encoding]*Object),
		reached:   make(map[*types.Var]bool),
		memo:      make(map[ast.Expr]Value),
		varsOf:    make(map[*types.Var]Value),
		busy:      make(map[any]Value),
		busyField: make(map[*ast.SelectorExpr]bool),
		busyAny:   make(map[*types.Var]bool),
		closing:   make(map[string]bool),
		closed:    make(map[string]Value),
		tagged:    make(map[*types.Var]Value),
		decoded:   make(map[*types.TypeName]Value),
		decodedIn: make(map[*types.Var]Value),
		passes:    make(map[passing]Value),
	}
	ev.noteTags()
	ev.noteDecoded()
	return ev
}

func (ev *Evaluator) enter() bool {
	if ev.depth == 0 {
		ev.query = ev.steps
	}
	ev.steps++
	ev.depth++
	if ev.depth > maxDepth || ev.steps > maxSteps || ev.steps-ev.query > ev.limit {
		ev.depth--
		return false
	}
	return true
}

func (ev *Evaluator) leave() { ev.depth-- }

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
	p := Piece{Kind: Literal, pos: e.Pos()}
	switch c.Kind() {
	case constant.String:
		p.Text = constant.StringVal(c)
	case constant.Int, constant.Float:
		p.Text = c.ExactString()
	default:
		return unknown()
	}
	p.At = ev.At(e.Pos())
	// The first constant in the expression is where it is written.
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return p.pos == e.Pos()
		}
		if c, ok := ev.info.Uses[id].(*types.Const); ok && c.Pos().IsValid() && p.pos == e.Pos() {
			p.At = ev.At(c.Pos())
			p.pos = token.NoPos
			if c.Pkg() == ev.pkg {
				p.pos = c.Pos()
			}
		}
		return true
	})
	return hole(p)
}

// At returns pos as file:line for messages.
func (ev *Evaluator) At(pos token.Pos) string {
	p := ev.pass.Fset.Position(pos)
	if !p.IsValid() {
		return ""
	}
	return filepath.Base(p.Filename) + ":" + strconv.Itoa(p.Line)
}

func (ev *Evaluator) site(n ast.Node) string {
	p := ev.pass.Fset.Position(n.Pos())
	return fmt.Sprintf("%s:%s:%d:%d", ev.pkg.Path(), filepath.Base(p.Filename), p.Line, p.Column)
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
		v = ev.FieldOf(v, f.Name(), f)
		if tag, ok := tagValue(st.Tag(i)); ok {
			v = union(v, tag.beside(v))
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

func (ev *Evaluator) indexed(e *ast.IndexExpr) Value {
	if tv, ok := ev.info.Types[e.Index]; ok && tv.IsType() {
		return ev.Eval(e.X) // an instantiated function
	}
	switch ev.info.TypeOf(e.X).Underlying().(type) {
	case *types.Slice, *types.Array, *types.Pointer:
		return ev.Eval(e.X) // collections are the union of their elements
	case *types.Signature:
		return ev.Eval(e.X)
	}
	if b, ok := ast.Unparen(e.X).(*ast.SelectorExpr); ok {
		if v, ok := ev.info.Uses[b.Sel].(*types.Var); ok && v.Pkg() != nil && v.Pkg().Path() == "os" && v.Name() == "Args" {
			return hole(Piece{Kind: Flag})
		}
	}
	return unknown()
}

// composite returns a struct as an object, and a slice or array as the union
// of its elements. Maps are not followed.
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
		o := &Object{Site: ev.site(e), node: e, struc: u}
		if n := namedOf(t); n != nil {
			o.Type = typeName(n.Obj())
		}
		return object(o)
	case *types.Slice, *types.Array:
		if len(e.Elts) > maxAlts {
			return unknown()
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
	return unknown()
}

func typeName(tn *types.TypeName) string {
	if tn.Pkg() == nil {
		return tn.Name()
	}
	return tn.Pkg().Path() + "." + tn.Name()
}

// Enclosing returns the declared function whose body holds pos, or nil.
func (ev *Evaluator) Enclosing(pos token.Pos) *ast.FuncDecl {
	if u := ev.index.unitAt(pos); u != nil {
		d, _ := u.cur.Node().(*ast.FuncDecl)
		return d
	}
	return nil
}

// Find returns the cursor of n; ok is false when n is no part of the source.
func (ev *Evaluator) Find(n ast.Node) (cur inspector.Cursor, ok bool) {
	return ev.index.find(n)
}

// EnclosingFunc is Enclosing as an object.
func (ev *Evaluator) EnclosingFunc(pos token.Pos) *types.Func {
	if d := ev.Enclosing(pos); d != nil {
		fn, _ := ev.info.Defs[d.Name].(*types.Func)
		return fn
	}
	return nil
}
