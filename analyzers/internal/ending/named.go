package ending

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// CallsByName returns the calls of the literal at cur by the local variables that hold it
// and nothing else: the one that it is assigned to, those that get it out of the function
// which returns it, and parameters. It is nil when it may be called otherwise.
// Have: start, stop := s.parts(); go stop()
func (en *Endings) CallsByName(cur inspector.Cursor) []*ast.CallExpr {
	n := named{en: en, lit: cur.Node()}
	if !n.follow(cur, 0) {
		return nil
	}
	return n.calls
}

// named is one search for the calls of a literal.
type named struct {
	en    *Endings
	lit   ast.Node
	calls []*ast.CallExpr
}

// follow follows the literal out of cur, where it stands, or a variable that holds it.
// It reports whether all calls are found.
func (n *named) follow(cur inspector.Cursor, depth int) bool {
	_, i := cur.ParentEdge()
	switch at := cur.Parent().Node().(type) {
	case *ast.AssignStmt:
		return cur.ParentEdgeKind() == edge.AssignStmt_Rhs && len(at.Lhs) == len(at.Rhs) && n.variable(at.Lhs[i], depth)
	case *ast.ValueSpec:
		return cur.ParentEdgeKind() == edge.ValueSpec_Values && len(at.Names) == len(at.Values) && n.variable(at.Names[i], depth)
	case *ast.ReturnStmt:
		return n.returned(at, i, depth)
	case *ast.CallExpr:
		return cur.ParentEdgeKind() == edge.CallExpr_Args && cur.Node() != n.lit && n.argument(at, i, depth)
	case *ast.BinaryExpr:
		return true // it is asked whether there is one
	}
	return false
}

// variable follows the literal into what e names, a local variable to which nothing else
// is assigned.
func (n *named) variable(e ast.Expr, depth int) bool {
	name, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	if name.Name == "_" {
		return true
	}
	v, ok := n.en.src.Object(name).(*types.Var)
	if !ok || n.en.src.Function(name) == nil {
		return false
	}
	if _, only := n.en.src.OnlyStored(v); !only {
		return false
	}
	return n.uses(v, depth)
}

// uses follows the literal to where v, which holds it, is used.
func (n *named) uses(v *types.Var, depth int) bool {
	if depth > 4 {
		return false
	}
	for _, use := range n.en.src.Variable(v).Uses {
		switch use.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.ValueSpec_Names:
			continue
		}
		if call := source.CallOf(use); call != nil {
			n.calls = append(n.calls, call)
		} else if !n.follow(use, depth+1) {
			return false
		}
	}
	return true
}

// returned follows the literal to the callers of the function that returns it.
func (n *named) returned(at *ast.ReturnStmt, result, depth int) bool {
	d, ok := n.en.src.Function(at).(*ast.FuncDecl)
	if !ok {
		return false
	}
	fn, _ := n.en.src.Info.Defs[d.Name].(*types.Func)
	calls, all := n.en.src.Calls(fn)
	if !all {
		return false
	}
	for _, call := range calls {
		cur, found := n.en.src.Find(call)
		if !found {
			return false
		}
		as, ok := cur.Parent().Node().(*ast.AssignStmt)
		if !ok || len(as.Rhs) != 1 || result >= len(as.Lhs) || !n.variable(as.Lhs[result], depth+1) {
			return false
		}
	}
	return true
}

// argument follows the literal into the parameter that a call gives it to.
func (n *named) argument(call *ast.CallExpr, i, depth int) bool {
	fn := n.en.src.Callee(call)
	d := n.en.src.Decl(fn)
	if d == nil || d.Body == nil || fn.Signature().Variadic() || i >= fn.Signature().Params().Len() {
		return false
	}
	p := fn.Signature().Params().At(i)
	if len(n.en.src.Variable(p).Stores) > 0 {
		return false
	}
	return n.uses(p, depth)
}
