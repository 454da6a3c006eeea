package notice

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about what channels and groups are used for.

// ReceivesIn returns the channel that s receives from, or the group that it waits
// for, or nil.
func (no *Notices) ReceivesIn(s ast.Stmt) ast.Expr {
	var e ast.Expr
	switch s := s.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		e = s.Rhs[0]
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.ARROW {
			return e.X
		}
	case *ast.CallExpr:
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && no.src.CalleeName(e) == "(*sync.WaitGroup).Wait" {
			return sel.X
		}
	}
	return nil
}

// MethodAt returns what selects a method of the group at cur, or nil: wg.Add.
func MethodAt(cur inspector.Cursor) *ast.SelectorExpr {
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
	}
	sel, _ := cur.Parent().Node().(*ast.SelectorExpr)
	return sel
}

// Purpose is what a channel or group is used for somewhere.
type Purpose uint8

// The purposes.
const (
	UsedOtherwise Purpose = iota
	UsedToTell
	UsedToWait // or to make it, or to count
)

// UsedTo tells what the channel or group at cur is used for.
func (no *Notices) UsedTo(cur inspector.Cursor) Purpose {
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
	}
	isContext := source.Named(no.src.Info.TypeOf(cur.Node().(ast.Expr))) == "context.Context"
	cur = ended(cur)
	switch cur.ParentEdgeKind() {
	case edge.SendStmt_Chan:
		return UsedToTell
	case edge.UnaryExpr_X:
		if cur.Parent().Node().(*ast.UnaryExpr).Op == token.ARROW {
			return UsedToWait
		}
	case edge.AssignStmt_Lhs, edge.ValueSpec_Names, edge.RangeStmt_X, edge.KeyValueExpr_Key, edge.Field_Names:
		return UsedToWait
	case edge.ReturnStmt_Results:
		if isContext || no.returnsReceiver(cur) {
			return UsedToWait
		}
	case edge.CallExpr_Args:
		call := cur.Parent().Node().(*ast.CallExpr)
		_, i := cur.ParentEdge()
		switch {
		case no.src.Closes(call):
			return UsedToTell
		case OnlyHears(no.src.Callee(call), i):
			return UsedToWait
		}
	case edge.SelectorExpr_X:
		switch sel := cur.Parent().Node().(*ast.SelectorExpr).Sel.Name; {
		case isContext: // it is asked
			return UsedToWait
		case sel == "Done", sel == "Go": // which tells when the function has returned
			return UsedToTell
		case slices.Contains([]string{"Wait", "Add"}, sel):
			return UsedToWait
		}
	}
	return UsedOtherwise
}

// IsHeard reports whether anybody may wait for v, a channel or group of this package: other
// packages where it is exported.
func (no *Notices) IsHeard(v *types.Var) bool {
	if v.Pkg() != no.src.Pkg || v.Exported() {
		return true
	}
	return slices.ContainsFunc(no.src.Variable(v).Uses, func(cur inspector.Cursor) bool {
		use, _ := source.UseOf(cur)
		switch no.UsedTo(cur) {
		case UsedOtherwise:
			return true
		case UsedToTell:
			return false
		}
		if use.ParentEdgeKind() == edge.SelectorExpr_X {
			return use.Parent().Node().(*ast.SelectorExpr).Sel.Name != "Add"
		}
		return !IsStored(use)
	})
}

// IsStored reports whether something is put into the variable or field at cur, or it is
// declared there.
func IsStored(cur inspector.Cursor) bool {
	switch cur.ParentEdgeKind() {
	case edge.AssignStmt_Lhs, edge.ValueSpec_Names, edge.KeyValueExpr_Key, edge.Field_Names:
		return true
	}
	return false
}

// ended returns where the channel stands that tells of the end of the context at cur, or cur
// if that is not asked for there.
// Have: <-s.ctx.Done(); return s.ctx.Done()
func ended(cur inspector.Cursor) inspector.Cursor {
	sel, ok := cur.Parent().Node().(*ast.SelectorExpr)
	if !ok || cur.ParentEdgeKind() != edge.SelectorExpr_X || sel.Sel.Name != "Done" || source.CallOf(cur.Parent()) == nil {
		return cur
	}
	switch call := cur.Parent().Parent(); call.ParentEdgeKind() {
	case edge.UnaryExpr_X, edge.RangeStmt_X, edge.ReturnStmt_Results, edge.CallExpr_Args:
		return call
	}
	return cur
}

// Receives reports whether the channel at cur, or that of the context, is received from there.
func Receives(cur inspector.Cursor) bool {
	if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
		cur = cur.Parent()
	}
	cur = ended(cur)
	return cur.ParentEdgeKind() == edge.UnaryExpr_X || cur.ParentEdgeKind() == edge.RangeStmt_X
}

// returnsReceiver reports whether what is returned at cur is a channel that others
// can only receive from.
func (no *Notices) returnsReceiver(cur inspector.Cursor) bool {
	t := source.TypeOf(no.src.Function(cur.Node()))
	_, i := cur.ParentEdge()
	if t == nil || t.Results == nil || i >= len(t.Results.List) || t.Results.NumFields() != len(t.Results.List) {
		return false
	}
	ch, ok := no.src.Info.TypeOf(t.Results.List[i].Type).Underlying().(*types.Chan)
	return ok && ch.Dir() == types.RecvOnly
}
