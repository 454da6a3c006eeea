package ending

import (
	"go/ast"
	"go/token"
)

// GoesRound returns the loop in which n is done again and again: what comes
// after n, as far as it is in sight, goes on with the next round. It is nil when
// there is none, or when that leaves the loop. A loop that counts, or goes
// through a list, has an end of its own and is none.
func (en *Endings) GoesRound(n ast.Node) *ast.ForStmt {
	c, ok := en.src.Find(n)
	if !ok {
		return nil
	}
	stays := true
	for {
		_, i := c.ParentEdge()
		parent := c.Parent()
		var behind []ast.Stmt
		switch p := parent.Node().(type) {
		case *ast.FuncDecl, *ast.File, nil:
			return nil
		case *ast.FuncLit:
			stays = true // what comes after n in here is not in the loop
		case *ast.ReturnStmt:
			stays = false
		case *ast.CommClause:
			if c.Node() != p.Comm {
				behind = p.Body[i:]
			}
		case *ast.CaseClause:
			if i < len(p.Body) && p.Body[i] == c.Node() {
				behind = p.Body[i:]
			}
		case *ast.BlockStmt:
			behind = p.List[i:]
		case *ast.ForStmt:
			if p.Post == nil {
				if stays {
					return p
				}
				return nil
			}
		}
		for _, s := range behind {
			stays = stays && !en.leaves(s, inClause(parent.Node()))
		}
		c = parent
	}
}

// inClause reports whether n is a case, which a break ends.
func inClause(n ast.Node) bool {
	switch n.(type) {
	case *ast.CommClause, *ast.CaseClause:
		return true
	}
	return false
}

// leaves reports whether the statement s leaves the loop around it; inside says
// that a break leaves only a select or switch in it.
func (en *Endings) leaves(s ast.Stmt, inside bool) bool {
	if b, ok := s.(*ast.BranchStmt); ok {
		return b.Tok == token.GOTO || b.Tok == token.BREAK && (b.Label != nil || !inside)
	}
	return en.Terminates(s)
}
