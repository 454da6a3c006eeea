package noshutdown

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/rule"
)

// shape fixes the last statements of main, the first of which has the start in
// it, and reports whether it knows how.
func (f *fix) shape(last []ast.Stmt) bool {
	switch s := last[0].(type) {
	case *ast.ExprStmt:
		return len(last) == 1 && f.expression(s)
	case *ast.AssignStmt:
		return f.assignment(s, last[1:])
	case *ast.IfStmt:
		return len(last) == 1 && f.condition(s)
	}
	return false
}

// expression fixes a start that is a statement by itself, or an argument of
// one: log.Fatal(http.ListenAndServe(addr, h)).
func (f *fix) expression(s *ast.ExprStmt) bool {
	declare, ok := f.errorVar("err")
	if !ok {
		return false
	}
	if ast.Unparen(s.X) == f.call {
		f.serve(s.Pos(), s.End(), "err", declare, f.dropped())
		return true
	}
	if !f.isArgument(s.X) || usesName(s, "err") {
		return false
	}
	before := f.Text(rule.Range{From: s.Pos(), To: f.call.Pos()})
	after := f.Text(rule.Range{From: f.call.End(), To: s.End()})
	f.serve(s.Pos(), s.End(), "err", declare, "\tif "+f.check("err")+" {\n\t\t"+before+"err"+after+"\n\t}")
	return true
}

// dropped returns what is done about an error that nobody looked at: it is
// logged, and main ends as before.
func (f *fix) dropped() string {
	return "\tif " + f.check("err") + " {\n\t\t" + f.Use("log", "Print", f.at) + "(err)\n\t}"
}

// isArgument reports whether the start is the argument of a call in e, and
// nothing else in e could tell whether it is called before or after the start:
// log.Fatal(…), log.Fatal().Err(…).Msg("listen").
func (f *fix) isArgument(e ast.Expr) bool {
	found := false
	for e != nil {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok {
			return found && steady(e)
		}
		if call.Ellipsis.IsValid() {
			return false
		}
		for _, a := range call.Args {
			switch {
			case ast.Unparen(a) == f.call && !found:
				found = true
			case !steady(a):
				return false
			}
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			_, plain := ast.Unparen(call.Fun).(*ast.Ident)
			return found && plain
		}
		e = sel.X
	}
	return false
}

// steady reports whether e has the same value whenever it is asked for, and
// asking changes nothing: a constant, a variable, a field.
func steady(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit, *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return steady(e.X)
	case *ast.BinaryExpr:
		return steady(e.X) && steady(e.Y)
	}
	return false
}

func usesName(n ast.Node, name string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

// assignment fixes err := http.ListenAndServe(addr, h), with or without a
// statement behind it that looks at err.
func (f *fix) assignment(s *ast.AssignStmt, next []ast.Stmt) bool {
	v, ok := f.assigned(s)
	if !ok {
		return false
	}
	if v == nil { // _ = …
		declare, ok := f.errorVar("err")
		if !ok || len(next) > 0 {
			return false
		}
		f.serve(s.Pos(), s.End(), "err", declare, f.dropped())
		return true
	}
	declare := s.Tok == token.DEFINE
	if len(next) != 1 || declare && f.local(v.Name()) != v {
		return false
	}
	switch next := next[0].(type) {
	case *ast.IfStmt:
		if next.Init != nil || next.Else != nil || !f.guard(next.Cond, v) {
			return false
		}
	case *ast.ExprStmt:
		// log.Fatal(err): what is left of it happens in case of an error only.
		call, ok := next.X.(*ast.CallExpr)
		if !ok || !f.Program.Exits(call) {
			return false
		}
		f.Replace(next, "if "+f.check(v.Name())+" {\n\t\t"+f.Text(next)+"\n\t}")
	default:
		return false
	}
	f.serve(s.Pos(), s.End(), v.Name(), declare, "")
	return true
}

// assigned returns the variable that s puts the error of the start into, which
// is nil if that is _. ok is false for other assignments.
func (f *fix) assigned(s *ast.AssignStmt) (v *types.Var, ok bool) {
	if len(s.Lhs) != 1 || len(s.Rhs) != 1 || ast.Unparen(s.Rhs[0]) != f.call || s.Tok != token.DEFINE && s.Tok != token.ASSIGN {
		return nil, false
	}
	id, ok := s.Lhs[0].(*ast.Ident)
	if !ok {
		return nil, false
	}
	if id.Name == "_" {
		return nil, true
	}
	v, ok = f.TypesInfo.ObjectOf(id).(*types.Var)
	return v, ok && types.Identical(v.Type(), types.Universe.Lookup("error").Type())
}

// condition fixes if err := http.ListenAndServe(addr, h); err != nil { … }.
func (f *fix) condition(s *ast.IfStmt) bool {
	init, ok := s.Init.(*ast.AssignStmt)
	if !ok || s.Else != nil {
		return false
	}
	v, ok := f.assigned(init)
	if !ok || v == nil || !f.guard(s.Cond, v) {
		return false
	}
	declare := false
	if init.Tok == token.DEFINE {
		if declare, ok = f.errorVar(v.Name()); !ok {
			return false
		}
	}
	f.serve(s.Pos(), s.Cond.Pos(), v.Name(), declare, "\tif ")
	return true
}

// guard makes cond, which looks at the error in v, tell a failure from a
// server that was stopped, as far as it does not do so yet.
func (f *fix) guard(cond ast.Expr, v *types.Var) bool {
	any, closed := f.Program.ErrorCheck(cond, v)
	switch {
	case any && !closed && f.way.closed:
		f.Replace(rule.Range{From: cond.End(), To: cond.End()}, " && !"+f.isClosed(v.Name()))
	case closed && !any:
		// A stop that succeeded leaves no error at all.
		f.Replace(rule.Range{From: cond.Pos(), To: cond.Pos()}, v.Name()+" != nil && ")
	}
	return any || closed
}
