package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Object is a thing with identity: a struct that a composite literal makes,
// or what a call of the catalogue returns (a listener, a handler, a server).
type Object struct {
	Type string // import path and name of its type, or one of the special types
	Role string // of handlers, and of muxes that other packages make: metrics, pprof, health, acme, redirect
	Site string // where it is made: package, file:line:col
	// Handled reports, of a server made in another package, whether that
	// package stops it itself.
	Handled bool
	Fields  []Field // of an object of another package: what is known of its fields, and what methods return

	node  ast.Expr // *ast.CompositeLit or *ast.CallExpr of this package
	struc *types.Struct
	binds []*binding // calls through which it came, innermost first
}

// Field is the value of one field of an object of another package.
type Field struct {
	Name  string
	Value Value
}

// Special types of objects.
const (
	TypeListener = "listener" // net.Listener or net.PacketConn
	TypeNotPort  = "notport"  // a listener that is no port
	TypeHandler  = "handler"  // http.Handler with a role
	TypeMux      = "mux"      // a mux or router
)

// Node returns the literal or call that makes the object, or nil when another
// package does.
func (o *Object) Node() ast.Expr { return o.node }

// told returns what a fact says of the step called name.
func (o *Object) told(name string) (Value, bool) {
	i := slices.IndexFunc(o.Fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Value{}, false
	}
	return o.Fields[i].Value, true
}

// binding fills the parameters of a function with the arguments of a call, or
// one of them with an object.
type binding struct {
	fn   *types.Func
	call *ast.CallExpr
	recv ast.Expr // receiver, when the method was bound by a method value

	// self, without a call, is what the parameter index is.
	self  *Object
	index int
}

// is reports whether b fills what c does.
func (b *binding) is(c *binding) bool {
	return b.call == c.call && b.fn == c.fn && (b.self == c.self || b.self != nil && c.self != nil && b.self.Site == c.self.Site)
}

// writeKey writes what tells b from others.
func (b *binding) writeKey(w *strings.Builder) {
	if b.call != nil {
		writePos(w, b.call.Pos())
		return
	}
	w.WriteString(b.fn.FullName())
	w.WriteString(b.self.Site)
}

// MadeBy returns the calls by which o is made, innermost first, as far as they are of
// functions of which each call makes another.
func (ev *Evaluator) MadeBy(o *Object) (calls []*ast.CallExpr) {
	made := o.node
	for _, b := range o.binds {
		if b.call == nil || !ev.makesAt(b.fn, made) {
			break
		}
		calls, made = append(calls, b.call), b.call
	}
	return calls
}

// makesAt reports whether each call of fn makes something at e, which is nil for what
// another package makes.
func (ev *Evaluator) makesAt(fn *types.Func, e ast.Expr) bool {
	if e == nil {
		f := ev.importFunc(fn)
		return f != nil && f.Anew
	}
	d := ev.src.Decl(fn)
	return d != nil && d.Pos() <= e.Pos() && e.End() <= d.End() && ev.makesAnew(d, 0)
}

// makesAnew reports whether all that the function d returns is made when it is called:
// what it takes from elsewhere may be what an earlier call has made.
func (ev *Evaluator) makesAnew(d *ast.FuncDecl, depth int) bool {
	return !slices.ContainsFunc(ev.src.Returns(d), func(r *ast.ReturnStmt) bool {
		return len(r.Results) == 0 || slices.ContainsFunc(r.Results, func(e ast.Expr) bool { return !ev.madeIn(d, e, depth) })
	})
}

// isPlain reports whether t is the type of errors or of what is copied whole.
func isPlain(t types.Type) bool {
	_, basic := t.Underlying().(*types.Basic)
	return basic || source.IsError(t)
}

// madeIn reports whether the value of e, in the function d, is made by it or by what
// it calls for that, or is nothing that others can have.
func (ev *Evaluator) madeIn(d *ast.FuncDecl, e ast.Expr, depth int) bool {
	if t := ev.src.Info.TypeOf(e); t == nil || isPlain(t) {
		return true
	}
	if depth > 4 {
		return false
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit, *ast.FuncLit:
		return true
	case *ast.UnaryExpr:
		return ev.madeIn(d, e.X, depth+1)
	case *ast.Ident:
		v, ok := ev.src.Object(e).(*types.Var)
		return ok && d.Body.Pos() <= v.Pos() && v.Pos() < d.Body.End() && !slices.ContainsFunc(ev.src.Variable(v).Stores, func(s source.Store) bool {
			return s.Rhs == nil || !ev.madeIn(d, s.Rhs, depth+1)
		})
	case *ast.CallExpr:
		fn := ev.src.Callee(e)
		if inner := ev.src.Decl(fn); inner != nil {
			return inner != d && ev.makesAnew(inner, depth+1)
		}
		return fn != nil
	}
	return false
}

func (o *Object) bound(b *binding) *Object {
	if len(o.binds) > 8 || slices.ContainsFunc(o.binds, b.is) {
		return o
	}
	c := *o
	c.binds = append(slices.Clone(o.binds), b)
	return &c
}

// MadeWith returns what stands in field, by value, in structs of which nothing is put there.
func (ev *Evaluator) MadeWith(field *types.Var) Value {
	if _, byValue := field.Type().Underlying().(*types.Struct); !byValue {
		return Value{}
	}
	return zeroOf(field)
}

// zeroOf returns the zero value of a field or variable.
func zeroOf(v *types.Var) Value {
	if v == nil {
		return unknown()
	}
	return zeroOfType(v.Type())
}

func zeroOfType(t types.Type) Value {
	p := Piece{Kind: Literal, Zero: true}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return hole(p)
		case u.Info()&types.IsNumeric != 0:
			p.Text = "0"
			return hole(p)
		case u.Info()&types.IsBoolean != 0:
			p.Text = "false"
			return hole(p)
		}
	case *types.Interface, *types.Pointer, *types.Slice, *types.Signature:
		return Value{} // nil: nothing is there
	case *types.Struct:
		// A struct whose fields are assigned one by one. All zero values of
		// a type that no variable tells apart are one object.
		o := &Object{Site: "zero", node: &ast.CompositeLit{}, struc: u}
		if n := source.NamedOf(t); n != nil {
			o.Type = typeName(n.Obj())
			o.Site += " " + o.Type
		}
		return object(o)
	}
	return unknown()
}
