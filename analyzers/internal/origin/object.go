package origin

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"
)

// Object is a thing with identity: a struct that a composite literal makes,
// or what a call of the catalogue returns (a listener, a handler, a server).
type Object struct {
	Type string // import path and name of its type, or one of the special types
	Role string // of handlers: metrics, pprof, health, acme, redirect
	Site string // where it is made: package, file:line:col
	// Handled reports, of a server made in another package, whether that
	// package stops it itself.
	Handled bool
	Fields  []Field // of an object of another package: what is known of its fields

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

// Through returns the calls that the object came through, innermost first.
func (o *Object) Through() []*ast.CallExpr {
	var calls []*ast.CallExpr
	for _, b := range o.binds {
		calls = append(calls, b.call)
	}
	return calls
}

// same reports whether o and b are one thing that came by the same way.
func (o *Object) same(b *Object) bool {
	return o.Type == b.Type && o.Site == b.Site &&
		slices.EqualFunc(o.binds, b.binds, func(x, y *binding) bool { return x.call == y.call })
}

func (o *Object) key() string {
	var b strings.Builder
	b.WriteString("obj" + o.Type + o.Site)
	for _, bind := range o.binds {
		writePos(&b, bind.call.Pos())
	}
	return b.String()
}

// binding fills the parameters of a function with the arguments of a call.
type binding struct {
	fn   *types.Func
	call *ast.CallExpr
	recv ast.Expr // receiver, when the method was bound by a method value
}

func (o *Object) bound(b *binding) *Object {
	if len(o.binds) > 8 || slices.ContainsFunc(o.binds, func(x *binding) bool { return x.call == b.call }) {
		return o
	}
	c := *o
	c.binds = append(slices.Clone(o.binds), b)
	return &c
}

// FieldOf returns the value of the field called name of the things that v may
// be; field is its object, where the caller has it.
func (ev *Evaluator) FieldOf(v Value, name string, field *types.Var) Value {
	if field != nil {
		field = field.Origin()
	}
	var vs []Value
	for _, a := range v.Alts {
		switch {
		case a.Obj != nil:
			vs = append(vs, ev.objectField(a.Obj, name, field))
		case len(a.Pieces) == 1 && a.Pieces[0].Kind == Param && len(a.Pieces[0].Path) < maxPath:
			p := a.Pieces[0]
			p.Path = append(slices.Clone(p.Path), Step{Name: name, field: field})
			p.anchor = nil
			vs = append(vs, hole(p))
		case len(a.Pieces) == 1 && (a.Pieces[0].Kind == Config || a.Pieces[0].Kind == Env):
			vs = append(vs, hole(a.Pieces[0]))
		default:
			v := ev.anyField(field)
			if !v.HasKind(Config) && !v.HasKind(Env) {
				v = union(v, unknown()) // made where this package does not see
			}
			vs = append(vs, v)
		}
	}
	return union(vs...)
}

// objectField returns the value of a field of one object: what its literal
// says, or zero, and what is assigned to it elsewhere.
func (ev *Evaluator) objectField(o *Object, name string, field *types.Var) Value {
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()
	if o.node == nil {
		return ev.foreignField(o, name, field)
	}
	lit, ok := o.node.(*ast.CompositeLit)
	if !ok {
		// Made by a call that is not followed: only what is assigned counts.
		return ev.orUnknown(ev.assigned(o, field))
	}
	if field == nil {
		field = fieldNamed(o.struc, name)
	}
	written := ev.assigned(o, field)
	if e := literalField(lit, o.struc, name); e != nil {
		written = union(written, ev.through(ev.Eval(e).anchored(e), o.binds))
	}
	outside := ev.outside(field)
	if len(written.Alts) > 0 {
		return union(written, outside)
	}
	zero := zeroOf(field)
	if objs, _ := zero.Objects(); len(objs) > 0 {
		return union(zero, outside) // a struct whose fields are set one by one
	}
	if len(outside.Alts) > 0 {
		return outside
	}
	return zero
}

func (ev *Evaluator) foreignField(o *Object, name string, field *types.Var) Value {
	if field == nil {
		field = ev.lookupField(o.Type, name)
	}
	here := union(ev.assigned(o, field), ev.outside(field))
	for _, f := range o.Fields {
		if f.Name != name {
			continue
		}
		v := ev.through(f.Value, o.binds)
		if len(here.Alts) > 0 && !v.Has(func(p Piece) bool { return !p.Zero }) {
			return here // it is left for this package to set
		}
		return union(v, here)
	}
	return ev.orUnknown(here)
}

// through fills the parameters in v with the arguments of the calls that an
// object came through.
func (ev *Evaluator) through(v Value, binds []*binding) Value {
	for _, b := range binds {
		v = ev.subst(v, b)
	}
	return v
}

// assigned returns what is assigned to field of o in this package, other than
// in its literal.
func (ev *Evaluator) assigned(o *Object, field *types.Var) Value {
	if field == nil {
		return Value{}
	}
	var vs []Value
	for _, s := range ev.index.variable(field).fields {
		if ev.busyField[s.sel] {
			continue
		}
		ev.busyField[s.sel] = true
		if ev.mayBe(s.sel, o) {
			v := ev.stored(s.store)
			if s.rhs != nil {
				v = v.anchored(s.rhs)
			}
			// The calls that o came through fill the parameters of the
			// function that makes it; those of others, that only assign, are
			// left for whoever asked to close.
			vs = append(vs, ev.through(v, o.binds))
		}
		delete(ev.busyField, s.sel)
	}
	for _, s := range ev.index.variable(field).derefs {
		vs = append(vs, ev.stored(s))
	}
	vs = append(vs, ev.takenValues(field)...)
	return union(vs...)
}

// mayBe reports whether the struct whose field sel selects can be o.
// Parameters and what is not known can be anything of their type.
func (ev *Evaluator) mayBe(sel *ast.SelectorExpr, o *Object) bool {
	v := ev.Eval(sel.X)
	if s := ev.info.Selections[sel]; s != nil {
		v = ev.along(v, s, s.Index()[:len(s.Index())-1])
	}
	if len(v.Alts) == 0 {
		return true
	}
	for _, a := range v.Alts {
		if a.Obj == nil || a.Obj.Site == o.Site {
			return true
		}
	}
	return false
}

// outside returns what may be written to field where this package cannot see
// it: decoders, configuration tags, other packages.
func (ev *Evaluator) outside(field *types.Var) Value {
	if field == nil {
		return Value{}
	}
	var vs []Value
	if k, ok := ev.tagged[field]; ok {
		vs = append(vs, k)
	}
	if v, ok := ev.decodedField(field); ok {
		vs = append(vs, v)
	}
	if field.Pkg() != ev.pkg {
		if f := ev.importField(field); f != nil {
			vs = append(vs, *f)
		}
	}
	return union(vs...)
}

// anyField returns what field may hold in a struct that is not known: the
// union over all literals and assignments, where this package sees all of
// them.
func (ev *Evaluator) anyField(field *types.Var) Value {
	if field == nil || field.Pkg() != ev.pkg || !ev.closedField(field) {
		if field != nil {
			if v := ev.outside(field); len(v.Alts) > 0 {
				return v
			}
		}
		return unknown()
	}
	if ev.busyAny[field] {
		return Value{}
	}
	ev.busyAny[field] = true
	defer delete(ev.busyAny, field)
	var vs []Value
	owner := ev.ownerOf(field)
	for _, lit := range ev.index.lits[owner] {
		st, ok := owner.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		if e := literalField(lit, st, field.Name()); e != nil {
			vs = append(vs, ev.Eval(e).anchored(e))
		}
	}
	for _, s := range ev.index.variable(field).fields {
		v := ev.stored(s.store)
		if s.rhs != nil {
			v = v.anchored(s.rhs)
		}
		vs = append(vs, v)
	}
	for _, s := range ev.index.variable(field).derefs {
		vs = append(vs, ev.stored(s))
	}
	vs = append(vs, ev.takenValues(field)...)
	vs = append(vs, ev.outside(field))
	return ev.orUnknown(union(vs...))
}

func (ev *Evaluator) orUnknown(v Value) Value {
	if len(v.Alts) == 0 {
		return unknown()
	}
	return v
}

// closedField reports whether all that is written to field is in this
// package: it or its type is not exported, or the package is a program.
func (ev *Evaluator) closedField(field *types.Var) bool {
	if ev.pkg.Name() == "main" || !field.Exported() {
		return true
	}
	owner := ev.ownerOf(field)
	return owner != nil && !owner.Exported()
}

// ownerOf returns the named struct type of this package that declares field.
func (ev *Evaluator) ownerOf(field *types.Var) *types.TypeName {
	if ev.owners == nil {
		ev.owners = make(map[*types.Var]*types.TypeName)
		for _, obj := range ev.info.Defs {
			tn, ok := obj.(*types.TypeName)
			if !ok || tn.IsAlias() {
				continue
			}
			if st, ok := tn.Type().Underlying().(*types.Struct); ok {
				for f := range st.Fields() {
					ev.owners[f] = tn
				}
			}
		}
	}
	return ev.owners[field]
}

// literalField returns the expression that lit gives to the field called
// name, or nil.
func literalField(lit *ast.CompositeLit, st *types.Struct, name string) ast.Expr {
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
				return kv.Value
			}
			continue
		}
		if st != nil && i < st.NumFields() && st.Field(i).Name() == name {
			return e
		}
	}
	return nil
}

