package contexts

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells of those who wait for what begins some work, and not for its end.

// After reports whether a receive from something that asked accepts comes before n: in
// the function around it, or in one that alone calls that. Where a context calls the
// function, that is its end.
func (cx *Contexts) After(n ast.Node, asked func(ast.Expr) bool) bool {
	for range 4 {
		if end := cx.EndOf(cx.src.Function(n)); end != nil {
			return asked(end)
		}
		if cx.src.Behind(n, asked) {
			return true
		}
		call := cx.src.OnlyCall(n)
		if call == nil {
			return false
		}
		n = call
	}
	return false
}

// Begun reports whether a receive from e is over when what stands at n begins, in a
// function that has waited for the same before: for the end of the same context, or of
// one that ends with it, or for a channel that is only closed.
func (cx *Contexts) Begun(n ast.Node, e ast.Expr) bool {
	ctx := source.DoneOf(e)
	return cx.After(n, func(began ast.Expr) bool {
		if of := source.DoneOf(began); ctx != nil && of != nil {
			return cx.SameHolder(ctx, of) || cx.Line(ctx).Meets(cx.Line(of), cx.mayBeEnded)
		}
		ch, ok := cx.src.Info.TypeOf(e).Underlying().(*types.Chan)
		if !ok || ctx != nil || !types.Identical(ch.Elem().Underlying(), types.NewStruct(nil, nil)) {
			return false
		}
		return cx.SameHolder(e, began)
	})
}

// mayBeEnded reports whether something may end the context of a link.
func (cx *Contexts) mayBeEnded(l Link) bool {
	switch cx.src.CalleeName(l.Made) {
	case "context.Background", "context.TODO", "context.WithoutCancel":
		return false
	}
	return true
}

// SameHolder reports whether what a and b hold comes out of one variable, by way of
// parameters that are given something in one place.
func (cx *Contexts) SameHolder(a, b ast.Expr) bool {
	from := cx.holders(a)
	return slices.ContainsFunc(cx.holders(b), func(v *types.Var) bool { return slices.Contains(from, v) })
}

// holders returns the variable that e is, and those that it gets what it holds from.
func (cx *Contexts) holders(e ast.Expr) (vs []*types.Var) {
	for range 8 {
		v, ok := cx.src.Object(e).(*types.Var)
		if !ok || v.Pkg() != cx.src.Pkg {
			return vs
		}
		vs = append(vs, v)
		p := cx.src.Variable(v).Param
		if p == nil || len(cx.src.Variable(v).Stores) > 0 {
			return vs
		}
		call := cx.callWith(p)
		if call == nil || p.Index < 0 || p.Index >= len(call.Args) {
			return vs
		}
		e = call.Args[p.Index]
	}
	return vs
}

// callWith returns the only call that gives p something, or nil.
func (cx *Contexts) callWith(p *source.Param) *ast.CallExpr {
	if p.Lit != nil {
		if call, ok := cx.src.Parent(p.Lit).(*ast.CallExpr); ok && call.Fun == p.Lit {
			return call
		}
		return nil
	}
	if calls, _ := cx.src.Calls(p.Fn); len(calls) == 1 {
		return calls[0]
	}
	return nil
}
