package contexts

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about contexts that nothing ends while the program runs.

// EndsNever reports whether nothing ends the context e while the program runs, not
// even that it is told to stop: it comes from context.Background, and what cancels
// it is at most deferred.
func (cx *Contexts) EndsNever(e ast.Expr) bool { return (&endless{Contexts: cx}).is(e, 0) }

// EndsWithCommand returns the command-line library with the context of whose command alone
// the context e ends, as the path of its package, when another package runs that, and where
// e asks for it; or "".
// Have: RunE: func(cmd *cobra.Command, _ []string) error { return run(cmd.Context()) }
func (cx *Contexts) EndsWithCommand(e ast.Expr) (library string, at ast.Expr) {
	s := &endless{Contexts: cx, commands: true}
	if !s.is(e, 0) {
		return "", nil
	}
	return s.library, s.at
}

// endless is a search for what ends a context.
type endless struct {
	*Contexts
	commands bool // the context of a command is taken for one that never ends
	library  string
	at       ast.Expr
}

func (cx *endless) is(e ast.Expr, depth int) bool {
	if depth > 8 {
		return false
	}
	if ctx, ok := cx.ends.CommandContext(e); ok {
		return ctx == nil || cx.is(ctx, depth+1)
	}
	if library := cx.elsewhere(e); library != "" {
		cx.library, cx.at = library, e
		return true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		v, ok := cx.src.Object(e).(*types.Var)
		return ok && cx.in(source.NameOf(e), v.Origin(), depth+1)
	case *ast.CallExpr:
		switch cx.src.CalleeName(e) {
		case "context.Background", "context.TODO", "context.WithoutCancel":
			return true
		}
		from := cx.endsLike(e)
		return from != nil && cx.is(from, depth+1)
	}
	return false
}

// elsewhere returns the library of the command for whose context e asks, if such are looked for.
func (cx *endless) elsewhere(e ast.Expr) string {
	if !cx.commands {
		return ""
	}
	return cx.ends.Elsewhere(e)
}

// in is the search for what the variable v holds at e, a use of it.
func (cx *endless) in(e *ast.Ident, v *types.Var, depth int) bool {
	if v.Pkg() != cx.src.Pkg || v.IsField() {
		return false
	}
	happens := cx.src.Variable(v)
	if len(happens.Derefs) > 0 || len(happens.Taken) > 0 {
		return false
	}
	stores, given, apart := Reaching(cx.src, e, v)
	if !apart {
		stores, given = happens.Given(), happens.Param != nil
	}
	if given && !cx.given(e, happens.Param, depth) {
		return false
	}
	known := given
	for _, s := range stores {
		if !apart && cx.likeItself(s, v) {
			continue
		}
		if s.Rhs == nil || s.Elem || s.Plus || !cx.is(s.Rhs, depth+1) {
			return false
		}
		known = true
	}
	return known
}

// given is the search for all that the parameter p, which is used at e, is given.
func (cx *endless) given(e *ast.Ident, p *source.Param, depth int) bool {
	if ctx, ok := cx.ends.ActionContext(p); ok {
		return ctx == nil || cx.is(ctx, depth+1)
	}
	if cx.commands {
		if library := cx.ends.GivenElsewhere(p); library != "" {
			cx.library, cx.at = library, e
			return true
		}
	}
	calls, all := cx.src.Calls(p.Fn)
	return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		return p.Index < 0 || p.Index >= len(call.Args) || call.Ellipsis.IsValid() || !cx.is(call.Args[p.Index], depth+1)
	})
}
