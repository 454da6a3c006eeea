package signals

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Unread reports whether nobody takes a signal of s out of its channel: all that is done
// with the variable that holds it is to fill it, and to close it. Who hears of signals in
// such a program hears by another one.
func (si *Signals) Unread(s *Subscription) bool {
	v, ok := s.channel.(*types.Var)
	if !ok || v.IsField() || v.Exported() && v.Parent() == v.Pkg().Scope() {
		return false
	}
	use := si.src.Variable(v)
	return use.Param == nil && !slices.ContainsFunc(use.Uses, func(cur inspector.Cursor) bool { return !si.fills(cur) })
}

// fills reports whether the channel at cur is given a value, is one that signals are sent
// to, or is closed.
func (si *Signals) fills(cur inspector.Cursor) bool {
	switch kind, _ := cur.ParentEdge(); kind {
	case edge.AssignStmt_Lhs:
		return true
	case edge.CallExpr_Args:
		call := cur.Parent().Node().(*ast.CallExpr)
		return si.src.Closes(call) || ofSignal(si.callee(call))
	}
	return false
}
