package called

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

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

// Valued returns where fn, a function of this package that no other can name, stands as a
// value; all is false when it may be called in another way than by those, or where it is
// called by its name: through an interface.
func Valued(src *source.Package, fn *types.Func) (values []inspector.Cursor, all bool) {
	if fn == nil || fn.Exported() && src.Pkg.Name() != "main" || slices.ContainsFunc(src.FuncsMentioned(), func(m *types.Func) bool {
		return m.Name() == fn.Name() && m.Signature().Recv() != nil && types.IsInterface(source.RecvType(m))
	}) {
		return nil, false
	}
	for _, cur := range src.MentionsOf(fn) {
		if use, isCall := source.UseOf(cur); !isCall {
			values = append(values, use)
		}
	}
	return values, true
}

// CalledBack returns the one place where the function of call, of this package, calls
// what it is given as its i-th argument; nil if it may do something else with it.
func CalledBack(src *source.Package, call *ast.CallExpr, i int) *ast.CallExpr {
	return CalledIn(src, src.Callee(call), i)
}

// CalledIn is CalledBack for the function fn.
func CalledIn(src *source.Package, fn *types.Func, i int) *ast.CallExpr {
	if fn == nil || src.Body(fn, nil) == nil {
		return nil
	}
	own := fn.Signature().Params().Len() // those that are given one argument each
	if fn.Signature().Variadic() {
		own--
	}
	if i >= own {
		return nil
	}
	given := src.Variable(fn.Signature().Params().At(i))
	uses := slices.DeleteFunc(slices.Clone(given.Uses), func(use inspector.Cursor) bool {
		cmp, _ := use.Parent().Node().(*ast.BinaryExpr) // if fn != nil
		return use.ParentEdgeKind() == edge.Field_Names || cmp != nil && (src.Info.Types[cmp.X].IsNil() || src.Info.Types[cmp.Y].IsNil())
	})
	if len(uses) != 1 || len(given.Stores) > 0 {
		return nil
	}
	return source.CallOf(uses[0])
}
