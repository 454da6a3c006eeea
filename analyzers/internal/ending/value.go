package ending

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about functions as values, such as the one that a constructor
// returns to clean up after what it has made.

// promptValue reports whether e, a function, waits for no goroutine, whichever
// function it is.
func (en *Endings) promptValue(e ast.Expr, depth int) bool {
	if depth > 3 {
		return false
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return !en.MayWait(e.Body, depth+1)
	case *ast.CallExpr:
		return en.promptResult(en.src.Callee(e), 0, depth+1)
	}
	if en.src.Info.Types[e].IsNil() {
		return true
	}
	if fn, isFunc := en.src.Info.Uses[source.NameOf(e)].(*types.Func); isFunc {
		return en.promptFunc(fn.Origin(), depth+1)
	}
	v, ok := en.src.Object(e).(*types.Var)
	if !ok {
		return false
	}
	if made, result := en.src.OnlyAssigned(v); made != nil {
		if call, ok := ast.Unparen(made).(*ast.CallExpr); ok {
			return en.promptResult(en.src.Callee(call), max(result, 0), depth+1)
		}
		return en.promptValue(made, depth+1)
	}
	return false
}

// PromptValue reports whether e, a function, waits for no goroutine, whichever function it is.
func (en *Endings) PromptValue(e ast.Expr) bool { return en.promptValue(e, 0) }

// PromptFunc reports whether fn, of the modules worked on, waits for no goroutine.
func (en *Endings) PromptFunc(fn *types.Func) bool { return en.promptFunc(fn, 0) }

// promptFunc reports whether fn, of the modules worked on, waits for no goroutine.
func (en *Endings) promptFunc(fn *types.Func, depth int) bool {
	if body := en.src.Body(fn, nil); body != nil {
		return !en.MayWait(body, depth)
	}
	return fn.Pkg() != en.src.Pkg && en.src.OfOwnModules(fn) && en.facts.Prompt(fn)
}

// promptResult reports whether what fn returns at the given place is a function that
// waits for no goroutine.
func (en *Endings) promptResult(fn *types.Func, result, depth int) bool {
	if fn == nil || fn.Pkg() == nil || !en.src.Ours(fn.Pkg()) {
		return false
	}
	if fn.Pkg() != en.src.Pkg {
		return en.facts.PromptResult(fn, result)
	}
	d := en.src.Decl(fn)
	if d == nil || d.Body == nil {
		return false
	}
	returns := en.src.Returns(d)
	return len(returns) > 0 && !slices.ContainsFunc(returns, func(r *ast.ReturnStmt) bool {
		return len(r.Results) <= result || !en.promptValue(r.Results[result], depth)
	})
}

// PromptResults returns which results of fn are functions that wait for no goroutine.
func (en *Endings) PromptResults(fn *types.Func) (results []int) {
	for i := range fn.Signature().Results().Len() {
		_, isFunc := fn.Signature().Results().At(i).Type().Underlying().(*types.Signature)
		if isFunc && en.promptResult(fn, i, 0) {
			results = append(results, i)
		}
	}
	return results
}
