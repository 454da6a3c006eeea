package origin

import (
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about other packages: what their facts tell of functions,
// variables and fields, and what this package writes to theirs.

// importFunc returns the fact about a function of another package, or nil.
func (ev *Evaluator) importFunc(fn *types.Func) *PortvetFunc {
	f := new(PortvetFunc)
	if !ev.pass.ImportObjectFact(fn, f) {
		return nil
	}
	return f
}

func (ev *Evaluator) importResult(fn *types.Func, result int) (Value, bool) {
	f := ev.importFunc(fn)
	if f == nil {
		return Value{}, false
	}
	for _, r := range f.Results {
		if r.Index == result {
			return Owned(r.Value, fn), true
		}
	}
	return Value{}, false
}

// Owned returns v, which comes from a fact about fn, with its parameters
// belonging to fn.
func Owned(v Value, fn *types.Func) Value {
	out := Value{Alts: slices.Clone(v.Alts)}
	for i, a := range out.Alts {
		a.Pieces = ownedPieces(a.Pieces, fn)
		if a.Obj != nil {
			o := *a.Obj
			o.Fields = slices.Clone(o.Fields)
			for j := range o.Fields {
				o.Fields[j].Value = Owned(o.Fields[j].Value, fn)
			}
			a.Obj = &o
		}
		out.Alts[i] = a
	}
	return out
}

func ownedPieces(pieces []Piece, fn *types.Func) []Piece {
	out := slices.Clone(pieces)
	for i := range out {
		if out[i].Kind == Param && out[i].Owner == "" {
			out[i].owner = fn
		}
		if len(out[i].Key) > 0 {
			out[i].Key = ownedPieces(out[i].Key, fn)
		}
	}
	return out
}

// foreignVar returns the value of a variable of another package.
func (ev *Evaluator) foreignVar(v *types.Var) Value {
	if v.Pkg() == nil {
		return unknown()
	}
	sym := v.Pkg().Path() + "." + v.Name()
	for _, r := range ev.cat.Package(v.Pkg().Path()).Rows(sym) {
		switch {
		case r.Op == "loopback":
			return text("::1")
		case r.Op == "any":
			return text("")
		case r.Kind == "mux":
			return object(&Object{Type: TypeMux, Site: sym})
		case r.Kind == "flag":
			return hole(Piece{Kind: Flag})
		}
	}
	f := new(PortvetVar)
	if !ev.pass.ImportObjectFact(v, f) {
		return unknown()
	}
	val := Owned(f.Value, nil)
	switch {
	case ev.assigns(sym) || len(ev.src.Variable(v).Stores) > 0 || len(ev.src.Variable(v).Taken) > 0:
		return union(val, unknown())
	case ev.pkg.Name() != "main":
		return union(val, assignedByOthers(v))
	}
	return val
}

// byOthers begins the owner of a hole for what other packages assign to an
// exported variable, whose name follows.
const byOthers = "var:"

// assignedByOthers returns a hole for what packages that import v's assign to it:
// a program sees whether any does.
func assignedByOthers(v *types.Var) Value {
	return hole(Piece{Kind: Param, Parameter: Parameter{Owner: byOthers + v.Pkg().Path() + "." + v.Name()}})
}

// fromOthers fills p, such a hole; ok is false when it is none.
func (ev *Evaluator) fromOthers(p Piece) (v Value, ok bool) {
	sym, ok := strings.CutPrefix(p.Owner, byOthers)
	switch {
	case !ok:
		return Value{}, false
	case ev.assigns(sym) || slices.ContainsFunc(p.Path, ev.assignsStep):
		return unknown(), true
	case ev.pkg.Name() != "main":
		return hole(p), true
	}
	return Value{}, true
}

// assignsStep reports whether this package, or one that it imports, assigns a
// field of another package that is called as s is. The type is not asked.
func (ev *Evaluator) assignsStep(s Step) bool {
	if ev.base.WrittenField(s.Name) {
		return true
	}
	for sym := range ev.written {
		if strings.HasSuffix(sym, "#"+s.Name) {
			return true
		}
	}
	return false
}

// assigns reports whether this package, or one that it imports, assigns the
// exported variable of another that is called sym.
func (ev *Evaluator) assigns(sym string) bool {
	if ev.written == nil {
		ev.written = make(map[string]bool)
		for _, s := range ev.WrittenOutside() {
			ev.written[s] = true
		}
	}
	return ev.base.Written(sym) || ev.written[sym]
}

// fromSetters returns v, which methods of another package assign to a field of
// self, with what they are given in this package in the place of their
// parameters, and self in the place of their receiver. Where self is nil, the
// receiver may be any.
func (ev *Evaluator) fromSetters(v Value, self *Object) Value {
	return v.each(func(a Alt) Value {
		if a.Obj != nil {
			o := *a.Obj
			o.Fields = slices.Clone(o.Fields)
			for i, f := range o.Fields {
				o.Fields[i].Value = ev.fromSetters(f.Value, self)
			}
			return object(&o)
		}
		if !slices.ContainsFunc(a.Pieces, Piece.ofSetter) {
			return Value{Alts: []Alt{a}}
		}
		parts := make([]Value, len(a.Pieces))
		for i, p := range a.Pieces {
			parts[i] = hole(p)
			switch {
			case !p.ofSetter():
			case p.isSelf(self):
				parts[i] = ev.below(object(self), p)
			default:
				parts[i] = ev.given(p)
			}
		}
		if len(parts) == 1 {
			return parts[0] // which may be an object
		}
		return concat(parts...)
	})
}

// isSelf reports whether p is below the receiver of a method of self's type.
func (p Piece) isSelf(self *Object) bool {
	if self == nil || self.Type == "" || p.Index != source.Receiver || len(p.Path) == 0 {
		return false
	}
	recv, _, _ := strings.Cut(strings.TrimLeft(p.Owner, "(*"), ")")
	return recv == self.Type
}

// ofSetter reports whether p is a parameter of a method of another package.
func (p Piece) ofSetter() bool { return p.Kind == Param && strings.HasPrefix(p.Owner, "(") }

// importField returns what may be written to a field of another package
// outside of literals, which is nothing if that is not seen; o is as for outside.
func (ev *Evaluator) importField(field *types.Var, o *Object) Value {
	var v Value
	f := new(PortvetField)
	if ev.pass.ImportObjectFact(field, f) {
		v = ev.fromSetters(Owned(f.Value, nil), o)
	}
	return union(v, ev.writtenBetween(field))
}

// writtenBetween returns Unknown if a package on the way from this one to that of
// field writes to it, else nothing.
func (ev *Evaluator) writtenBetween(field *types.Var) Value {
	if field == nil || !ev.base.Written(fieldSymbol(field)) {
		return Value{}
	}
	return unknown()
}

// fieldSymbol names a field for other packages. The type is left out: a field
// of the same name in another type of the package costs a finding at most.
func fieldSymbol(f *types.Var) string { return f.Pkg().Path() + "#" + f.Name() }

// symbolOf names a field or a package variable for other packages.
func symbolOf(v *types.Var) string {
	if v.IsField() {
		return fieldSymbol(v)
	}
	return v.Pkg().Path() + "." + v.Name()
}

// holderOf names what other packages get a value from: a field, a package
// variable, or a function, which may as well be called through an interface.
func holderOf(obj types.Object) string {
	if v, ok := obj.(*types.Var); ok {
		return symbolOf(v)
	}
	return obj.Name() + "()"
}

// WrittenOutside returns the exported variables and fields of other packages
// of the program that this package assigns or lets be decoded, and the
// functions that it uses which set fields, for the packages that import it.
func (ev *Evaluator) WrittenOutside() []string {
	seen := make(map[string]bool)
	for f := range ev.decodedIn {
		if ev.foreign(f.Pkg()) {
			seen[fieldSymbol(f)] = true
		}
	}
	for _, fn := range ev.src.FuncsMentioned() {
		if !ev.foreign(fn.Pkg()) {
			continue
		}
		if f := ev.importFunc(fn.Origin()); f != nil && f.Sets {
			seen[fn.Origin().FullName()] = true
		}
	}
	for obj := range ev.src.Mentioned {
		v, ok := obj.(*types.Var)
		if !ok || !ev.foreign(v.Pkg()) {
			continue
		}
		if known := ev.src.Variable(v); len(known.Stores)+len(known.Fields)+len(known.Taken) > 0 {
			seen[symbolOf(v)] = true
		}
	}
	out := make([]string, 0, len(seen))
	for s := range seen {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// lookupField finds a field of a type of another package, or nil.
func (ev *Evaluator) lookupField(typ, name string) *types.Var {
	t := ev.typeNamed(typ)
	if t == nil {
		return nil
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	return fieldNamed(st, name)
}

// imported finds a package that this one imports, directly or not.
func (ev *Evaluator) imported(path string) *types.Package {
	if ev.packages == nil {
		ev.packages = make(map[string]*types.Package)
		var visit func(*types.Package)
		visit = func(p *types.Package) {
			if _, ok := ev.packages[p.Path()]; ok {
				return
			}
			ev.packages[p.Path()] = p
			if source.IsStd(p.Path()) {
				return // what it imports is nothing to us
			}
			for _, imp := range p.Imports() {
				visit(imp)
			}
		}
		visit(ev.pkg)
	}
	return ev.packages[path]
}

// foreign reports whether pkg is another package that is worked on.
func (ev *Evaluator) foreign(pkg *types.Package) bool {
	return pkg != nil && pkg != ev.pkg && ev.base.OwnModule(pkg.Path())
}
