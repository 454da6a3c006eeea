package ending

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// What follows is about errors that come back to a function by a channel of its own.
// Have: go func() { errc <- srv.ListenAndServe() }(); return <-errc

// sentBack reports whether fn starts l in a goroutine that sends the error on a channel,
// and returns what it receives from that.
func (en *Endings) sentBack(fn *types.Func, l *Start) bool {
	call, ok := l.Node.(*ast.CallExpr)
	if !ok || en.src.EnclosingFunc(call.Pos()) != fn {
		return false
	}
	lit, ok := en.src.Function(call).(*ast.FuncLit)
	if !ok || en.src.GoOf(lit) == nil {
		return false
	}
	ch := en.SentOn(lit, call)
	d := en.src.Decl(fn)
	return ch != nil && !ch.IsField() && slices.ContainsFunc(en.src.Variable(ch).Uses, func(use inspector.Cursor) bool {
		return en.src.Function(use.Node()) == d && en.returnsReceived(d, use)
	})
}

// SentOn returns the variable or field with the channel on which lit sends the error of
// call, or nil.
func (en *Endings) SentOn(lit *ast.FuncLit, call *ast.CallExpr) (ch *types.Var) {
	v := en.assignedTo(call)
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SendStmt:
			if ast.Unparen(n.Value) != call && (v == nil || !en.src.Uses(n.Value, v)) {
				break
			}
			if c, ok := en.src.Object(n.Chan).(*types.Var); ok && en.src.Variable(c).Param == nil {
				ch = c
			}
		}
		return ch == nil
	})
	return ch
}

// assignedTo returns the variable to which the error of call is assigned, or nil.
func (en *Endings) assignedTo(call *ast.CallExpr) *types.Var {
	to := en.src.AssignedTo(call, 1)
	if to == nil {
		return nil
	}
	v, _ := en.src.Object(to[0]).(*types.Var)
	return v
}

// returnsReceived reports whether the function d returns what it receives from the
// channel at use.
func (en *Endings) returnsReceived(d *ast.FuncDecl, use inspector.Cursor) bool {
	recv, ok := use.Parent().Node().(*ast.UnaryExpr)
	if !ok || recv.Op != token.ARROW {
		return false
	}
	if use.Parent().ParentEdgeKind() == edge.ReturnStmt_Results {
		return true
	}
	as, ok := use.Parent().Parent().Node().(*ast.AssignStmt)
	if !ok {
		return false
	}
	v, ok := en.src.Object(as.Lhs[0]).(*types.Var)
	return ok && slices.ContainsFunc(en.src.Returns(d), func(r *ast.ReturnStmt) bool {
		return len(r.Results) > 0 && en.src.Uses(r.Results[len(r.Results)-1], v)
	})
}
