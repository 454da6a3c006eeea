package source

import (
	"go/ast"
	"go/types"
	"slices"
)

// This file finds the types that the value of an interface can have: those of all that is
// put into it.

// typesOf returns the types, no interfaces, that e, or its result with the given index,
// can have when the program runs, or none if they are not known.
func (x *Package) typesOf(e ast.Expr, result, depth int) []types.Type {
	t := x.Info.TypeOf(e)
	if tuple, ok := t.(*types.Tuple); ok {
		if result < 0 || result >= tuple.Len() {
			return nil
		}
		t = tuple.At(result).Type()
	}
	switch {
	case t == nil || depth > 5:
		return nil
	case !types.IsInterface(t):
		return []types.Type{t}
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if v, ok := x.Object(e).(*types.Var); ok {
			return x.typesHeld(v.Origin(), depth+1)
		}
	case *ast.CallExpr:
		if x.Info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return x.typesOf(e.Args[0], -1, depth+1)
		}
		d := x.Decl(x.Callee(e))
		if d == nil || d.Body == nil {
			return nil
		}
		var one join
		for _, r := range x.Returns(d) {
			switch i := max(result, 0); {
			case i < len(r.Results) && (len(r.Results) > 1 || result <= 0):
				one.add(x, r.Results[i], -1, depth)
			default:
				return nil
			}
		}
		return one.types
	}
	return nil
}

// typesHeld is typesOf for a variable or field.
func (x *Package) typesHeld(v *types.Var, depth int) []types.Type {
	h := holder{v, depth}
	known, ok := x.holds[h]
	if !ok {
		known = x.findTypes(v, depth)
		x.holds[h] = known
	}
	return known
}

// holder is a variable or field that is asked for so deep.
type holder struct {
	v     *types.Var
	depth int
}

func (x *Package) findTypes(v *types.Var, depth int) []types.Type {
	if v.Pkg() != x.Pkg || !isLocal(v) && v.Exported() && !x.Main {
		return nil
	}
	happens := x.Variable(v)
	if len(happens.Taken) > 0 || len(happens.Derefs) > 0 {
		return nil
	}
	var one join
	if happens.Param != nil && !x.givenTo(happens.Param, &one, depth) {
		return nil
	}
	for _, s := range happens.Given() {
		switch {
		case s.Elem || s.Key || s.Put || s.Plus:
			return nil
		case s.Rhs != nil:
			one.add(x, s.Rhs, s.Result, depth)
		default:
			one.lost = true
		}
	}
	if v.IsField() {
		for _, el := range x.InLiterals(v) {
			one.add(x, el, -1, depth)
		}
	}
	if one.lost {
		return nil
	}
	return one.types
}

// InLiterals returns what literals of structs give to a field, with its name or by its place.
func (x *Package) InLiterals(v *types.Var) []ast.Expr {
	if x.given == nil {
		x.given = make(map[*types.Var][]ast.Expr)
		for cur := range x.In.Root().Preorder((*ast.CompositeLit)(nil)) {
			lit := cur.Node().(*ast.CompositeLit)
			t := x.LiteralType(lit)
			if t == nil {
				continue
			}
			st, _ := t.Underlying().(*types.Struct)
			if st == nil {
				continue
			}
			for field, el := range x.Fields(lit, st) {
				if field != nil {
					x.given[field.Origin()] = append(x.given[field.Origin()], el)
				}
			}
		}
	}
	return x.given[v.Origin()]
}

// join is the types of several expressions, as long as they are known and few.
type join struct {
	types []types.Type
	lost  bool
}

func (j *join) add(x *Package, e ast.Expr, result, depth int) {
	if j.lost || x.Info.Types[e].IsNil() {
		return
	}
	of := x.typesOf(e, result, depth+1)
	for _, t := range of {
		if !slices.ContainsFunc(j.types, func(u types.Type) bool { return types.Identical(t, u) }) {
			j.types = append(j.types, t)
		}
	}
	if len(of) == 0 || len(j.types) > 4 {
		j.types, j.lost = nil, true
	}
}