// ListenersIn returns the values of the fields of o, a struct of this package,
// that are listeners themselves.
func (ev *Evaluator) ListenersIn(o *Object) []Value {
	if o.struc == nil {
		return []Value{unknown()}
	}
	var vs []Value
	for f := range o.struc.Fields() {
		if hasMethod(f.Type(), "Accept") {
			vs = append(vs, ev.objectField(o, f.Name(), f))
		}
	}
	return vs
}

func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

func fieldNamed(st *types.Struct, name string) *types.Var {
	if st == nil {
		return nil
	}
	for f := range st.Fields() {
		if f.Name() == name {
			return f
		}
	}
	return nil
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
		}
	case *types.Interface, *types.Pointer, *types.Slice, *types.Signature:
		return Value{} // nil: nothing is there
	case *types.Struct:
		// A struct whose fields are assigned one by one. All zero values of
		// a type that no variable tells apart are one object.
		o := &Object{Site: "zero", node: &ast.CompositeLit{}, struc: u}
		if n := namedOf(t); n != nil {
			o.Type = typeName(n.Obj())
			o.Site += " " + o.Type
		}
		return object(o)
	}
	return unknown()
}

// configTags are the struct tags that say that a field comes from
// configuration, and whether they name an environment variable.
var configTags = map[string]bool{
	"yaml": false, "json": false, "toml": false, "mapstructure": false, "koanf": false, "hcl": false,
	"ini": false, "xml": false, "flag": false, "long": false, "short": false, "arg": false, "kong": false,
	"conf": false, "config": false, "usage": false, "default": false, "cli": false, "opts": false, "name": false,
	"env": true, "envconfig": true, "envDefault": false, "env-default": false, "split_words": true,
	"properties": false, "protobuf": false, "help": false, "cfg": false, "viper": false, "bson": false,
}

