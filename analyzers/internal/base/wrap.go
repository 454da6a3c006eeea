package base

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about handlers that hand all requests on with a context of their own, and
// about functions that make such handlers of others.
// Have: func Until(ctx context.Context, next http.Handler) http.Handler

// handedOn returns the contexts with which a handler of this type and body hands all
// requests on, and those at whose end such are cancelled.
func (ba *Bases) handedOn(t *ast.FuncType, body *ast.BlockStmt) []ast.Expr {
	out := ba.cx.HandedOn(t, body)
	for _, call := range ba.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == "context.AfterFunc" }) {
		if len(out) == 0 || call.Pos() < body.Pos() || body.End() <= call.Pos() || len(call.Args) != 2 {
			continue
		}
		cancelled, ok := identity.Cancelled(ba.src, call.Args[1])
		if ok && slices.ContainsFunc(out, func(e ast.Expr) bool {
			held := ba.src.Object(e)
			return held != nil && cancelled.Held[held]
		}) {
			out = append(out, call.Args[0])
		}
	}
	return out
}

// wrapped returns the contexts that e, a handler that exported functions of this package, or
// of others, make of others, hands requests on with.
func (ba *Bases) wrapped(e ast.Expr, depth int) (out []ast.Expr) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || depth > 4 {
		return nil
	}
	if by, isCall := ast.Unparen(call.Fun).(*ast.CallExpr); isCall { // Until(ctx)(next)
		out = ba.wrapped(by, depth+1)
	}
	fn := ba.src.Callee(call)
	if fn != nil && source.TakesContext(fn) {
		params := ba.Wrapping()[fn]
		if fn.Pkg() != ba.src.Pkg {
			params = ba.wraps(fn)
		}
		for _, i := range params {
			if i < len(call.Args) {
				out = append(out, call.Args[i])
			}
		}
	}
	for _, a := range call.Args {
		if source.Named(ba.src.Info.TypeOf(a)) == "net/http.Handler" {
			out = append(out, ba.wrapped(a, depth+1)...)
		}
	}
	return out
}

// Wrapping returns the parameters, contexts, of exported functions with which a handler that
// they make hands all requests on.
func (ba *Bases) Wrapping() map[*types.Func][]int {
	if ba.wrapping != nil {
		return ba.wrapping
	}
	out := make(map[*types.Func][]int)
	ba.wrapping = out
	for _, fn := range ba.src.Functions() {
		d := ba.src.Decl(fn)
		if !fn.Exported() || !source.TakesContext(fn) || d == nil || d.Body == nil {
			continue
		}
		for _, lit := range ba.returned(d, 0) {
			for _, e := range ba.handedOn(lit.Type, lit.Body) {
				for link := range ba.cx.Line(e) {
					if i := source.ParamIndex(fn, link.Given); link.Given != nil && i >= 0 && !slices.Contains(out[fn], i) {
						out[fn] = append(out[fn], i)
					}
				}
			}
		}
		slices.Sort(out[fn])
	}
	return out
}

// returned returns the function literals that fn, a declaration or literal, returns, and
// those that they do.
// Have: return func(next http.Handler) http.Handler { return http.HandlerFunc(func(…) {…}) }
func (ba *Bases) returned(fn ast.Node, depth int) (lits []*ast.FuncLit) {
	for _, r := range ba.src.Returns(fn) {
		for _, e := range r.Results {
			if as, ok := ast.Unparen(e).(*ast.CallExpr); ok && ba.src.Info.Types[as.Fun].IsType() && len(as.Args) == 1 {
				e = as.Args[0]
			}
			if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok && depth < 3 {
				lits = append(append(lits, lit), ba.returned(lit, depth+1)...)
			}
		}
	}
	return lits
}
