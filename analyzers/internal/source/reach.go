package source

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// This file is about where code runs: behind what, how often, and in what goroutine.

// Behind reports whether the function around n itself receives, before n, from what
// asked accepts: not in another case of a select.
func (p *Package) Behind(n ast.Node, asked func(ast.Expr) bool) bool {
	fn := p.Function(n)
	cur, ok := p.Find(n)
	if fn == nil || !ok {
		return false
	}
	var others []ast.Stmt // the cases of selects around n, with its own
	for clause := range cur.Enclosing((*ast.CommClause)(nil)) {
		others = append(others, clause.Parent().Node().(*ast.BlockStmt).List...)
	}
	found, inPlace := false, fn
	ast.Inspect(fn, func(m ast.Node) bool {
		beside := false
		switch m := m.(type) {
		case *ast.GoStmt, *ast.DeferStmt:
			beside = true
		case *ast.FuncLit:
			beside = m != inPlace && m != fn // it may be called in a goroutine, or later
		case *ast.CallExpr:
			inPlace = ast.Unparen(m.Fun)
		case *ast.CommClause:
			beside = slices.Contains(others, ast.Stmt(m)) && (n.Pos() < m.Pos() || m.End() < n.End())
		}
		u, ok := m.(*ast.UnaryExpr)
		found = found || ok && u.Op == token.ARROW && u.End() <= n.Pos() && asked(u.X)
		return !found && !beside
	})
	return found
}

// Repeated reports whether n stands in a loop of the function around it.
func (p *Package) Repeated(n ast.Node) bool {
	cur, ok := p.Find(n)
	if !ok {
		return true
	}
	for c := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch c.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
		return false
	}
	return true
}

// Goes reports whether n is a call that a go statement makes, or what it calls:
// go srv.Shutdown(ctx).
func (p *Package) Goes(n ast.Node) bool {
	if call, ok := n.(*ast.CallExpr); ok {
		return p.IsGo(call)
	}
	cur, ok := p.Find(n)
	if !ok {
		return false
	}
	call := CallOf(cur)
	return call != nil && p.IsGo(call)
}

// GoOf returns the go statement that calls lit, where it stands or by the variable
// that holds it, or nil.
func (p *Package) GoOf(lit *ast.FuncLit) *ast.GoStmt {
	cur, ok := p.Find(lit)
	if !ok {
		return nil
	}
	if as, isAssign := cur.Parent().Node().(*ast.AssignStmt); isAssign && as.Tok == token.DEFINE && len(as.Lhs) == 1 {
		v, _ := p.Object(as.Lhs[0]).(*types.Var)
		if v == nil {
			return nil
		}
		uses := slices.DeleteFunc(slices.Clone(p.Variable(v).Uses), func(use inspector.Cursor) bool { return use.Node() == as.Lhs[0] })
		if len(uses) != 1 {
			return nil
		}
		cur = uses[0]
	}
	if CallOf(cur) == nil {
		return nil
	}
	s, _ := cur.Parent().Parent().Node().(*ast.GoStmt)
	return s
}
