package contexts

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about contexts that are cancelled only when their function returns, or when
// what it starts has failed.

// onlyDeferred reports whether the function that cancels the context which call
// makes is thrown away, or only deferred: then the context ends when the function
// around call returns; or is called in a goroutine once a server has failed there.
func (cx *Contexts) onlyDeferred(call *ast.CallExpr) bool {
	to := cx.src.AssignedTo(call, 2)
	if to == nil {
		return false
	}
	if id, ok := to[1].(*ast.Ident); ok && id.Name == "_" {
		return true
	}
	v, ok := cx.src.Object(to[1]).(*types.Var)
	if !ok || v.IsField() || len(cx.src.Variable(v).Stores) != 1 {
		return false
	}
	return !slices.ContainsFunc(cx.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		if use.ParentEdgeKind() == edge.AssignStmt_Lhs {
			return false
		}
		called := source.CallOf(use)
		if called == nil {
			return true
		}
		_, deferred := use.Parent().Parent().Node().(*ast.DeferStmt)
		return !(deferred && cx.src.Function(called) == cx.src.Function(call)) && !cx.whenFailed(called)
	})
}

// whenFailed reports whether call is made in a goroutine that starts a server, and waits for
// nobody else: when that has failed, or was told to stop.
// Have: go func() { defer cancel(); log.Print(srv.ListenAndServe()) }()
func (cx *Contexts) whenFailed(call *ast.CallExpr) bool {
	lit, ok := cx.src.Function(call).(*ast.FuncLit)
	if !ok || cx.src.GoOf(lit) == nil || cx.hears() || !cx.waitsForNone(lit, 0) {
		return false
	}
	return slices.ContainsFunc(cx.src.CallsTo(cx.ends.Serves), func(start *ast.CallExpr) bool { return cx.src.Function(start) == ast.Node(lit) })
}
