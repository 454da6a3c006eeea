package signals

import (
	"go/ast"
	"go/token"
	"slices"
)

// Reloading reports whether the signal called name asks a program for something
// other than to end: to read its configuration again, by custom.
func Reloading(name string) bool { return name == "SIGHUP" || name == "SIGUSR1" || name == "SIGUSR2" }

// BehindReload reports whether n is done only when a signal has come that asks
// for a reload: it stands behind a receive from a channel of such signals.
func (si *Signals) BehindReload(n ast.Node) bool {
	cur, ok := si.src.Find(n)
	if !ok {
		return false
	}
	for c := cur; ; c = c.Parent() {
		_, i := c.ParentEdge()
		switch p := c.Parent().Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit, *ast.File, nil:
			return false
		case *ast.RangeStmt:
			if c.Node() == p.Body && si.onlyReloads(p.X) {
				return true
			}
		case *ast.CommClause:
			if c.Node() != p.Comm && si.receives(p.Comm) {
				return true
			}
		case *ast.BlockStmt:
			if slices.ContainsFunc(p.List[:i], si.receives) {
				return true
			}
		}
	}
}

// receives reports whether s is a receive from a channel of signals that ask
// for a reload.
func (si *Signals) receives(s ast.Stmt) bool {
	var e ast.Expr
	switch s := s.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		e = s.Rhs[0]
	}
	u, ok := ast.Unparen(e).(*ast.UnaryExpr)
	return ok && u.Op == token.ARROW && si.onlyReloads(u.X)
}

// onlyReloads reports whether what comes out of the channel e are signals that
// ask for a reload.
func (si *Signals) onlyReloads(e ast.Expr) bool {
	ch := si.src.Object(e)
	return ch != nil && slices.ContainsFunc(si.Subscriptions(), func(s *Subscription) bool {
		return s.channel == ch && !s.All && !s.Unknown && len(s.Signals) > 0 &&
			!slices.ContainsFunc(s.Signals, func(name string) bool { return !Reloading(name) })
	})
}
