package origin

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

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

// isPart reports whether values of type t are texts or numbers.
func isPart(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsString|types.IsInteger) != 0
}

// plainField reports whether this package makes addresses of listeners from what
// others put into the field f, without a look at what that is.
// Have: type Settings struct{ Port string }; srv.Addr = ":" + s.Port
func (ev *Evaluator) plainField(f *types.Var) bool {
	if !f.Exported() || !isPart(f.Type()) {
		return false
	}
	if owner := ev.ownerOf(f); owner == nil || validated(owner, f) {
		return false
	}
	of := &flow{ev: ev, seen: make(map[*types.Var]bool)}
	of.variable(f)
	return of.care.binds && !of.care.Checked
}

// plain returns the parameters of fn that it only makes addresses of
// listeners from, without a look at what they are; and those of which it only makes what
// it returns.
func (ev *Evaluator) plain(fn *types.Func) (binds, passes []int) {
	d := ev.src.Decl(fn)
	ps := fn.Signature().Params()
	for i := range ps.Len() {
		if !isPart(ps.At(i).Type()) {
			continue
		}
		p := paramAt(ev.info, d, i)
		if p == nil || fn.Signature().Variadic() && i == ps.Len()-1 {
			continue
		}
		f := &flow{ev: ev, seen: make(map[*types.Var]bool)}
		f.variable(p)
		switch {
		case f.care.Checked:
		case f.care.binds:
			binds = append(binds, i)
		case fn.Signature().Results().Len() == 1 && slices.Equal(f.care.Holders, []string{holderOf(fn)}):
			passes = append(passes, i)
		}
	}
	return binds, passes
}

// What follows asks of a whole package which environment variables it gets, and
// whether it looks at them.

// Treated tells how this package treats the environment variable called name,
// wherever it gets it from: looked up here, returned by a function, or held by
// a variable or field of another package.
func (ev *Evaluator) Treated(name string) Care {
	if ev.treated == nil {
		ev.treated = make(map[string]Care)
		for _, call := range ev.src.AllCalls() {
			if ev.handsOver(call) {
				ev.treat(call, ev.treated)
			}
		}
		for _, v := range ev.src.VariablesMentioned(func(v *types.Var) bool { return holdsPart(v.Type()) && ev.foreign(v.Pkg()) }) {
			checked := ev.base.Checked != nil && ev.base.Checked(holderOf(v))
			for e := range ev.readings(v) {
				for _, name := range ev.treat(e, ev.treated) {
					c := ev.treated[name]
					c.Checked = c.Checked || checked
					ev.treated[name] = c
				}
			}
		}
	}
	return ev.treated[name]
}

// CheckedHere returns the environment variables that this package has from
// functions of other packages, and the variables and fields of other packages
// and functions that may hold one, of which it checks that they are set. from
// reports whether a package may hold any, holds whether something does.
func (ev *Evaluator) CheckedHere(from func(*types.Package) bool, holds func(holder string) bool) []string {
	var out []string
	held := make(map[string]Care)
	of := func(pkg *types.Package) bool { return ev.foreign(pkg) && from(pkg) }
	for _, call := range ev.src.CallsTo(func(fn *types.Func) bool { return of(fn.Pkg()) }) {
		if ev.handsOver(call) {
			ev.treat(call, held)
		}
	}
	for name, care := range held {
		if care.Checked {
			out = append(out, name)
		}
	}
	for _, v := range ev.src.VariablesMentioned(func(v *types.Var) bool { return holdsPart(v.Type()) && of(v.Pkg()) }) {
		for e := range ev.readings(v) {
			if ev.CareOf(e).Checked {
				out = append(out, holderOf(v))
				break
			}
		}
	}
	for _, call := range ev.src.CallsTo(func(fn *types.Func) bool { return holds(holderOf(fn)) }) {
		if h := holderOf(ev.src.Callee(call)); !slices.Contains(out, h) && ev.CareOf(call).Checked {
			out = append(out, h)
		}
	}
	return out
}

// readings yields the expressions of this package that read v, a field or a
// package variable.
func (ev *Evaluator) readings(v *types.Var) iter.Seq[ast.Expr] {
	return func(yield func(ast.Expr) bool) {
		for _, cur := range ev.src.Variable(v).Uses {
			if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
				cur = cur.Parent()
			}
			kind := cur.ParentEdgeKind()
			if kind != edge.KeyValueExpr_Key && kind != edge.AssignStmt_Lhs && !yield(cur.Node().(ast.Expr)) {
				return
			}
		}
	}
}

// handsOver reports whether the result of call may be an environment variable
// that none of its arguments is already.
func (ev *Evaluator) handsOver(call *ast.CallExpr) bool {
	if b, ok := basicResult(ev.info.TypeOf(call)); !ok || !isPart(b) {
		return false
	}
	if tv := ev.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return false
	}
	fn := ev.src.Callee(call)
	return fn == nil || fn.Pkg() == nil || !source.IsStd(fn.Pkg().Path()) || ev.Row(fn, catalog.Env) != nil
}

// treat notes how the package treats the environment variables that e may be,
// and returns their names.
func (ev *Evaluator) treat(e ast.Expr, treated map[string]Care) (names []string) {
	ev.Eval(e).Has(func(p Piece) bool {
		if p.Kind == Env && p.Text != "" {
			names = append(names, p.Text)
		}
		return false
	})
	if len(names) == 0 {
		return nil
	}
	care := ev.CareOf(e)
	for _, name := range names {
		c := treated[name]
		treated[name] = Care{Checked: c.Checked || care.Checked, Examined: c.Examined || care.Examined}
	}
	return names
}

// basicResult returns the basic type of a call's first result.
func basicResult(t types.Type) (*types.Basic, bool) {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	if t == nil {
		return nil, false
	}
	b, ok := t.Underlying().(*types.Basic)
	return b, ok
}
