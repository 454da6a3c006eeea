package contexts

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
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
		call := called.Only(cx.src, n)
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
	return cx.After(n, func(began ast.Expr) bool {
		if of := source.DoneOf(began); of != nil {
			began = of
		}
		return cx.OverWith(e, began)
	})
}

// OverWith reports whether a receive from e is over once told has ended, a context or a
// channel that is only closed: e is the end of that context, or of one that ends with
// it, or that channel.
func (cx *Contexts) OverWith(e, told ast.Expr) bool {
	if ctx := source.DoneOf(e); ctx != nil {
		return source.Named(cx.src.Info.TypeOf(told)) == "context.Context" &&
			(cx.SameHolder(ctx, told) || cx.Line(ctx).Meets(cx.Line(told), cx.mayBeEnded))
	}
	return cx.OnlyClosed(e) && cx.SameHolder(e, told)
}

// OnlyClosed reports whether e is a channel that carries nothing, and so is closed to
// tell all who receive from it.
func (cx *Contexts) OnlyClosed(e ast.Expr) bool {
	ch, ok := cx.src.Info.TypeOf(e).Underlying().(*types.Chan)
	return ok && types.Identical(ch.Elem().Underlying(), types.NewStruct(nil, nil))
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
	if x, y := cx.partOf(a), cx.partOf(b); x != nil && y != nil {
		return cx.src.Object(a) == cx.src.Object(b) && cx.SameHolder(x.X, y.X)
	}
	from := cx.holders(a)
	return slices.ContainsFunc(cx.holders(b), func(v *types.Var) bool { return slices.Contains(from, v) })
}

// partOf returns e if it is a field of a struct of another package, or nil: which one that
// is, what it is a field of tells. Have: application.HTTP.Stop()
func (cx *Contexts) partOf(e ast.Expr) *ast.SelectorExpr {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	if v, ok := cx.src.Object(sel).(*types.Var); !ok || !v.IsField() || v.Pkg() == cx.src.Pkg {
		return nil
	}
	return sel
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
		return called.InPlace(cx.src, p.Lit)
	}
	if calls, _ := cx.src.Calls(p.Fn); len(calls) == 1 {
		return calls[0]
	}
	return nil
}
