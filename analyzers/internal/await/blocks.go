package await

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
)

// Blocks reports whether something in n waits in a way that is followed.
func (aw *Waits) Blocks(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.SelectStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			fn := aw.src.Callee(n)
			found = found || fn != nil && (aw.ev.Row(fn, catalog.Serve) != nil || strings.HasPrefix(fn.Name(), "Accept"))
		}
		return !found
	})
	return found
}

// leaves reports whether a loop with this body may end: by a break, a return or
// a goto in it.
func leaves(loop *ast.BlockStmt) bool {
	return slices.ContainsFunc(loop.List, ending.MayLeave)
}
