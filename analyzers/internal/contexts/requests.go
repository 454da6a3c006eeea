package contexts

import (
	"go/ast"
	"go/types"
)

// This file is about the contexts that requests run in.

// OfRequests reports whether obj is a field of the servers of net/http that
// gives requests their context, or may.
func OfRequests(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && v.IsField() && v.Pkg() != nil && v.Pkg().Path() == "net/http" && (v.Name() == "BaseContext" || v.Name() == "ConnContext" || v.Name() == "Handler")
}

// HandedOn returns the contexts with which a handler of this type and body hands
// all requests on: next.ServeHTTP(w, r.WithContext(ctx)).
func (cx *Contexts) HandedOn(t *ast.FuncType, body *ast.BlockStmt) []ast.Expr {
	var out []ast.Expr
	for _, s := range body.List {
		e, ok := s.(*ast.ExprStmt)
		if !ok {
			continue
		}
		serve, ok := ast.Unparen(e.X).(*ast.CallExpr)
		if !ok || cx.src.CalleeName(serve) != "(net/http.Handler).ServeHTTP" || len(serve.Args) != 2 {
			continue
		}
		with, ok := ast.Unparen(serve.Args[1]).(*ast.CallExpr)
		if !ok || cx.src.CalleeName(with) != "(*net/http.Request).WithContext" || len(with.Args) != 1 {
			continue
		}
		if r, ok := cx.src.Receiver(with).(*types.Var); ok && t.Pos() <= r.Pos() && r.Pos() < t.End() {
			out = append(out, with.Args[0])
		}
	}
	return out
}

// Cancels returns what a call of the function f cancels: f itself does, or is a
// function literal that calls what does.
func (cx *Contexts) Cancels(f ast.Expr) []Links {
	if v, ok := cx.src.Object(f).(*types.Var); ok {
		return []Links{cx.Held(v)}
	}
	lit, ok := ast.Unparen(f).(*ast.FuncLit)
	if !ok {
		return nil
	}
	var out []Links
	for _, s := range lit.Body.List {
		if s, ok := s.(*ast.ExprStmt); ok {
			if call, ok := ast.Unparen(s.X).(*ast.CallExpr); ok {
				if v, ok := cx.src.Object(call.Fun).(*types.Var); ok {
					out = append(out, cx.Held(v))
				}
			}
		}
	}
	return out
}

// Single reports whether what l is, is made only once, as far as can be seen.
func (cx *Contexts) Single(l Link) bool {
	if l.Made == nil {
		return true
	}
	calls, _ := cx.src.Calls(cx.src.EnclosingFunc(l.Made.Pos()))
	return len(calls) < 2
}

// First returns the first of the calls that have made a context of a and that is accepts,
// or nil.
func (a Links) First(is func(*ast.CallExpr) bool) *ast.CallExpr {
	var first *ast.CallExpr
	for l := range a {
		if l.Made != nil && is(l.Made) && (first == nil || l.Made.Pos() < first.Pos()) {
			first = l.Made
		}
	}
	return first
}
