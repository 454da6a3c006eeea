package clock

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that return a context which they have cancelled.
// Have: ctx, cancel := context.WithTimeout(parent, limit); defer cancel(); return ctx

// over reports whether the context that call returns first has ended.
func (ck *Clock) over(call *ast.CallExpr) bool {
	fn := ck.src.Callee(call)
	switch {
	case fn == nil || fn.Pkg() == nil || !returnsContext(fn):
		return false
	case fn.Pkg() == ck.src.Pkg:
		return ck.ReturnsEnded(fn)
	}
	return ck.src.Ours(fn.Pkg()) && ck.elsewhere.Over(fn)
}

func returnsContext(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() > 0 && source.Named(results.At(0).Type()) == "context.Context"
}

// ReturnsEnded reports whether fn, of this package, returns first a context that has ended
// then, wherever it returns: what cancels it is deferred before.
func (ck *Clock) ReturnsEnded(fn *types.Func) bool {
	d := ck.src.Decl(fn)
	if d == nil || d.Body == nil || !returnsContext(fn) {
		return false
	}
	ended := ck.deferred(d)
	returns := ck.src.Returns(d)
	return len(ended) > 0 && len(returns) > 0 && !slices.ContainsFunc(returns, func(r *ast.ReturnStmt) bool {
		return len(r.Results) != fn.Signature().Results().Len() || !ck.below(r.Results[0], ended, r)
	})
}

// deferred returns the variables, contexts, that are assigned once, and that d cancels when
// it returns, with where it says so.
func (ck *Clock) deferred(d *ast.FuncDecl) map[types.Object]*ast.DeferStmt {
	out := make(map[types.Object]*ast.DeferStmt)
	for _, s := range d.Body.List {
		at, ok := s.(*ast.DeferStmt)
		if !ok {
			continue
		}
		cancel, ok := ck.src.Object(at.Call.Fun).(*types.Var)
		if !ok || cancel.IsField() || !identity.IsCancel(cancel.Type()) {
			continue
		}
		stores := ck.src.Variable(cancel).Stores
		if len(stores) != 1 || stores[0].Result != 1 {
			continue
		}
		call, ok := ast.Unparen(stores[0].Rhs).(*ast.CallExpr)
		if !ok || ck.Derivation(call) == "" || ck.src.Function(call) != ast.Node(d) {
			continue
		}
		if to := ck.src.AssignedTo(call, 2); to != nil {
			if ctx, ok := ck.src.Object(to[0]).(*types.Var); ok && !ctx.IsField() && len(ck.src.Variable(ctx).Stores) == 1 {
				out[ctx] = at
			}
		}
	}
	return out
}

// below reports whether e, which r returns, is one of the contexts of ended, or is derived
// from one, and what ends that is deferred before r.
func (ck *Clock) below(e ast.Expr, ended map[types.Object]*ast.DeferStmt, r *ast.ReturnStmt) bool {
	for range 6 {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || ck.Derivation(call) == "" {
			break
		}
		e = call.Args[0]
	}
	at := ended[ck.src.Object(e)]
	return at != nil && at.Pos() < r.Pos()
}
