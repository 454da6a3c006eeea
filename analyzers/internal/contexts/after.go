package contexts

import (
	"go/ast"

	"github.com/portvet/portvet/analyzers/internal/called"
)

// EndOf returns the end, ctx.Done(), of the context with which context.AfterFunc calls
// fn, a declaration or literal that nothing else calls, or nil. It is not in the source
// but for the context.
func (cx *Contexts) EndOf(fn ast.Node) ast.Expr {
	cur, ok := called.Value(cx.src, fn)
	if !ok {
		return nil
	}
	call, ok := cur.Parent().Node().(*ast.CallExpr)
	if !ok || len(call.Args) != 2 || call.Args[1] != cur.Node() || cx.src.CalleeName(call) != "context.AfterFunc" {
		return nil
	}
	return &ast.CallExpr{Fun: &ast.SelectorExpr{X: call.Args[0], Sel: ast.NewIdent("Done")}}
}
