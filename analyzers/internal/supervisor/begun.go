package supervisor

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// Unended returns the call by which the package has a container call the hooks that
// start what it made, when nothing has that call those that stop it: the container
// is in a variable of one function, and nobody else has it. Else it is nil.
func Unended(src *source.Package, ev *origin.Evaluator) *ast.CallExpr {
	op := func(fn *types.Func) string {
		if r := ev.Row(fn, catalog.Inject); r != nil {
			return r.Op
		}
		return ""
	}
	if slices.ContainsFunc(src.FuncsMentioned(), func(fn *types.Func) bool { return op(fn) == "end" }) {
		return nil
	}
	for _, call := range ev.CallsWith(catalog.Inject) {
		v, ok := src.Object(source.ReceiverOf(call, src.Info)).(*types.Var)
		if ok && op(src.Callee(call)) == "begin" && which.KeptHere(src, v) {
			return call
		}
	}
	return nil
}

// ByContainer reports whether n, a start in fn, is what a container is given to call: it
// stands in an argument of a call that gives functions to one, or fn is such an argument.
func ByContainer(src *source.Package, ev *origin.Evaluator, n ast.Node, fn *types.Func) bool {
	cur, ok := src.Find(n)
	if call, made := n.(*ast.CallExpr); made && !ok {
		cur, ok = src.Find(call.Fun) // a function that is handed on
	}
	if ok {
		for c := range cur.Enclosing((*ast.CallExpr)(nil)) {
			if ev.Registers(src.Callee(c.Node().(*ast.CallExpr))) {
				return true
			}
		}
	}
	return fn != nil && slices.ContainsFunc(src.CallsTo(ev.Registers), func(call *ast.CallExpr) bool {
		return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
			id, ok := ast.Unparen(arg).(*ast.Ident)
			return ok && src.Info.Uses[id] == fn
		})
	})
}
