package clock

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that are kept to be called at the end, with a context
// that is over by then.

// CalledLate yields the exported functions, each with a parameter, that keep this, a
// function, which is called later with a context that has ended by then.
func (ck *Clock) CalledLate() iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for _, cur := range ck.src.DynamicCalls() {
			call := cur.Node().(*ast.CallExpr)
			ctx := slices.IndexFunc(call.Args, func(a ast.Expr) bool { return source.Named(ck.src.Info.TypeOf(a)) == "context.Context" })
			if ctx < 0 {
				continue
			}
			params, _ := identity.Given(ck.src, call.Fun)
			params = slices.DeleteFunc(params, func(p *source.Param) bool { return p.Fn == nil || !p.Fn.Exported() })
			if len(params) == 0 {
				continue
			}
			if m := ck.At(call.Args[ctx]); !m.Ended || m.Watched {
				continue
			}
			for _, p := range params {
				if !yield(p.Fn, p.Index) {
					return
				}
			}
		}
	}
}

// GivenLate reports whether e is, or is derived from, the context of a function that is
// given to another one, which calls it late: late returns the parameters of which that
// is true.
func (ck *Clock) GivenLate(e ast.Expr, late func(*types.Func) []int) bool {
	p, _ := ck.Outer(e)
	return p != nil && slices.ContainsFunc(ck.src.CallsTo(func(fn *types.Func) bool { return len(late(fn)) > 0 }), func(call *ast.CallExpr) bool {
		return slices.ContainsFunc(late(ck.src.Callee(call)), func(i int) bool { return i < len(call.Args) && ck.src.IsFuncOf(call.Args[i], p) })
	})
}

// Outer returns the parameter of a function or literal that the context e is, or is derived
// from, or nil, and whether with a time limit.
func (ck *Clock) Outer(e ast.Expr) (p *source.Param, limited bool) {
	for range 4 {
		v, ok := ck.src.Object(e).(*types.Var)
		if !ok || v.IsField() || v.Pkg() != ck.src.Pkg {
			return nil, false
		}
		happens := ck.src.Variable(v)
		if happens.Param != nil {
			for _, s := range happens.Stores {
				call, ok := s.Rhs.(*ast.CallExpr)
				if !ok || ck.Derivation(call) == "" || !ck.src.IsVar(call.Args[0], v) {
					return nil, false
				}
				limited = limited || ck.Derivation(call) != "as it is"
			}
			return happens.Param, limited
		}
		rhs, _ := ck.src.OnlyAssigned(v)
		call, ok := rhs.(*ast.CallExpr)
		if !ok || ck.Derivation(call) == "" {
			return nil, false
		}
		limited = limited || ck.Derivation(call) != "as it is"
		e = call.Args[0]
	}
	return nil, false
}
