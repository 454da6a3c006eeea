package heard

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about groups whose context is looked at, but only by those who leave then.
// Have: g.Go(func() error { select { case <-quit: case <-ctx.Done(): return nil }; return srv.Shutdown(limit) })

// onlyLeaves reports whether the end of the context that call makes beside a group does
// nothing to the others in it: each function that waits for it is one of the group's, and
// returns then without a word, and nobody else has the context.
func (he *Hearing) onlyLeaves(call *ast.CallExpr) bool {
	to := he.src.AssignedTo(call, 2)
	if to == nil || he.src.Repeated(call) {
		return false
	}
	ctx, isVar := he.src.Object(to[1]).(*types.Var)
	if !isVar {
		return false
	}
	found := false
	for _, use := range he.src.Variable(ctx).Uses {
		if use.Node().Pos() < call.End() {
			continue // another context, which it is derived from
		}
		if !he.leavesAt(use) {
			return false
		}
		found = true
	}
	return found
}

// leavesAt reports whether the context at use only has a function of a group return: it
// asks for its error, or waits for its end in a select, and returns then.
func (he *Hearing) leavesAt(use inspector.Cursor) bool {
	if use.ParentEdgeKind() != edge.SelectorExpr_X {
		return false
	}
	sel := use.Parent()
	asks := source.CallOf(sel)
	if asks == nil {
		return false
	}
	switch sel.Node().(*ast.SelectorExpr).Sel.Name {
	case "Err":
		return true
	case "Done":
	default:
		return false
	}
	receive := sel.Parent().Parent()
	if u, ok := receive.Node().(*ast.UnaryExpr); !ok || u.Op != token.ARROW || receive.Parent().ParentEdgeKind() != edge.CommClause_Comm {
		return false
	}
	clause := receive.Parent().Parent().Node().(*ast.CommClause)
	last := len(clause.Body) - 1
	if last < 0 {
		return false
	}
	if _, returns := clause.Body[last].(*ast.ReturnStmt); !returns {
		return false
	}
	return !slices.ContainsFunc(clause.Body[:last], func(s ast.Stmt) bool { return !he.Endings.OnlyLogs(s, 0) }) && he.leavesQuietly(clause)
}

// leavesQuietly reports whether the function around n is one that a group runs, and nothing
// has been deferred in it where it returns at n: only the group hears of its end.
func (he *Hearing) leavesQuietly(n ast.Node) bool {
	lit, ok := he.src.Function(n).(*ast.FuncLit)
	if !ok {
		return false
	}
	cur, ok := he.src.Find(lit)
	if !ok || he.goesIn(cur) == nil {
		return false
	}
	defers := false
	ast.Inspect(lit.Body, func(m ast.Node) bool {
		_, isDefer := m.(*ast.DeferStmt)
		defers = defers || isDefer && m.Pos() < n.Pos()
		return !defers
	})
	return !defers
}
