package await

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/called"
)

// RunsIn reports whether n runs in a function that is accepts, in the goroutine of that,
// so many calls deep at first.
func (aw *Waits) RunsIn(n ast.Node, is func(*types.Func, *ast.FuncLit) bool, depth int) bool {
	cur, ok := aw.src.Find(n)
	if !ok || depth > 4 {
		return false
	}
	for c := range cur.Enclosing((*ast.GoStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch f := c.Node().(type) {
		case *ast.GoStmt:
			return false
		case *ast.FuncLit:
			if is(nil, f) {
				return true
			}
			outer, isCall := c.Parent().Node().(*ast.CallExpr)
			if !isCall {
				return aw.anyRunsIn(called.ByVariable(aw.src, c), is, depth)
			}
			if c.ParentEdgeKind() == edge.CallExpr_Args && aw.src.CalleeName(outer) != "(*sync.Once).Do" {
				return false
			}
		case *ast.FuncDecl:
			fn, ok := aw.src.Info.Defs[f.Name].(*types.Func)
			if !ok {
				return false
			}
			if is(fn, nil) {
				return true
			}
			calls, _ := aw.src.Calls(fn)
			return aw.anyRunsIn(calls, is, depth)
		}
	}
	return false
}

// anyRunsIn is RunsIn for calls that one function makes of another, so many deep.
func (aw *Waits) anyRunsIn(calls []*ast.CallExpr, is func(*types.Func, *ast.FuncLit) bool, depth int) bool {
	return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return !aw.src.IsGo(call) && aw.RunsIn(call, is, depth+1) })
}
