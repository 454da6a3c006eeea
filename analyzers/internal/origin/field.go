package origin

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about the fields of structs: what a literal gives them, what
// is assigned to them later, and what is out of sight.

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
			if part := a.Pieces[0]; len(part.Path) > 0 && field != nil && field.Pkg() != nil && field.Pkg() != ev.pkg && isPart(field.Type()) {
				vs = append(vs, ev.putIn(a, field)) // those who call know nothing of it: s.http.Addr = addr
			}
		case len(a.Pieces) == 1 && (a.Pieces[0].Kind == Config || a.Pieces[0].Kind == Tagged) && field != nil && field.Pkg() == ev.pkg && beyondDecoders(field):
			vs = append(vs, ev.anyField(field))
		case len(a.Pieces) == 1 && (a.Pieces[0].Kind == Config || a.Pieces[0].Kind == Tagged):
			p := a.Pieces[0]
			if p.At != "" && !isStep(name) {
				p.Text, p.File, p.At = "", "", p.At+"."+name
			}
			vs = append(vs, hole(p))
		case ofURL(field) && a.fn == nil && !a.IsUnknown():
			vs = append(vs, a.inURL(name), ev.putIn(a, field))
		case len(a.Pieces) == 1 && a.Pieces[0].Kind == Env:
			vs = append(vs, hole(a.Pieces[0]))
		default:
			vs = append(vs, ev.anyOf(field))
		}
	}
	return union(vs...)
}

// beyondDecoders reports whether nothing but its own package sets f, wherever its
// struct is from: reflection cannot. What is embedded may have fields that it can set.
func beyondDecoders(f *types.Var) bool { return !f.Exported() && !f.Embedded() }

// anyOf returns what field holds in a struct of which nothing is known: one that
// is made where this package does not see may hold more than what it sees.
func (ev *Evaluator) anyOf(field *types.Var) Value {
	v := ev.anyField(field)
	if !v.HasKind(Config) && !v.HasKind(Tagged) && !v.HasKind(Env) {
		v = union(v, unknown())
	}
	return v
}

