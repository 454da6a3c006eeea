package called

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// In returns the calls of fn in top, or in what top calls, if there are any, else
// all that there are; all is false when there may be others.
func In(src *source.Package, fn, top *types.Func) (calls []*ast.CallExpr, all bool) {
	calls, all = src.Calls(fn)
	for depth := range 3 {
		in := slices.DeleteFunc(slices.Clone(calls), func(call *ast.CallExpr) bool {
			return top == nil || !leadsTo(src, top, src.EnclosingFunc(call.Pos()), depth)
		})
		if len(in) > 0 {
			return in, true
		}
	}
	return calls, all
}

// leadsTo reports whether top calls fn, over so many others, or is fn.
func leadsTo(src *source.Package, top, fn *types.Func, over int) bool {
	if over == 0 || fn == nil || fn == top {
		return fn == top
	}
	calls, _ := src.Calls(fn)
	return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		return leadsTo(src, top, src.EnclosingFunc(call.Pos()), over-1)
	})
}
