package signals

import (
	"go/ast"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about a process that ends beside a drain: another goroutine hears at the
// same time that the program is to stop, and does not wait.

// EndsBeside returns the call by which another goroutine ends the process as soon as
// the program is told to stop, which is when the stop at n begins, or that of a function of
// another package that starts such a goroutine; nil if there is none.
func (si *Signals) EndsBeside(n ast.Node) *ast.CallExpr {
	around := make(map[ast.Node]bool)
	si.waits.Frames(n, around)
	handed := si.waits.CalledAtSignal(n)
	for _, exit := range si.Exits() {
		own := si.src.Function(exit.Call)
		told, shared := handed, false
		si.waits.After(n, func(e ast.Expr) bool {
			if si.src.Function(e) != own {
				ch := si.src.Object(e)
				told, shared = told || si.HearsTerm(e), shared || ch != nil && ch == si.src.Object(exit.Heard)
			}
			return shared
		})
		if told && !shared && !around[own] {
			return exit.Call
		}
	}
	for _, by := range si.Asked() {
		if si.onlyEnds(by, nil) && !si.src.Behind(by.Call, si.ToldToStop) && si.waits.After(n, func(e ast.Expr) bool { return si.HearsTerm(e) || si.givenBy(by.Call, e) }) {
			return by.Call
		}
	}
	return nil
}

// givenBy reports whether e is the end of the context that a function is given to which
// call is given that function. Have: call(ctx, run); func run(ctx context.Context) { <-ctx.Done() }
func (si *Signals) givenBy(call *ast.CallExpr, e ast.Expr) bool {
	ctx := source.DoneOf(e)
	if ctx == nil {
		return false
	}
	for link := range si.waits.Line(ctx) {
		if link.Given == nil || si.src.Variable(link.Given).Param == nil {
			continue
		}
		p := si.src.Variable(link.Given).Param
		if slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return si.src.IsFuncOf(a, p) }) {
			return true
		}
	}
	return false
}
