package source

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// ReturnsReceiver reports whether what is returned at cur is a channel that others
// can only receive from.
func (x *Package) ReturnsReceiver(cur inspector.Cursor) bool {
	var t *ast.FuncType
	switch fn := x.Function(cur.Node()).(type) {
	case *ast.FuncDecl:
		t = fn.Type
	case *ast.FuncLit:
		t = fn.Type
	}
	_, i := cur.ParentEdge()
	if t == nil || t.Results == nil || i >= len(t.Results.List) || t.Results.NumFields() != len(t.Results.List) {
		return false
	}
	ch, ok := x.Info.TypeOf(t.Results.List[i].Type).Underlying().(*types.Chan)
	return ok && ch.Dir() == types.RecvOnly
}

// BaseOf returns the variable from which the receiver of call is reached: s in
// s.srv.Shutdown.
func (x *Package) BaseOf(call *ast.CallExpr) types.Object {
	e := ReceiverOf(call, x.Info)
	for e != nil {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok {
			return x.Object(e)
		}
		e = sel.X
	}
	return nil
}

// CalledBack returns the one place where the function of call, of this package, calls
// what it is given as its i-th argument; nil if it may do something else with it.
func (x *Package) CalledBack(call *ast.CallExpr, i int) *ast.CallExpr {
	return x.CalledIn(x.Callee(call), i)
}

// CalledIn is CalledBack for the function fn.
func (x *Package) CalledIn(fn *types.Func, i int) *ast.CallExpr {
	if d := x.Decl(fn); d == nil || d.Body == nil || fn.Signature().Variadic() || i >= fn.Signature().Params().Len() {
		return nil
	}
	given := x.Variable(fn.Signature().Params().At(i))
	uses := slices.DeleteFunc(slices.Clone(given.Uses), func(use inspector.Cursor) bool {
		cmp, _ := use.Parent().Node().(*ast.BinaryExpr) // if fn != nil
		return use.ParentEdgeKind() == edge.Field_Names || cmp != nil && (x.Info.Types[cmp.X].IsNil() || x.Info.Types[cmp.Y].IsNil())
	})
	if len(uses) != 1 || len(given.Stores) > 0 {
		return nil
	}
	return CallOf(uses[0])
}
