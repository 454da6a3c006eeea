package ending

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
)

// This file is about functions that set up what a server answers: they keep the handlers
// that they are given, and wait for nobody.

// registers reports whether fn, of a library, only registers routes or middleware.
// Have: app.Get("/orders", func(c *fiber.Ctx) error { … })
func (en *Endings) registers(fn *types.Func) bool {
	if recv := fn.Signature().Recv(); recv != nil && en.ev.IsMux(recv.Type()) && !mux.LifeMethods[fn.Name()] {
		return true
	}
	kinds := []catalog.Kind{catalog.Route, catalog.Mux, catalog.Middleware, catalog.Handler}
	return slices.ContainsFunc(kinds, func(k catalog.Kind) bool { return en.ev.Row(fn, k) != nil })
}

// callsGiven reports whether call, which registers routes, may wait because of a function that
// it is given and calls itself.
// Have: r.Route("/orders", func(r chi.Router) { r.Get("/", list) })
func (en *Endings) callsGiven(call *ast.CallExpr, depth int) bool {
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		t := en.src.Info.TypeOf(a)
		_, isFunc := t.Underlying().(*types.Signature)
		return isFunc && !en.Answers(t) && !en.promptValue(a, depth)
	})
}

// takesMux reports whether fn is given something on which routes are registered.
func (en *Endings) takesMux(fn *types.Func) bool {
	for p := range fn.Signature().Params().Variables() {
		if en.ev.IsMux(p.Type()) {
			return true
		}
	}
	return false
}

// onlyAnswers reports whether lit answers requests, or puts something around what does: where
// it stands it is not called.
func (en *Endings) onlyAnswers(lit *ast.FuncLit) bool {
	return called.InPlace(en.src, lit) == nil && en.Answers(en.src.Info.TypeOf(lit))
}
