package drain

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// returnsClosed are the servers that return http.ErrServerClosed when they are
// told to stop.
var returnsClosed = map[string]bool{
	"net/http.Server":                  true,
	"github.com/labstack/echo/v4.Echo": true,
}

// guard returns the fix that tells an error of the server that call starts
// from one that says that it was stopped, so that the process does not end: in
// a goroutine that does nothing else then. It is nil elsewhere.
func guard(p *rule.Pass, l *program.Listener, call *ast.CallExpr) *analysis.SuggestedFix {
	last := p.Program.EndsGoroutine(call)
	if call != l.Node || l.Inherited || !returnsClosed[l.Life.Type] || len(last) == 0 {
		return nil
	}
	return p.Fix(call, func(e *rule.Edit) string {
		isOpen := func(err string) string {
			return "!" + e.IsClosed(err, call.Pos())
		}
		const title = "do not take the stop of the server for a failure"
		if s, ok := last[0].(*ast.ExprStmt); ok && len(last) == 1 {
			if !source.Argument(s.X, call) || source.Mentions(s, "err") {
				return ""
			}
			wrap(p, e, s, call, isOpen("err"))
			return title
		}
		cond, err := condition(p, last, call)
		if err == nil {
			return ""
		}
		if any, closed := p.Program.ErrorCheck(cond, err); !any || closed {
			return ""
		}
		e.Replace(rule.Range{From: cond.End(), To: cond.End()}, " && "+isOpen(err.Name()))
		return title
	})
}

// condition returns the condition under which something is done about the
// error of call, and the variable that it is in.
func condition(p *rule.Pass, last []ast.Stmt, call *ast.CallExpr) (ast.Expr, *types.Var) {
	s, ok := last[len(last)-1].(*ast.IfStmt)
	if !ok || s.Else != nil {
		return nil, nil
	}
	kept := s.Init
	if len(last) == 2 && kept == nil {
		kept = last[0]
	}
	return s.Cond, p.Program.Keeps(kept, call)
}

// wrap puts s, the last statement of a block that call is an argument in, into
// an if statement with the given condition on err, the error of call.
func wrap(p *rule.Pass, e *rule.Edit, s *ast.ExprStmt, call *ast.CallExpr, cond string) {
	before, after := e.Text(rule.Range{From: s.Pos(), To: call.Pos()}), e.Text(rule.Range{From: call.End(), To: s.End()})
	from, to := s.Pos(), s.End()
	indent := func(s ast.Stmt) string { return "\n" + strings.Repeat("\t", p.Fset.Position(s.Pos()).Column-1) }
	in := indent(s)
	head, tail := "", ""
	if block := blockAround(p, s); p.Fset.Position(block.Lbrace).Line == p.Fset.Position(s.Pos()).Line {
		outer := e.Statement(block)
		if outer == nil {
			e.Refuse()
			return
		}
		from, to = block.Lbrace+1, block.Rbrace
		in = indent(outer) + "\t"
		head, tail = in, indent(outer)
	}
	e.Replace(rule.Range{From: from, To: call.Pos()}, head+"if err := ")
	e.Replace(rule.Range{From: call.End(), To: to}, "; "+cond+" {"+in+"\t"+before+"err"+after+in+"}"+tail)
}

// blockAround returns the innermost block that s is in.
func blockAround(p *rule.Pass, s ast.Stmt) *ast.BlockStmt {
	for _, n := range p.Path(s) {
		if block, ok := n.(*ast.BlockStmt); ok {
			return block
		}
	}
	return nil
}
