package noshutdown

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/source"
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
	if !source.Argument(s.X, f.call) || source.Mentions(s, "err") {
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

// assignment fixes err := http.ListenAndServe(addr, h), with or without a
// statement behind it that looks at err.
func (f *fix) assignment(s *ast.AssignStmt, next []ast.Stmt) bool {
	if id, ok := s.Lhs[0].(*ast.Ident); ok && id.Name == "_" && len(next) == 0 {
		declare, ok := f.errorVar("err")
		if !ok || len(s.Lhs) != 1 || ast.Unparen(s.Rhs[0]) != f.call {
			return false
		}
		f.serve(s.Pos(), s.End(), "err", declare, f.dropped())
		return true
	}
	v := f.Program.Keeps(s, f.call)
	declare := s.Tok == token.DEFINE
	if v == nil || len(next) != 1 || declare && f.local(v.Name()) != v {
		return false
	}
	switch next := next[0].(type) {
	case *ast.IfStmt:
		if next.Init != nil || next.Else != nil || !f.guard(next.Cond, v) {
			return false
		}
	case *ast.ExprStmt:
		// log.Fatal(err), must(err): there always was an error.
		call, ok := next.X.(*ast.CallExpr)
		if !ok || !f.takes(call, v) {
			return false
		}
		f.Replace(next, "if "+f.check(v.Name())+" {\n\t\t"+f.Text(next)+"\n\t}")
	default:
		return false
	}
	f.serve(s.Pos(), s.End(), v.Name(), declare, "")
	return true
}

// takes reports whether v is an argument of a call.
func (f *fix) takes(call *ast.CallExpr, v *types.Var) bool {
	for _, a := range call.Args {
		if id, ok := ast.Unparen(a).(*ast.Ident); ok && f.TypesInfo.Uses[id] == v {
			return true
		}
	}
	return false
}

// condition fixes if err := http.ListenAndServe(addr, h); err != nil { … }.
func (f *fix) condition(s *ast.IfStmt) bool {
	init, ok := s.Init.(*ast.AssignStmt)
	if !ok || s.Else != nil {
		return false
	}
	v := f.Program.Keeps(init, f.call)
	if v == nil || !f.guard(s.Cond, v) {
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
		f.Replace(rule.Range{From: cond.End(), To: cond.End()}, " && !"+f.IsClosed(v.Name(), f.at))
	case closed && !any:
		// A stop that succeeded leaves no error at all.
		f.Replace(rule.Range{From: cond.Pos(), To: cond.Pos()}, v.Name()+" != nil && ")
	}
	return any || closed
}
