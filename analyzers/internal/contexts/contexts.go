// Package contexts knows where contexts come from, as far as that is certain, and
// which of them nothing ends.
package contexts

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Contexts tells of the contexts of a package. Where several things may be assigned
// to a variable, what it comes from is what all of them come from.
type Contexts struct {
	src     *source.Package
	ends    *ending.Endings
	failing *bool // see onlyFail
}

// New returns what is known of the contexts of a package.
func New(src *source.Package, ends *ending.Endings) *Contexts {
	return &Contexts{src: src, ends: ends}
}

// Carries reports whether fn, of this package, returns nothing but a context that ends as
// the one that it is given first does.
func (cx *Contexts) Carries(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() != nil || sig.Params().Len() == 0 || !ending.GivesContext(fn) {
		return false
	}
	returns := cx.src.Returns(cx.src.Decl(fn))
	return len(returns) > 0 && !slices.ContainsFunc(returns, func(r *ast.ReturnStmt) bool {
		return len(r.Results) != 1 || cx.outer(r.Results[0], 0) != sig.Params().At(0)
	})
}

// Link is a context, or what cancels it: as a call made it, or as a function was
// given it.
type Link struct {
	Made  *ast.CallExpr
	Given *types.Var
}

// Links are what a context is for certain. Nil is for what is not restricted: a
// variable on the way from itself.
type Links map[Link]bool

// Meets reports whether a and b have a link in common, and which does for which
// ok is true.
func (a Links) Meets(b Links, ok func(Link) bool) bool {
	for l := range a {
		if b[l] && ok(l) {
			return true
		}
	}
	return false
}

// Line returns what e, a context, is for certain, and what it is derived from:
// when one of these ends, so does e.
func (cx *Contexts) Line(e ast.Expr) Links {
	return (&line{cx: cx, up: true, busy: make(map[any]bool)}).expr(e, -1)
}

// Held returns what v is for certain, a variable that holds a context or the
// function that cancels it.
func (cx *Contexts) Held(v *types.Var) Links {
	return (&line{cx: cx, busy: make(map[any]bool)}).variable(v)
}

// line is one search.
type line struct {
	cx   *Contexts
	up   bool         // go on to what contexts are derived from
	busy map[any]bool // variables, and uses of them
}

// expr returns the links of e, or of its result with the given index.
func (li *line) expr(e ast.Expr, result int) Links {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := li.cx.src.Object(e).(*types.Var); ok {
			if stores, given, known := Reaching(li.cx.src, e, v); known {
				return li.reached(e, v, stores, given)
			}
			return li.variable(v.Origin())
		}
	case *ast.SelectorExpr:
		if ctx, ok := li.cx.ends.CommandContext(e); ok {
			return li.ofCommand(ctx)
		}
		if v, ok := li.cx.src.Object(e).(*types.Var); ok {
			return li.variable(v.Origin())
		}
	case *ast.CallExpr:
		if ctx, ok := li.cx.ends.CommandContext(e); ok {
			return li.ofCommand(ctx)
		}
		return li.call(e, result)
	}
	return Links{}
}

// ofCommand returns the links of the context that a command is run with; nil stands for
// none.
func (li *line) ofCommand(ctx ast.Expr) Links {
	if ctx == nil {
		return Links{}
	}
	return li.expr(ctx, -1)
}

func (li *line) call(call *ast.CallExpr, result int) Links {
	src := li.cx.src
	if src.Info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return li.expr(call.Args[0], -1)
	}
	own := Links{{Made: call}: true}
	if name := src.CalleeName(call); flow.Derivations[name] != "" || li.cx.carriesBy(call) {
		if li.up && len(call.Args) > 0 {
			above := li.expr(call.Args[0], -1)
			if above == nil {
				return nil // ctx = context.WithValue(ctx, …): whatever ctx is otherwise
			}
			maps.Copy(own, above)
		}
		return own
	}
	d := src.Decl(src.Callee(call))
	if d == nil || d.Body == nil {
		return own
	}
	var alts []Links
	for _, r := range src.Returns(d) {
		switch i := max(result, 0); {
		case i < len(r.Results):
			alts = append(alts, li.expr(r.Results[i], -1))
		case len(r.Results) == 1:
			alts = append(alts, li.expr(r.Results[0], result))
		default:
			return own
		}
	}
	maps.Copy(own, common(alts))
	return own
}

// reached returns the links of what v holds at e, a use of it: what the stores have put there,
// or what it was given.
func (li *line) reached(e *ast.Ident, v *types.Var, stores []source.Store, given bool) Links {
	if li.busy[e] {
		return nil
	}
	li.busy[e] = true
	defer delete(li.busy, e)
	if len(li.busy) > 20 {
		return Links{}
	}
	var alts []Links
	if given {
		alts = append(alts, li.parameter(v))
	}
	for _, s := range stores {
		alts = append(alts, li.store(s))
	}
	if len(alts) == 0 {
		return Links{}
	}
	return common(alts)
}

// parameter returns the links of v, a parameter, as it was given.
func (li *line) parameter(v *types.Var) Links {
	given := Links{{Given: v}: true}
	maps.Copy(given, li.given(li.cx.src.Variable(v).Param))
	return given
}

func (li *line) variable(v *types.Var) Links {
	if li.busy[v] {
		return nil
	}
	li.busy[v] = true
	defer delete(li.busy, v)
	if v.Pkg() != li.cx.src.Pkg {
		return Links{}
	}
	happens := li.cx.src.Variable(v)
	if len(happens.Derefs) > 0 || len(happens.Taken) > 0 || len(li.busy) > 20 {
		return Links{}
	}
	if v.IsField() && v.Exported() && !li.cx.src.Main {
		return Links{} // others may set it
	}
	var alts []Links
	if happens.Param != nil {
		alts = append(alts, li.parameter(v))
	}
	for _, s := range happens.Given() {
		alts = append(alts, li.store(s))
	}
	for _, el := range li.cx.src.InLiterals(v) {
		alts = append(alts, li.expr(el, -1))
	}
	if len(alts) == 0 {
		return Links{}
	}
	return common(alts)
}

func (li *line) store(s source.Store) Links {
	if s.Rhs == nil || s.Elem || s.Plus {
		return Links{}
	}
	return li.expr(s.Rhs, s.Result)
}

// given returns the links of all that a parameter is given, if all of that is in
// sight.
func (li *line) given(p *source.Param) Links {
	if ctx, ok := li.cx.ends.ActionContext(p); ok {
		return li.ofCommand(ctx)
	}
	var calls []*ast.CallExpr
	switch {
	case p.Fn != nil:
		var all bool
		if calls, all = li.cx.src.Calls(p.Fn); !all {
			return Links{}
		}
	case p.Lit != nil:
		call := called.InPlace(li.cx.src, p.Lit)
		if call == nil {
			return Links{}
		}
		calls = []*ast.CallExpr{call}
	}
	var alts []Links
	for _, call := range calls {
		if p.Index < 0 || p.Index >= len(call.Args) || call.Ellipsis.IsValid() {
			return Links{}
		}
		alts = append(alts, li.expr(call.Args[p.Index], -1))
	}
	return common(alts)
}

// common returns the links that all of alts have.
func common(alts []Links) Links {
	var all Links
	for _, one := range alts {
		switch {
		case one == nil:
		case all == nil:
			all = maps.Clone(one)
		default:
			maps.DeleteFunc(all, func(l Link, _ bool) bool { return !one[l] })
		}
	}
	return all
}
