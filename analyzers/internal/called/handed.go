package called

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Handed returns the call to which the function that stands at cur is handed, and for which
// parameter: by itself, in the literal of a collection, or by way of a local variable that
// is made for that. The call is nil if it is not, or goes elsewhere, too.
// Have: wait(ctx, map[string]Stop{"http": srv.Shutdown})
func Handed(src *source.Package, cur inspector.Cursor) (*ast.CallExpr, int) {
	return finder{src: src}.handed(cur, 0)
}

// ValueOf returns where the function of which p is a parameter stands as a value: see
// [Value].
func ValueOf(src *source.Package, p *source.Param) (inspector.Cursor, bool) {
	return Value(src, Taker(src, p))
}

func (f finder) handed(cur inspector.Cursor, depth int) (*ast.CallExpr, int) {
	for {
		kind, i := cur.ParentEdge()
		parent := cur.Parent()
		switch kind {
		case edge.ParenExpr_X, edge.UnaryExpr_X, edge.KeyValueExpr_Value:
		case edge.CompositeLit_Elts:
			t := f.src.LiteralType(parent.Node().(*ast.CompositeLit))
			if t == nil || source.Elem(t.Underlying()) == nil {
				return nil, 0
			}
		case edge.CallExpr_Args:
			call := parent.Node().(*ast.CallExpr)
			switch tv := f.src.Info.Types[call.Fun]; {
			case tv.IsType():
			case tv.IsBuiltin():
				if id, ok := ast.Unparen(call.Fun).(*ast.Ident); !ok || id.Name != "append" || i == 0 {
					return nil, 0
				}
			default:
				return call, f.param(call, i)
			}
		case edge.AssignStmt_Rhs, edge.ValueSpec_Values:
			return f.byVariable(parent.Node(), i, depth+1)
		default:
			return nil, 0
		}
		cur = parent
	}
}

// param returns the parameter for which call has its i-th argument.
func (f finder) param(call *ast.CallExpr, i int) int {
	if sig, ok := f.src.Info.TypeOf(call.Fun).Underlying().(*types.Signature); ok && sig.Variadic() {
		return min(i, sig.Params().Len()-1)
	}
	return i
}

// byVariable is handed for what the statement s, or the specification, puts into a local
// variable as its i-th value, or into an element of that. The variable is only handed on,
// once.
func (f finder) byVariable(s ast.Node, i, depth int) (*ast.CallExpr, int) {
	to := source.AssignedTo(s, i)
	if at, ok := to.(*ast.IndexExpr); ok {
		to = at.X
	}
	id, ok := to.(*ast.Ident)
	if !ok || f.src.Function(id) == nil || depth > 3 {
		return nil, 0
	}
	v, ok := f.src.Object(id).(*types.Var)
	if !ok {
		return nil, 0
	}
	var call *ast.CallExpr
	var at int
	for _, use := range f.src.Variable(v).Uses {
		switch use.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.ValueSpec_Names, edge.IndexExpr_X:
			continue
		}
		if f.appended(use, v) {
			continue
		}
		to, param := f.handed(use, depth)
		if to == nil || call != nil && to != call {
			return nil, 0
		}
		call, at = to, param
	}
	return call, at
}

// appended reports whether v stands at use as what something is appended to, for itself.
func (f finder) appended(use inspector.Cursor, v *types.Var) bool {
	call, ok := use.Parent().Node().(*ast.CallExpr)
	if !ok || !f.src.Info.Types[call.Fun].IsBuiltin() {
		return false
	}
	s, ok := use.Parent().Parent().Node().(*ast.AssignStmt)
	return ok && len(s.Lhs) == 1 && f.src.IsVar(s.Lhs[0], v)
}
