package origin

import (
	"go/ast"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// What follows asks of a whole package which environment variables it gets, and
// whether it looks at them.

// Treated tells how this package treats the environment variable called name,
// wherever it gets it from: looked up here, returned by a function, or held by
// a variable or field of another package. got is false when it gets it nowhere.
func (ev *Evaluator) Treated(name string) (care Care, got bool) {
	if ev.treated == nil {
		ev.treated = make(map[string]Care)
		for _, call := range ev.AllCalls() {
			if ev.handsOver(call) {
				ev.treat(call, ev.treated)
			}
		}
		for _, v := range ev.index.held(ev.foreign) {
			checked := ev.base.Checked != nil && ev.base.Checked(symbolOf(v))
			for e := range ev.readings(v) {
				for _, name := range ev.treat(e, ev.treated) {
					c := ev.treated[name]
					c.Checked = c.Checked || checked
					ev.treated[name] = c
				}
			}
		}
	}
	care, got = ev.treated[name]
	return care, got
}

// CheckedHere returns the environment variables that this package has from
// functions of other packages, and the variables and fields of other packages,
// of which it checks that they are set. from reports whether a package may hold
// any.
func (ev *Evaluator) CheckedHere(from func(*types.Package) bool) []string {
	var out []string
	held := make(map[string]Care)
	of := func(pkg *types.Package) bool { return ev.foreign(pkg) && from(pkg) }
	for _, call := range ev.CallsTo(func(fn *types.Func) bool { return of(fn.Pkg()) }) {
		if ev.handsOver(call) {
			ev.treat(call, held)
		}
	}
	for name, care := range held {
		if care.Checked {
			out = append(out, name)
		}
	}
	for _, v := range ev.index.held(of) {
		for e := range ev.readings(v) {
			if ev.CareOf(e).Checked {
				out = append(out, symbolOf(v))
				break
			}
		}
	}
	return out
}

// readings yields the expressions of this package that read v, a field or a
// package variable.
func (ev *Evaluator) readings(v *types.Var) iter.Seq[ast.Expr] {
	return func(yield func(ast.Expr) bool) {
		for _, cur := range ev.index.variable(v).uses {
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
	b, ok := basicResult(ev.info.TypeOf(call))
	if !ok || b.Info()&(types.IsString|types.IsInteger) == 0 {
		return false
	}
	if tv := ev.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return false
	}
	fn := ev.Callee(call)
	return fn == nil || fn.Pkg() == nil || !isStd(fn.Pkg().Path()) || ev.Row(fn, catalog.Env) != nil
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