// objectField returns the value of a field of one object: what its literal
// says, or zero, and what is assigned to it elsewhere.
func (ev *Evaluator) objectField(o *Object, name string, field *types.Var) Value {
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()
	if method, ok := isCalled(name); ok {
		if v, told := o.told(name); told {
			return ev.through(v, o.binds)
		}
		return ev.returned(o, method)
	}
	switch {
	case o.Type == TypeMap:
		return ev.inMap(o, name)
	case o.node == nil:
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
	} else {
		written = written.lone(field).offAtFirst(field)
	}
	outside := ev.outside(field, o)
	if ev.filledNews[o.Site] {
		outside = ev.orUnknown(outside)
	}
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

// lone returns v, all that is assigned to field other than where its struct is
// made, with the zero value noted that the field has when that is by an option
// which nobody chooses.
func (v Value) lone(field *types.Var) Value {
	if len(v.Alts) != 1 || len(v.Alts[0].Pieces) != 1 || v.Alts[0].Pieces[0].Kind != Param || field == nil {
		return v
	}
	zero := zeroOf(field)
	if len(zero.Alts) != 1 || len(zero.Alts[0].Pieces) != 1 {
		return v
	}
	p := v.Alts[0].Pieces[0]
	p.Lone = []string{zero.Alts[0].Pieces[0].Text}
	return hole(p)
}

// putIn returns what this package assigns to field, which is a library's, of what is made
// of the text a, or is a part of what a function is given.
// Have: u, err := url.Parse(base); u.Host = *host
func (ev *Evaluator) putIn(a Alt, field *types.Var) Value {
	var vs []Value
	for _, s := range ev.src.Variable(field).Fields {
		if ev.busyField[s.Sel] {
			continue
		}
		ev.busyField[s.Sel] = true
		if slices.ContainsFunc(ev.Eval(s.Sel.X).Alts, a.same) {
			vs = append(vs, ev.stored(s.Store))
		}
		delete(ev.busyField, s.Sel)
	}
	return union(vs...)
}

// offAtFirst returns v, all that is assigned to field other than where its struct is
// made, with what a switch is before that.
func (v Value) offAtFirst(field *types.Var) Value {
	if field == nil || len(v.Alts) == 0 || !isSwitch(field.Type()) {
		return v
	}
	return union(v, zeroOf(field))
}

func (ev *Evaluator) foreignField(o *Object, name string, field *types.Var) Value {
	if field == nil {
		field = ev.lookupField(o.Type, name)
	}
	here := ev.assigned(o, field)
	told, ok := o.told(name)
	if !ok {
		return ev.orUnknown(union(here, ev.outside(field, o)))
	}
	// What the package that made o assigns to it is in the fact that o is from.
	here = union(here, ev.filled(field), ev.writtenBetween(field))
	v := ev.through(told, o.binds)
	if len(here.Alts) > 0 && !v.Has(func(p Piece) bool { return !p.Zero }) {
		return here // it is left for this package to set
	}
	return union(v, here)
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
	for _, s := range ev.src.Variable(field).Fields {
		if ev.busyField[s.Sel] {
			continue
		}
		ev.busyField[s.Sel] = true
		if ev.mayBe(s.Sel, o) {
			v := ev.stored(s.Store)
			if s.Rhs != nil {
				v = v.anchored(s.Rhs)
			}
			// The calls that o came through fill the parameters of the
			// function that makes it; those of others, that only assign, are
			// left for whoever asked to close, but for o itself.
			vs = append(vs, ev.through(ev.ofItself(v, s.Sel, o), o.binds))
		}
		delete(ev.busyField, s.Sel)
	}
	for _, s := range ev.src.Variable(field).Derefs {
		vs = append(vs, ev.stored(s))
	}
	vs = append(vs, ev.takenValues(field)...)
	return union(append(vs, ev.putThere(field, o)...)...)
}

// ofItself returns v, which is assigned to the field of o that sel selects, with
// o in the place of the parameter that the field is selected from.
// Have: func (s *Server) Init() { s.srv = &http.Server{Addr: s.addr} }
func (ev *Evaluator) ofItself(v Value, sel *ast.SelectorExpr, o *Object) Value {
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	if !ok {
		return v
	}
	base, ok := ev.info.Uses[id].(*types.Var)
	if !ok {
		return v
	}
	known := ev.src.Variable(base)
	if p := known.Param; p != nil && p.Fn != nil && len(known.Stores) == 0 {
		return ev.subst(v, &binding{fn: p.Fn, self: o, index: p.Index})
	}
	return v
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
// it: decoders, configuration tags, other packages. o is the struct that has
// the field, or nil when it may be any.
func (ev *Evaluator) outside(field *types.Var, o *Object) Value {
	v := ev.filled(field)
	if field == nil || field.Pkg() == ev.pkg {
		return v
	}
	return union(v, ev.importField(field, o))
}

// filled returns what decoders and configuration tags put into field.
func (ev *Evaluator) filled(field *types.Var) Value {
	if field == nil {
		return Value{}
	}
	var vs []Value
	in, decoded := ev.decodedField(field)
	if tag, ok := ev.tagged[field]; ok {
		vs = append(vs, tag.beside(in))
	}
	if decoded {
		vs = append(vs, in)
	}
	return union(vs...)
}

// anyField returns what field may hold in a struct that is not known: the
// union over all literals and assignments, where this package sees all of
// them.
func (ev *Evaluator) anyField(field *types.Var) Value {
	if field == nil || field.Pkg() != ev.pkg || !ev.closedField(field) {
		v := ev.outside(field, nil)
		if v.HasKind(Config) || v.HasKind(Tagged) || v.HasKind(Env) {
			return v
		}
		return union(v, unknown()) // what it is made with, this package does not see
	}
	if ev.busyAny[field] {
		return Value{}
	}
	ev.busyAny[field] = true
	defer delete(ev.busyAny, field)
	return ev.orUnknown(union(ev.PutInto(field), ev.outside(field, nil)).offAtFirst(field))
}

// PutInto returns what this package puts into field, of one of its structs, in literals and
// by assignments; others may put something else there.
func (ev *Evaluator) PutInto(field *types.Var) Value {
	var vs []Value
	owner := ev.ownerOf(field)
	for _, lit := range ev.src.LiteralsOf(owner) {
		st, ok := owner.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		if e := literalField(lit, st, field.Name()); e != nil {
			vs = append(vs, ev.Eval(e).anchored(e))
		}
	}
	for _, s := range ev.src.Variable(field).Fields {
		v := ev.stored(s.Store)
		if s.Rhs != nil {
			v = v.anchored(s.Rhs)
		}
		vs = append(vs, v)
	}
	for _, s := range ev.src.Variable(field).Derefs {
		vs = append(vs, ev.stored(s))
	}
	return union(append(vs, ev.takenValues(field)...)...)
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

// Written reports whether something in sight may set the field name of o,
// which is what e evaluates to.
func (ev *Evaluator) Written(o *Object, e ast.Expr, name string) bool {
	field := ev.fieldOfType(e, name)
	if field == nil || len(ev.assigned(o, field.Origin()).Alts) > 0 {
		return true
	}
	// The struct that the field is promoted from may be replaced as a whole.
	n := source.NamedOf(ev.info.TypeOf(e))
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return true
	}
	for f := range st.Fields() {
		if f.Embedded() && len(ev.assigned(o, f).Alts) > 0 {
			return true
		}
	}
	return false
}
