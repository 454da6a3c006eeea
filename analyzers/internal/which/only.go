package which

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// OnlyCalled reports whether all that is done with the value of another package's that
// call makes, or calls a method of, is to call its methods: a constructor of that package
// makes it, a local variable or a field of this package's own holds it, and nobody else
// has it.
func OnlyCalled(src *source.Package, call *ast.CallExpr) bool { return onlyCalled(src, call, false) }

// OnlyHanded is OnlyCalled where methods may be handed to functions, too, as values.
// Have: shutdown.Wait(s.Close)
func OnlyHanded(src *source.Package, call *ast.CallExpr) bool { return onlyCalled(src, call, true) }

func onlyCalled(src *source.Package, call *ast.CallExpr, handed bool) bool {
	held, ok := src.Receiver(call).(*types.Var)
	if holder := Holder(src, call); !ok && holder != nil {
		held, ok = src.Object(holder).(*types.Var)
	}
	if !ok || src.Callee(call) == nil || held.Pkg() != src.Pkg || !src.Main && held.Exported() || src.Variable(held).Param != nil {
		return false
	}
	made := func(e ast.Expr) bool {
		by, _ := ast.Unparen(e).(*ast.CallExpr)
		return by != nil && src.Callee(by) != nil && src.Callee(by).Pkg() == src.Callee(call).Pkg()
	}
	stores := src.Variable(held).Given()
	if slices.ContainsFunc(stores, func(s source.Store) bool { return !made(s.Rhs) }) {
		return false
	}
	put := len(stores) > 0 || !held.IsField()
	others := slices.ContainsFunc(src.Variable(held).Uses, func(use inspector.Cursor) bool {
		if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
			use = use.Parent()
		}
		switch use.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.ValueSpec_Names:
			return false
		case edge.KeyValueExpr_Key:
			put = true
			return !made(use.Parent().Node().(*ast.KeyValueExpr).Value)
		case edge.SelectorExpr_X:
			return source.CallOf(use.Parent()) == nil && !(handed && use.Parent().ParentEdgeKind() == edge.CallExpr_Args)
		}
		return true
	})
	return put && !others
}

// KeptHere reports whether v is a variable of a function of which nothing is done but
// to call methods.
func KeptHere(src *source.Package, v *types.Var) bool {
	if v.IsField() || src.EnclosingFunc(v.Pos()) == nil || src.Variable(v).Param != nil {
		return false
	}
	return !slices.ContainsFunc(src.Variable(v).Uses, func(use inspector.Cursor) bool {
		return use.Node().Pos() != v.Pos() && use.ParentEdgeKind() != edge.SelectorExpr_X
	})
}
