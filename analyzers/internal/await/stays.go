package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// stays reports whether a function with this body goes on until it is told to end: it
// loops around a wait that is all that it leaves by, takes what comes on a channel until
// that is closed, waits for the end of a context, or calls another that stays.
// Have: for { select { case <-ctx.Done(): return nil; case <-ticker.C: work() } }
func (aw *Waits) stays(body *ast.BlockStmt, depth int) bool {
	return depth < 4 && slices.ContainsFunc(body.List, func(s ast.Stmt) bool {
		switch s := s.(type) {
		case *ast.ForStmt:
			return s.Cond == nil && slices.ContainsFunc(s.Body.List, aw.waits) && !slices.ContainsFunc(s.Body.List, func(s ast.Stmt) bool {
				return !aw.waits(s) && ending.MayLeave(s)
			})
		case *ast.RangeStmt:
			_, received := aw.src.Info.TypeOf(s.X).Underlying().(*types.Chan)
			return received && !slices.ContainsFunc(s.Body.List, ending.MayLeave)
		case *ast.ExprStmt:
			wait, ok := ast.Unparen(s.X).(*ast.UnaryExpr)
			return ok && wait.Op == token.ARROW && source.DoneOf(wait.X) != nil || aw.staysIn(s.X, depth)
		case *ast.ReturnStmt:
			return len(s.Results) == 1 && aw.staysIn(s.Results[0], depth)
		}
		return false
	})
}

// waits reports whether s is a wait for one of several things, or for one.
func (aw *Waits) waits(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.SelectStmt:
		return !slices.ContainsFunc(s.Body.List, func(c ast.Stmt) bool { return c.(*ast.CommClause).Comm == nil })
	case *ast.ExprStmt:
		wait, ok := ast.Unparen(s.X).(*ast.UnaryExpr)
		return ok && wait.Op == token.ARROW
	}
	return false
}

// staysIn reports whether e is a call of a function that stays, of this package or of
// another of its modules.
func (aw *Waits) staysIn(e ast.Expr, depth int) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := aw.src.Callee(call)
	d := aw.src.Decl(fn)
	return aw.Endings.StaysElsewhere(fn) || d != nil && d.Body != nil && aw.stays(d.Body, depth+1)
}
