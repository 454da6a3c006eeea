package server

import (
	"go/ast"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about a process that ends beside a drain: another goroutine hears at the
// same time that the program is to stop, and does not wait.

// EndedBeside returns the call by which another goroutine ends the process as soon as
// the program is told to stop, which is when s begins, or that of a function of another
// package that starts such a goroutine; nil if there is none.
func (sv *Servers) EndedBeside(s *Stop) *ast.CallExpr {
	if s.node == nil {
		return nil
	}
	around := make(map[ast.Node]bool)
	sv.waits.Frames(s.node, around)
	for _, exit := range sv.asked.Exits() {
		own := sv.src.Function(exit.Call)
		told, shared := false, false
		sv.waits.After(s.node, func(e ast.Expr) bool {
			if sv.src.Function(e) != own {
				ch := sv.src.Object(e)
				told, shared = told || sv.asked.HearsTerm(e), shared || ch != nil && ch == sv.src.Object(exit.Heard)
			}
			return shared
		})
		if told && !shared && !around[own] {
			return exit.Call
		}
	}
	for _, by := range sv.asked.Asked() {
		if sv.asked.EndsProcess(by) && !sv.src.Behind(by.Call, sv.asked.ToldToStop) && sv.waits.After(s.node, func(e ast.Expr) bool { return sv.asked.HearsTerm(e) || sv.givenBy(by.Call, e) }) {
			return by.Call
		}
	}
	return nil
}

// givenBy reports whether e is the end of the context that a function is given to which
// call is given that function. Have: call(ctx, run); func run(ctx context.Context) { <-ctx.Done() }
func (sv *Servers) givenBy(call *ast.CallExpr, e ast.Expr) bool {
	ctx := source.DoneOf(e)
	if ctx == nil {
		return false
	}
	for link := range sv.waits.Line(ctx) {
		if link.Given == nil || sv.src.Variable(link.Given).Param == nil {
			continue
		}
		p := sv.src.Variable(link.Given).Param
		if slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return sv.src.IsFuncOf(a, p) }) {
			return true
		}
	}
	return false
}