// defaultTags are those whose whole value is what the field is without any
// other.
var defaultTags = map[string]bool{"default": true, "envDefault": true, "env-default": true}

// tagValue returns the origins that a struct tag declares.
func tagValue(tag string) (Value, bool) {
	if tag == "" {
		return Value{}, false
	}
	st := reflect.StructTag(tag)
	var out Value
	for _, key := range tagKeys(tag) {
		isEnv, known := configTags[key]
		if !known {
			continue
		}
		name, _, _ := strings.Cut(st.Get(key), ",")
		if key == "protobuf" { // bytes,1,opt,name=addr
			_, name, _ = strings.Cut(st.Get(key), "name=")
			name, _, _ = strings.Cut(name, ",")
		}
		if name == "-" {
			continue
		}
		if env, ok := EnvOption(st.Get(key)); ok {
			out = union(out, hole(Piece{Kind: Env, Text: env}))
		}
		if defaultTags[key] {
			out = union(out, text(st.Get(key)).AsDefault())
		}
		switch {
		case isEnv:
			out = union(out, hole(Piece{Kind: Env, Text: name}))
		case strings.ContainsAny(name, " :{}") || key == "default" || key == "help" || key == "usage":
			out = union(out, hole(Piece{Kind: Config}))
		default:
			out = union(out, hole(Piece{Kind: Config, Text: name}))
		}
	}
	return out, len(out.Alts) > 0
}

// EnvOption returns the environment variable that an option in a tag's value
// names: arg:"--port,env:PORT" (go-arg), json:"port,env=PORT" (go-zero). The
// name is "" when the library makes it up.
func EnvOption(value string) (name string, ok bool) {
	for opt := range strings.SplitSeq(value, ",") {
		opt = strings.TrimSpace(opt)
		if opt == "env" {
			return "", true
		}
		if rest, found := strings.CutPrefix(opt, "env:"); found {
			return rest, true
		}
		if rest, found := strings.CutPrefix(opt, "env="); found {
			return rest, true
		}
	}
	return "", false
}

// tagKeys returns the keys of a struct tag in order.
func tagKeys(tag string) []string {
	var keys []string
	for tag != "" {
		tag = strings.TrimLeft(tag, " ")
		key, rest, ok := strings.Cut(tag, `:"`)
		if !ok {
			break
		}
		keys = append(keys, key)
		i := 0
		for i < len(rest) && rest[i] != '"' {
			if rest[i] == '\\' {
				i++
			}
			i++
		}
		if i >= len(rest) {
			break
		}
		tag = rest[i+1:]
	}
	return keys
}
