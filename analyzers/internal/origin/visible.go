package origin

import (
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// visible finds the types of a package of which other packages can have
// values, exported or not: what they can name, and what they get from that.
type visible struct {
	pkg   *types.Package
	types map[types.Type]bool
}

func visibleTypes(pkg *types.Package) visible {
	v := visible{pkg, make(map[types.Type]bool)}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		if obj := scope.Lookup(name); obj.Exported() {
			v.add(obj.Type())
		}
	}
	return v
}

// has reports whether fn, which is exported, can be called from outside.
func (v visible) has(fn *types.Func) bool {
	n := source.NamedOf(source.RecvType(fn))
	return n == nil || v.types[n]
}

func (v visible) add(t types.Type) {
	if t == nil {
		return
	}
	t = types.Unalias(t)
	if v.types[t] {
		return
	}
	switch t.(type) {
	case *types.Basic, *types.TypeParam:
		return
	}
	v.types[t] = true
	if n, ok := t.(*types.Named); ok {
		for a := range n.TypeArgs().Types() {
			v.add(a)
		}
		if n != n.Origin() {
			v.add(n.Origin()) // what it is made of may be without end
			return
		}
		if n.Obj().Pkg() != v.pkg {
			return
		}
		for m := range n.Methods() {
			if m.Exported() {
				v.add(m.Signature())
			}
		}
	}
	v.add(source.Elem(t))
	switch u := t.Underlying().(type) {
	case *types.Map:
		v.add(u.Key())
	case *types.Struct:
		for f := range u.Fields() {
			if f.Exported() || f.Embedded() {
				v.add(f.Type())
			}
		}
	case *types.Interface:
		for m := range u.Methods() {
			if m.Exported() {
				v.add(m.Signature())
			}
		}
	case *types.Signature:
		// What a callback is given, others have, too.
		for p := range u.Params().Variables() {
			v.add(p.Type())
		}
		for r := range u.Results().Variables() {
			v.add(r.Type())
		}
	}
}
