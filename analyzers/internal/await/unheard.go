package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
)

// Unheard is how the error of a start in a goroutine fails to reach anybody.
type Unheard uint8

// The ways.
const (
	Heard  Unheard = iota // as far as can be told
	Logged                // it is logged, and nobody else is told
	Lost                  // it is assigned to what is returned before it is set
)

// Unheard tells what becomes of the error of call when it runs in a goroutine
// that main does not wait for, so that the process lives on without what call
// starts.
func (aw *Waits) Unheard(call *ast.CallExpr) Unheard {
	cur, ok := aw.src.Find(call)
	if !ok {
		return Heard
	}
	lit, ok := aw.src.Function(call).(*ast.FuncLit)
	if !ok {
		return Heard
	}
	start := aw.goOf(lit)
	if start == nil {
		return Heard
	}
	if aw.losesTo(cur, lit, start) {
		return Lost
	}
	if !aw.src.Main || !aw.onlyLogs(cur) || aw.mayExit(lit.Body) || aw.Endings.LastThing(start, 0) {
		return Heard
	}
	var told identity
	aw.says(lit.Body, &told, 0, func(ast.Node) bool { return true })
	if told.unknown || len(told.held) > 0 || aw.sets(lit) {
		return Heard
	}
	return Logged
}

// mayExit reports whether a call in n may end the process.
func (aw *Waits) mayExit(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			fn := aw.src.Callee(call)
			found = aw.Endings.Exits(call) || fn != nil && aw.Endings.MayExit(fn)
		}
		return !found
	})
	return found
}

// goOf returns the go statement that calls lit, or nil.
func (aw *Waits) goOf(lit *ast.FuncLit) *ast.GoStmt {
	cur, ok := aw.src.Find(lit)
	if !ok {
		return nil
	}
	call := callOf(cur)
	if call == nil {
		return nil
	}
	s, _ := cur.Parent().Parent().Node().(*ast.GoStmt)
	return s
}

// onlyLogs reports whether the error of the call at cur is given to a logger,
// and to nothing else: log.Print(f()), or if err := f(); err != nil { log … }.
func (aw *Waits) onlyLogs(cur inspector.Cursor) bool {
	switch n := cur.Parent().Node().(type) {
	case *ast.CallExpr:
		s, ok := cur.Parent().Parent().Node().(*ast.ExprStmt)
		return ok && aw.logs(s, 0)
	case *ast.AssignStmt:
		if len(n.Lhs) != 1 {
			return false
		}
		v, ok := aw.src.Object(n.Lhs[0]).(*types.Var)
		cond := aw.Endings.NextCondition(cur.Parent())
		if !ok || cond == nil || cond.Else != nil || !aw.src.Uses(cond.Cond, v) || len(cond.Body.List) == 0 {
			return false
		}
		id, ok := n.Lhs[0].(*ast.Ident)
		if !ok || !aw.Endings.OnlyUsedIn(v, aw.src.Function(n), cond, id) {
			return false
		}
		for _, s := range cond.Body.List {
			if _, returns := s.(*ast.ReturnStmt); !returns && !aw.logs(s, 0) {
				return false
			}
		}
		return true
	}
	return false
}

// logs reports whether s only writes to a log.
func (aw *Waits) logs(s ast.Stmt, depth int) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(e.X).(*ast.CallExpr)
	if !ok || aw.Endings.Exits(call) || aw.Endings.ExitsInside(call) {
		return false
	}
	fn := aw.src.Callee(call)
	if d := aw.src.Decl(fn); d != nil && d.Body != nil && len(d.Body.List) > 0 { // a log of the program's own
		return depth < 3 && !slices.ContainsFunc(d.Body.List, func(s ast.Stmt) bool { return !aw.logs(s, depth+1) })
	}
	return fn != nil && fn.Pkg() != nil && ending.LogsEvent(fn.Name()) && !aw.Endings.MayExit(fn)
}

// sets reports whether lit assigns a variable of the functions around it, by
// which others may be told.
func (aw *Waits) sets(lit *ast.FuncLit) bool {
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok || as.Tok == token.DEFINE {
			return !found
		}
		for _, lhs := range as.Lhs {
			v, ok := aw.src.Object(lhs).(*types.Var)
			found = found || !ok || v.IsField() || v.Pos() < lit.Pos() || lit.End() <= v.Pos()
		}
		return !found
	})
	return found
}

// losesTo reports whether the error of the call at cur is assigned to a variable
// of the function around start, the goroutine, that this returns without waiting
// for anything.
func (aw *Waits) losesTo(cur inspector.Cursor, lit *ast.FuncLit, start *ast.GoStmt) bool {
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || as.Tok != token.ASSIGN || len(as.Lhs) != 1 {
		return false
	}
	v, ok := aw.src.Object(as.Lhs[0]).(*types.Var)
	outer := aw.src.Function(start)
	if !ok || v.IsField() || outer == nil || body(outer) == nil || v.Pos() < outer.Pos() || outer.End() <= v.Pos() || lit.Pos() <= v.Pos() && v.Pos() < lit.End() {
		return false
	}
	returned, otherwise := false, false
	ast.Inspect(body(outer), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			if n.Pos() > start.End() {
				for _, r := range n.Results {
					returned = returned || aw.src.IsVar(r, v)
				}
				return false
			}
		case *ast.Ident:
			otherwise = otherwise || aw.src.Info.Uses[n] == v && n != as.Lhs[0]
		}
		return true
	})
	if !returned || otherwise {
		return false
	}
	waits := false
	ast.Inspect(body(outer), func(n ast.Node) bool {
		if n == nil || waits {
			return false
		}
		if n.Pos() < start.End() && n.End() <= start.End() {
			return false
		}
		if s, ok := n.(ast.Stmt); ok && s.Pos() >= start.End() {
			waits = aw.Endings.MayWait(s, 0)
			return false
		}
		return true
	})
	return !waits
}
