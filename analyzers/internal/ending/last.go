package ending

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// EndsGoroutine returns the last statements of the goroutine that call runs
// in, from the one on that call is in; nil when others come after it, or when
// it does not run in a goroutine of its own. There are two at most: the second
// looks at what the first leaves.
func (en *Endings) EndsGoroutine(call *ast.CallExpr) []ast.Stmt {
	if !en.InGoroutine(call) {
		return nil
	}
	var body *ast.BlockStmt
	switch fn := en.src.Function(call).(type) {
	case *ast.FuncDecl:
		body = fn.Body
	case *ast.FuncLit:
		body = fn.Body
		if outer, ok := en.src.Find(fn); !ok || !goes(outer.Parent().Node(), fn) {
			return nil
		}
	}
	return source.LastWith(body, call)
}

// goes reports whether n calls fn, which stands in a go statement.
func goes(n ast.Node, fn *ast.FuncLit) bool {
	call, ok := n.(*ast.CallExpr)
	return ok && call.Fun == fn
}

// Keeps returns the variable, of type error, that s puts the result of call
// into: err := call. It is nil for err := call, nil and the like, and for _.
func (en *Endings) Keeps(s ast.Stmt, call *ast.CallExpr) *types.Var {
	as, ok := s.(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 || ast.Unparen(as.Rhs[0]) != call {
		return nil
	}
	id, ok := as.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := en.src.Info.ObjectOf(id).(*types.Var)
	if !ok || !source.IsError(v.Type()) {
		return nil
	}
	return v
}

// IsBlank reports whether e is the name that throws a value away.
func IsBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}
