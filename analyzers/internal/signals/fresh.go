package signals

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells of contexts that no signal ends.

// freshContext reports whether e is a context that no signal ends.
func (si *Signals) freshContext(e ast.Expr, depth int) bool {
	if depth > 5 {
		return false
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		switch si.src.CalleeName(call) {
		case "context.WithCancel", "context.WithCancelCause", "context.WithValue":
			return si.freshContext(call.Args[0], depth+1)
		}
		if si.carries(call) {
			return si.freshContext(call.Args[0], depth+1)
		}
		return si.waits.EndsNever(call)
	}
	v, ok := si.src.Object(e).(*types.Var)
	if !ok || v.IsField() {
		return false
	}
	if p := si.src.Variable(v).Param; p != nil && p.Fn != nil {
		if slices.ContainsFunc(si.src.Variable(v).Stores, func(s source.Store) bool { return !si.derives(s.Rhs, v) && !si.unsignalled(s.Rhs, depth+1) }) {
			return false
		}
		calls, all := si.src.Calls(p.Fn)
		return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
			return p.Index < 0 || p.Index >= len(call.Args) || !si.freshContext(call.Args[p.Index], depth+1)
		})
	}
	if rhs, _ := si.src.OnlyAssigned(v); rhs != nil {
		return si.freshContext(rhs, depth+1)
	}
	stores := si.src.Variable(v).Stores
	return len(stores) > 0 && !slices.ContainsFunc(stores, func(s source.Store) bool {
		return s.Rhs == nil || !si.adds(s.Rhs, v) && !si.freshContext(s.Rhs, depth+1)
	})
}

// adds reports whether e is the context in v, with something added by which it ends
// for no signal.
func (si *Signals) adds(e ast.Expr, v *types.Var) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 || !si.src.IsVar(call.Args[0], v) {
		return false
	}
	return si.carries(call) || si.derives(call, v) && si.src.CalleeName(call) != "os/signal.NotifyContext"
}

// carries reports whether call is of a library that puts something into the context
// that it is given first, and returns nothing else: a logger, a name.
func (si *Signals) carries(call *ast.CallExpr) bool {
	fn := si.src.Callee(call)
	if fn == nil || fn.Pkg() == nil || si.src.Ours(fn.Pkg()) || strings.Contains(strings.ToLower(fn.FullName()), "signal") {
		return false
	}
	sig := fn.Signature()
	isContext := func(tuple *types.Tuple) bool {
		return tuple.Len() > 0 && source.Named(tuple.At(0).Type()) == "context.Context"
	}
	return len(call.Args) > 0 && isContext(sig.Params()) && isContext(sig.Results()) && sig.Results().Len() == 1 && si.ev.Row(fn, catalog.Signal) == nil
}

// derives reports whether e is a context derived from what is in v: ctx, stop :=
// signal.NotifyContext(ctx, …), of a parameter ctx.
func (si *Signals) derives(e ast.Expr, v *types.Var) bool {
	call, ok := e.(*ast.CallExpr)
	return ok && flow.Derivations[si.src.CalleeName(call)] != "" && len(call.Args) > 0 && si.src.IsVar(call.Args[0], v)
}

// unsignalled reports whether e is a context derived from one that nothing ends,
// by which it ends for no signal: that of the drain, in the variable of another.
func (si *Signals) unsignalled(e ast.Expr, depth int) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return si.freshContext(e, depth)
	}
	name := si.src.CalleeName(call)
	return flow.Derivations[name] != "" && name != "os/signal.NotifyContext" && si.freshContext(call.Args[0], depth)
}
