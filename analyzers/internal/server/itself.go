package server

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
)

// WaitsForItself returns a graceful stop of l's server that one of its own
// handlers calls, and that waits for it to return, or nil. handles reports
// whether a function or literal is such a handler.
func (sv *Servers) WaitsForItself(l *Running, handles func(*types.Func, *ast.FuncLit) bool) *Stop {
	stops := sv.StopsOf(l)
	i := slices.IndexFunc(stops, func(s *Stop) bool { return s.Call != nil && sv.runsIn(s.Call, handles, 0) })
	if i < 0 {
		return nil
	}
	return stops[i]
}

// runsIn reports whether n runs in a function that is accepts, in the goroutine
// of that.
func (sv *Servers) runsIn(n ast.Node, is func(*types.Func, *ast.FuncLit) bool, depth int) bool {
	cur, ok := sv.src.Find(n)
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
			outer, called := c.Parent().Node().(*ast.CallExpr)
			if !called || c.ParentEdgeKind() == edge.CallExpr_Args && sv.src.CalleeName(outer) != "(*sync.Once).Do" {
				return false
			}
		case *ast.FuncDecl:
			fn, ok := sv.src.Info.Defs[f.Name].(*types.Func)
			if !ok {
				return false
			}
			if is(fn, nil) {
				return true
			}
			calls, _ := sv.src.Calls(fn)
			return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return !sv.src.IsGo(call) && sv.runsIn(call, is, depth+1) })
		}
	}
	return false
}
