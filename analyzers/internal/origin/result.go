package origin

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is what the bodies of this package's functions return.

// Result returns a result of a function of this package, with its parameters
// as holes.
func (ev *Evaluator) Result(fn *types.Func, result int) Value {
	d := ev.src.Decl(fn)
	if d == nil || d.Body == nil {
		return unknown()
	}
	return ev.bodyResult(d, d.Type, result)
}

type resultKey struct {
	fn     ast.Node
	result int
}

// bodyResult returns the union of what the return statements of a function or
// literal return.
func (ev *Evaluator) bodyResult(fn ast.Node, ft *ast.FuncType, result int) Value {
	k := resultKey{fn, result}
	if v, ok := ev.busy[k]; ok {
		ev.cut++
		return v // recursion adds nothing of its own
	}
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()
	ev.busy[k] = Value{}
	defer delete(ev.busy, k)
	var vs []Value
	for _, r := range ev.src.Returns(fn) {
		switch {
		case len(r.Results) == 0:
			if v := namedResult(ev.info, ft, result); v != nil {
				vs = append(vs, ev.variable(v))
			}
		case result < len(r.Results):
			if !ev.besideError(r, result) {
				v := ev.Eval(r.Results[result])
				if isPart(ev.info.TypeOf(r.Results[result])) && ev.leavesEmpty(r, r.Results[result]) {
					v = v.set()
				}
				vs = append(vs, v)
			}
		case len(r.Results) == 1:
			if c, ok := ast.Unparen(r.Results[0]).(*ast.CallExpr); ok {
				vs = append(vs, ev.Call(c, result))
			}
		}
	}
	return union(vs...)
}

// besideError reports whether r returns a zero value, or a negative one, at
// result next to an error: nobody uses that value.
func (ev *Evaluator) besideError(r *ast.ReturnStmt, result int) bool {
	last := r.Results[len(r.Results)-1]
	if result == len(r.Results)-1 || !source.IsError(ev.info.TypeOf(last)) {
		return false
	}
	if tv := ev.info.Types[last]; tv.IsNil() {
		return false
	}
	e := ast.Unparen(r.Results[result])
	if tv := ev.info.Types[e]; tv.IsNil() {
		return true
	} else if tv.Value != nil {
		switch tv.Value.Kind() {
		case constant.String:
			return constant.StringVal(tv.Value) == ""
		case constant.Int:
			return constant.Sign(tv.Value) <= 0 // -1 is no value either
		}
	}
	lit, ok := e.(*ast.CompositeLit)
	return ok && len(lit.Elts) == 0
}

func namedResult(info *types.Info, ft *ast.FuncType, result int) *types.Var {
	if ft.Results == nil {
		return nil
	}
	i := 0
	for _, f := range ft.Results.List {
		for _, name := range f.Names {
			if i == result {
				v, _ := info.Defs[name].(*types.Var)
				return v
			}
			i++
		}
	}
	return nil
}
