package ending

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Condition is something that holds wherever a node is reached: Of is true, or
// it is equal to one of Is where there are any; with Not the opposite.
type Condition struct {
	Of  ast.Expr
	Is  []ast.Expr
	Not bool
}

// Conditions returns what holds where n runs, from the start of the declared
// function around it on: the conditions of the branches that n stands in, and
// those of the branches before it that leave. Of a condition with several parts
// it has those that hold by themselves.
func (en *Endings) Conditions(n ast.Node) []Condition {
	c, ok := en.src.Find(n)
	if !ok {
		return nil
	}
	var out []Condition
	for {
		kind, i := c.ParentEdge()
		parent := c.Parent()
		switch n := parent.Node().(type) {
		case *ast.FuncDecl, *ast.File, nil:
			return out
		case *ast.IfStmt:
			switch kind {
			case edge.IfStmt_Body:
				out = holding(out, n.Cond, true)
			case edge.IfStmt_Else:
				out = holding(out, n.Cond, false)
			}
		case *ast.BinaryExpr:
			if kind == edge.BinaryExpr_Y && (n.Op == token.LAND || n.Op == token.LOR) {
				out = holding(out, n.X, n.Op == token.LAND)
			}
		case *ast.CaseClause:
			if kind == edge.CaseClause_Body {
				out = en.leaving(out, n.Body[:i])
				out = inCase(out, n, parent)
			}
		case *ast.BlockStmt:
			out = en.leaving(out, n.List[:i])
		case *ast.CommClause:
			if kind == edge.CommClause_Body {
				out = en.leaving(out, n.Body[:i])
			}
		}
		c = parent
	}
}

// Exclusive reports whether a and b stand in two branches of one if statement
// or switch, or one in a branch that leaves before the other, so that one of
// them runs at most.
func (en *Endings) Exclusive(a, b ast.Node) bool {
	around := en.src.Outermost(a.Pos())
	if around == nil || b.Pos() < around.Pos() || around.End() < b.End() {
		return false
	}
	top, ok := en.src.Find(a)
	other, known := en.src.Find(b)
	if !ok || !known {
		return false
	}
	for !top.Contains(other) {
		top = top.Parent()
	}
	switch n := top.Node().(type) {
	case *ast.IfStmt:
		in := func(m ast.Node, branch ast.Stmt) bool {
			return branch != nil && branch.Pos() <= m.Pos() && m.End() <= branch.End()
		}
		return in(a, n.Body) && in(b, n.Else) || in(b, n.Body) && in(a, n.Else)
	case *ast.BlockStmt:
		switch top.Parent().Node().(type) {
		case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return true
		}
		return en.leavesBefore(n.List, a, b) || en.leavesBefore(n.List, b, a)
	case *ast.CaseClause:
		return en.leavesBefore(n.Body, a, b) || en.leavesBefore(n.Body, b, a)
	}
	return false
}

// leavesBefore reports whether a stands in a branch of an if statement of list
// that returns or ends the process, and b in a later statement.
func (en *Endings) leavesBefore(list []ast.Stmt, a, b ast.Node) bool {
	for _, s := range list {
		n, ok := s.(*ast.IfStmt)
		if !ok || b.Pos() < n.End() {
			continue
		}
		branch := branchWith(n, a)
		if branch == nil {
			continue
		}
		last := branch.List[len(branch.List)-1]
		_, jumps := last.(*ast.BranchStmt) // and may come back to b
		return !jumps && en.Terminates(last)
	}
	return false
}

// branchWith returns the branch of n that a stands in, or nil.
func branchWith(n *ast.IfStmt, a ast.Node) *ast.BlockStmt {
	within := func(s ast.Stmt) bool { return s.Pos() <= a.Pos() && a.End() <= s.End() }
	if within(n.Body) {
		return n.Body
	}
	switch otherwise := n.Else.(type) {
	case *ast.IfStmt:
		return branchWith(otherwise, a)
	case *ast.BlockStmt:
		if within(otherwise) {
			return otherwise
		}
	}
	return nil
}

// leaving adds to out what holds behind the statements of list: those that
// leave were not taken.
func (en *Endings) leaving(out []Condition, list []ast.Stmt) []Condition {
	for _, s := range list {
		n, ok := s.(*ast.IfStmt)
		if ok && len(n.Body.List) > 0 && n.Else == nil && en.Terminates(n.Body.List[len(n.Body.List)-1]) {
			out = holding(out, n.Cond, false)
		}
	}
	return out
}

// inCase adds to out what holds in a case of a switch. What one case falls
// through to holds for less.
func inCase(out []Condition, clause *ast.CaseClause, cur inspector.Cursor) []Condition {
	body := cur.Parent()
	sw, ok := body.Parent().Node().(*ast.SwitchStmt)
	if !ok {
		return out
	}
	var before, all []ast.Expr
	for i, s := range sw.Body.List {
		c := s.(*ast.CaseClause)
		if c == clause {
			before = all
			if i > 0 && fallsThrough(sw.Body.List[i-1]) {
				return out
			}
		}
		all = append(all, c.List...)
	}
	switch {
	case sw.Tag != nil && clause.List != nil:
		return append(out, Condition{Of: sw.Tag, Is: clause.List})
	case sw.Tag != nil:
		return append(out, Condition{Of: sw.Tag, Is: all, Not: true})
	case clause.List == nil:
		before = all
	case len(clause.List) == 1:
		out = holding(out, clause.List[0], true)
	}
	for _, e := range before {
		out = holding(out, e, false)
	}
	return out
}

// fallsThrough reports whether s, a case, goes on with the next.
func fallsThrough(s ast.Stmt) bool {
	body := s.(*ast.CaseClause).Body
	if len(body) == 0 {
		return false
	}
	b, ok := body[len(body)-1].(*ast.BranchStmt)
	return ok && b.Tok == token.FALLTHROUGH
}

// holding adds to out what it means that cond is true, or that it is not.
func holding(out []Condition, cond ast.Expr, is bool) []Condition {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return holding(out, e.X, !is)
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			if is == (e.Op == token.LAND) {
				out = holding(holding(out, e.X, is), e.Y, is)
			}
			return out
		case token.EQL, token.NEQ:
			return append(out, Condition{Of: e.X, Is: []ast.Expr{e.Y}, Not: is == (e.Op == token.NEQ)})
		}
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr:
		return append(out, Condition{Of: e.(ast.Expr), Not: !is})
	}
	return out
}

// looksAt reports whether e does no more than to compare the error v holds.
func (en *Endings) looksAt(e ast.Expr, v *types.Var) bool {
	any, closed := en.ErrorCheck(e, v)
	return any || closed || en.OnlyStopped(e, v)
}
