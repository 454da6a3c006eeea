package contexts

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about contexts that a function is given, under other names and with
// something in them.

// endsLike returns the context that the one which call makes ends with, but for an
// error of its group or the end of the function around call; else nil.
func (cx *Contexts) endsLike(call *ast.CallExpr) ast.Expr {
	if len(call.Args) == 0 {
		return nil
	}
	switch cx.src.CalleeName(call) {
	case "context.WithValue":
		return call.Args[0]
	case withContext:
		if cx.onlyFail() {
			return call.Args[0]
		}
	case "context.WithCancel", "context.WithCancelCause":
		if cx.onlyDeferred(call) {
			return call.Args[0]
		}
	default:
		if cx.carriesBy(call) {
			return call.Args[0]
		}
	}
	return nil
}

// carriesBy reports whether call puts something into a context by a function of another
// package, which returns it.
func (cx *Contexts) carriesBy(call *ast.CallExpr) bool {
	fn := cx.src.Callee(call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg() != cx.src.Pkg && len(call.Args) > 0 && cx.ends.Carries(fn)
}

// likeItself reports whether what s puts into v ends like what v held before.
// Have: g, ctx := errgroup.WithContext(ctx)
func (cx *Contexts) likeItself(s source.Store, v *types.Var) bool {
	call, ok := s.Rhs.(*ast.CallExpr)
	if !ok || s.Elem || s.Plus {
		return false
	}
	from := cx.endsLike(call)
	return from != nil && cx.src.IsVar(from, v)
}

// Outer returns the parameter of a declared function with which e ends, a context or a
// channel, or nil.
func (cx *Contexts) Outer(e ast.Expr) *types.Var { return cx.outer(e, 0) }

// EndsLike returns the parameter with which the context e ends, and with nothing else but
// a failure of its group, or nil. group reports whether it has one.
func (cx *Contexts) EndsLike(e ast.Expr) (given *types.Var, group bool) {
	for link := range cx.Line(e) {
		switch name := cx.src.CalleeName(link.Made); {
		case link.Made != nil && name != withContext && name != "context.WithValue":
			return nil, false
		case link.Given != nil && given != nil:
			return nil, false
		case link.Given != nil:
			given = link.Given
		default:
			group = group || name == withContext
		}
	}
	return given, group
}

func (cx *Contexts) outer(e ast.Expr, depth int) *types.Var {
	if ctx, ok := cx.ends.CommandContext(e); ok {
		return cx.outerIn(ctx, depth)
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		from := cx.endsLike(call)
		if from == nil || depth > 6 {
			return nil
		}
		return cx.outer(from, depth+1)
	}
	v, ok := cx.src.Object(e).(*types.Var)
	if !ok || v.IsField() || v.Pkg() != cx.src.Pkg || depth > 6 {
		return nil
	}
	stores, given, known := Reaching(cx.src, source.NameOf(e), v)
	switch {
	case !known: // a variable of the package, it may be
		rhs, _ := cx.src.OnlyAssigned(v)
		if rhs == nil {
			return nil
		}
		return cx.outer(rhs, depth+1)
	case given:
		p := cx.src.Variable(v).Param
		if ctx, ok := cx.ends.ActionContext(p); ok {
			return cx.outerIn(ctx, depth)
		}
		if p.Fn == nil || slices.ContainsFunc(stores, func(s source.Store) bool { return !cx.likeItself(s, v) }) {
			return nil
		}
		if calls, all := cx.src.Calls(p.Fn); all && len(calls) == 1 && p.Index >= 0 && p.Index < len(calls[0].Args) {
			return cx.outer(calls[0].Args[p.Index], depth+1)
		}
		return v
	case len(stores) != 1:
		return nil
	}
	return cx.outer(stores[0].Rhs, depth+1)
}

// outerIn is outer for the context that a command is run with; nil stands for none.
func (cx *Contexts) outerIn(ctx ast.Expr, depth int) *types.Var {
	if ctx == nil || depth > 6 {
		return nil
	}
	return cx.outer(ctx, depth+1)
}
