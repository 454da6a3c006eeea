package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// Overwritten reports whether nobody reads what a goroutine assigns to v: wherever
// else in the body of the function that declares it v is read, the goroutine has not
// begun, or v has been given another value since. lit is what the goroutine runs, a
// function literal's body within that body.
func Overwritten(info *types.Info, body, lit *ast.BlockStmt, v *types.Var) bool {
	if v.Pos() < body.Pos() || body.End() <= v.Pos() {
		return false
	}
	r := &reader{info: info, lit: lit, v: v}
	r.list(body.List, true)
	return !r.read
}

// reader looks for where v is read with the value that lit assigns.
type reader struct {
	info *types.Info
	lit  *ast.BlockStmt
	v    *types.Var
	read bool
}

// list follows statements one after the other; own tells, here and below, that v has
// a value that is not lit's.
func (r *reader) list(stmts []ast.Stmt, own bool) {
	for _, s := range stmts {
		own = r.stmt(s, own)
	}
}

// stmt follows one statement, and returns whether v has a value of its own after it.
func (r *reader) stmt(s ast.Stmt, own bool) bool {
	if s == nil {
		return own
	}
	begins := s.Pos() <= r.lit.Pos() && r.lit.End() <= s.End()
	switch s := s.(type) {
	case *ast.BlockStmt:
		r.list(s.List, own)
	case *ast.IfStmt:
		own = r.stmt(s.Init, own)
		r.look(s.Cond, own)
		r.stmt(s.Body, own)
		r.stmt(s.Else, own)
	case *ast.AssignStmt:
		for _, e := range s.Rhs {
			r.look(e, own && !begins)
		}
		for _, e := range s.Lhs {
			if !r.is(e) || s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
				r.look(e, own)
			}
		}
		return !begins && (own || slices.ContainsFunc(s.Lhs, r.is))
	default:
		r.look(s, own && !begins)
	}
	return own && !begins
}

// look notes that v is read in n: where it has no value of its own, by its address,
// or in a function that runs at another time.
func (r *reader) look(n ast.Node, own bool) {
	inside := false
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.BlockStmt:
			return m != r.lit
		case *ast.FuncLit:
			if m.Body != r.lit {
				r.read = r.read || r.mentions(m)
			}
			return m.Body == r.lit
		case *ast.UnaryExpr:
			inside = inside || m.Op == token.AND && r.is(m.X)
		case *ast.Ident:
			inside = inside || !own && r.is(m)
		}
		return true
	})
	r.read = r.read || inside
}

func (r *reader) is(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && r.info.ObjectOf(id) == r.v
}

// mentions reports whether v is used in n outside lit.
func (r *reader) mentions(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		if m == ast.Node(r.lit) {
			return false
		}
		id, ok := m.(*ast.Ident)
		found = found || ok && r.is(id)
		return !found
	})
	return found
}
