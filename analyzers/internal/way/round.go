package way

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
)

// EachRound reports whether s is made in every round of a loop over a
// collection, and none of the rounds waits for its end: what all elements of
// the collection make is open at one time. A loop that is left once it has
// come that far tries one element after the other.
func (wy *Ways) EachRound(s *ending.Start) bool {
	switch {
	case s.Each || s.Of != nil && wy.EachRound(s.Of):
		return true
	case s.Node == nil:
		return false
	}
	c, ok := wy.src.Find(s.Node)
	if !ok {
		return false
	}
	fn := wy.src.EnclosingFunc(s.Node.Pos())
	waits := fn != nil && wy.blocksAt(fn, s, c)
	for {
		kind, i := c.ParentEdge()
		parent := c.Parent()
		switch n := parent.Node().(type) {
		case *ast.FuncDecl, *ast.File, nil:
			return false
		case *ast.GoStmt:
			waits = false
		case *ast.FuncLit:
			switch k := parent.ParentEdgeKind(); {
			case k == edge.CallExpr_Fun:
			case k == edge.CallExpr_Args && runs(wy.src.Callee(parent.Parent().Node().(*ast.CallExpr))):
				waits = false
			default:
				return false
			}
		case *ast.DeferStmt, *ast.ForStmt, *ast.CaseClause, *ast.CommClause:
			return false
		case *ast.IfStmt:
			if kind != edge.IfStmt_Init && kind != edge.IfStmt_Cond {
				return false
			}
		case *ast.BlockStmt:
			for _, before := range n.List[:i] {
				waits = waits || wy.waitsIn(before, nil, 0)
			}
		case *ast.RangeStmt:
			return kind == edge.RangeStmt_Body && !waits && !wy.leftEarly(parent)
		}
		c = parent
	}
}

// leftEarly reports whether the loop at c may be left, or wait for ever, before
// all its rounds are over, other than for an error.
func (wy *Ways) leftEarly(c inspector.Cursor) bool {
	left := false
	body := c.Node().(*ast.RangeStmt).Body
	c.Inspect([]ast.Node{
		(*ast.FuncLit)(nil), (*ast.IfStmt)(nil), (*ast.ReturnStmt)(nil), (*ast.BranchStmt)(nil), (*ast.SelectStmt)(nil), (*ast.SwitchStmt)(nil),
	}, func(in inspector.Cursor) bool {
		switch n := in.Node().(type) {
		case *ast.FuncLit:
			return false
		case *ast.IfStmt:
			return n.Else != nil || !ending.IsErrorCheck(wy.src.Info, n.Cond, token.NEQ)
		case *ast.ReturnStmt:
			left = true
		case *ast.BranchStmt:
			left = left || n.Tok != token.CONTINUE
		}
		return true
	})
	for _, s := range body.List {
		left = left || wy.ends.Terminates(s) || wy.waitsIn(s, nil, 0)
	}
	return left
}
