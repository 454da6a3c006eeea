package drain

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// mender makes the fixes of stops.
type mender struct {
	*rule.Pass
	grace time.Duration
	named map[*ast.FuncDecl]int // how many fixes declare variables in a function
	lost  []*program.Listener   // those of servers whose drain nobody waits for
}

// limit returns the drain time that a fix writes, of at most that many
// seconds: a sixth less than the grace period, so that something is left of it
// when the drain has ended. It is 0 when that is too short to be written.
func (m *mender) limit(most int) int {
	return min(most, int(m.grace*5/6/time.Second))
}

// revive returns the fix that parts the context of s from what has ended it,
// and gives it a time limit if it has none then; nil when that is not one safe
// edit.
func (m *mender) revive(s *program.Stop) *analysis.SuggestedFix {
	if s == nil {
		return nil
	}
	mend := m.Program.Mend(s)
	seconds := m.limit(8) // Cloud Run waits for 10
	if mend.Context == nil || !source.Steady(mend.Context) || seconds < 1 {
		return nil
	}
	return m.Fix(s.Call, func(e *rule.Edit) string {
		parent := e.Apart(e.Text(mend.Context), mend.Context.Pos())
		if mend.Limited {
			e.Replace(mend.Context, parent)
			if mend.Length > m.grace && !m.shortened(e, mend.Time) {
				return ""
			}
			return "derive the context of the drain from one that has not ended"
		}
		stmt := e.Statement(s.Call)
		if !inHead(stmt, s.Call) || !m.known(mend.Context, stmt.Pos()) || m.repeated(stmt) {
			return ""
		}
		drain, cancel := m.names(e, stmt.Pos())
		e.Before(stmt,
			fmt.Sprintf("%s, %s := %s(%s, %d*%s)", drain, cancel, e.Use("context", "WithTimeout", stmt.Pos()), parent, seconds, e.Use("time", "Second", stmt.Pos())),
			"defer "+cancel+"()",
		)
		e.Replace(mend.Context, drain)
		return "give the drain a context that has not ended"
	})
}

// outlive returns the fix that parts the context that requests run in from the
// signal: the drain has a limit of its own. Where the program cancels it, there
// is a reason for that, and no fix.
func (m *mender) outlive(c *program.Cut) *analysis.SuggestedFix {
	if c.How != program.CutBySignal || !source.Steady(c.At) {
		return nil
	}
	return m.Fix(c.At, func(e *rule.Edit) string {
		if !e.AtLeast("go1.21") {
			return ""
		}
		e.Replace(c.At, e.Apart(e.Text(c.At), c.At.Pos()))
		return "let requests run in a context that does not end at the signal"
	})
}

// await returns the fix that makes main wait for the drain before it ends: by the
// channel that is there for that. It is nil when the start of the
// server could fail and main then wait for what never comes.
func (m *mender) await(l *program.Listener, stops []*program.Stop) *analysis.SuggestedFix {
	main, last, ok := m.Program.LastStart(l)
	if !ok || len(stops) != 1 || stops[0].Call == nil {
		return nil
	}
	by := m.Program.Tells(stops[0].Call)
	cond, isIf := last[len(last)-1].(*ast.IfStmt)
	if by == nil || by.Parent() != m.TypesInfo.Scopes[main.Type] || !isIf || cond.Else != nil || len(cond.Body.List) == 0 || !m.Program.Terminates(cond.Body.List[len(cond.Body.List)-1]) {
		return nil
	}
	return m.Fix(l.Node, func(e *rule.Edit) string {
		e.After(cond, "<-"+by.Name())
		return "wait for the drain before main ends"
	})
}

// names returns names for a context and what cancels it, which no other fix in
// the function takes.
func (m *mender) names(e *rule.Edit, at token.Pos) (drain, cancel string) {
	n := ""
	for _, f := range m.Files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Pos() <= at && at < fn.End() {
				if m.named[fn]++; m.named[fn] > 1 {
					n = fmt.Sprint(m.named[fn])
				}
			}
		}
	}
	return e.Fresh("drain"+n, at), e.Fresh("cancelDrain"+n, at)
}

// inHead reports whether call is evaluated once when s is, and first: before
// the statements in it.
func inHead(s ast.Stmt, call *ast.CallExpr) bool {
	var heads []ast.Node
	switch s := s.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt:
		heads = []ast.Node{s}
	case *ast.IfStmt:
		heads = []ast.Node{s.Cond}
		if s.Init != nil {
			heads = []ast.Node{s.Init, s.Cond}
		}
	}
	for _, h := range heads {
		if h.Pos() <= call.Pos() && call.End() <= h.End() {
			return true
		}
	}
	return false
}

// repeated reports whether s stands in a loop that may come to it again: each
// time would add to what is deferred, and to the time that the drain takes.
func (m *mender) repeated(s ast.Stmt) bool {
	for _, n := range m.Path(s) {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		case *ast.BlockStmt:
			if leaves(n.List) {
				return false
			}
		case *ast.CommClause:
			if leaves(n.Body) {
				return false
			}
		case *ast.CaseClause:
			if leaves(n.Body) {
				return false
			}
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
	}
	return false
}

// leaves reports whether a list of statements ends with a return.
func leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	_, ok := list[len(list)-1].(*ast.ReturnStmt)
	return ok
}

// known reports whether the variables in e are declared before at.
func (m *mender) known(e ast.Expr, at token.Pos) bool {
	known := true
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			obj := m.TypesInfo.Uses[id]
			local := obj != nil && obj.Parent() != nil && obj.Parent() != m.Pkg.Scope() && obj.Pkg() == m.Pkg
			known = known && (!local || obj.Pos() < at)
		}
		return known
	})
	return known
}

// shorten returns the fix that makes the time limit of s fit into the grace
// period, or nil when it is not written in seconds, minutes or hours where the
// context is made: a constant or a variable has its name for a reason.
func (m *mender) shorten(s *program.Stop) *analysis.SuggestedFix {
	limit := m.Program.Mend(s).Time
	if limit == nil {
		return nil
	}
	return m.Fix(s.Call, func(e *rule.Edit) string {
		if !m.shortened(e, limit) {
			return ""
		}
		return "make the drain end before the platform kills the program"
	})
}

// shortened replaces a time limit by one within the grace period, if it can.
func (m *mender) shortened(e *rule.Edit, limit ast.Expr) bool {
	seconds := m.limit(3600)
	if seconds < 1 || !m.literal(limit) {
		return false
	}
	times := "*"
	if strings.Contains(e.Text(limit), " ") {
		times = " * "
	}
	e.Replace(limit, fmt.Sprint(seconds)+times+e.Use("time", "Second", limit.Pos()))
	return true
}

// literal reports whether e is made of numbers and the units of package time.
func (m *mender) literal(e ast.Expr) bool {
	units, plain := 0, true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			obj := m.TypesInfo.Uses[n]
			if _, isPackage := obj.(*types.PkgName); isPackage {
				return false
			}
			if _, isConst := obj.(*types.Const); !isConst || obj.Pkg() == nil || obj.Pkg().Path() != "time" {
				plain = false
			}
			units++
		case nil, *ast.BinaryExpr, *ast.BasicLit, *ast.SelectorExpr, *ast.ParenExpr:
		default:
			plain = false
		}
		return plain
	})
	return plain && units > 0
}
