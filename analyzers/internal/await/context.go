package await

import (
	"go/ast"
	"go/types"
	"maps"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells where contexts come from, as far as that is certain: where
// several things may be assigned to a variable, what it comes from is what all
// of them come from.

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
func (aw *Waits) Line(e ast.Expr) Links {
	return (&line{aw: aw, up: true, busy: make(map[*types.Var]bool)}).expr(e, -1)
}

// Held returns what v is for certain, a variable that holds a context or the
// function that cancels it.
func (aw *Waits) Held(v *types.Var) Links {
	return (&line{aw: aw, busy: make(map[*types.Var]bool)}).variable(v)
}

// line is one search.
type line struct {
	aw   *Waits
	up   bool // go on to what contexts are derived from
	busy map[*types.Var]bool
}

// expr returns the links of e, or of its result with the given index.
func (li *line) expr(e ast.Expr, result int) Links {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if v, ok := li.aw.src.Object(e).(*types.Var); ok {
			return li.variable(v.Origin())
		}
	case *ast.CallExpr:
		return li.call(e, result)
	}
	return Links{}
}

func (li *line) call(call *ast.CallExpr, result int) Links {
	src := li.aw.src
	if src.Info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return li.expr(call.Args[0], -1)
	}
	own := Links{{Made: call}: true}
	if name := src.CalleeName(call); flow.Derivations[name] != "" {
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

func (li *line) variable(v *types.Var) Links {
	if li.busy[v] {
		return nil
	}
	li.busy[v] = true
	defer delete(li.busy, v)
	if v.Pkg() != li.aw.src.Pkg {
		return Links{}
	}
	happens := li.aw.src.Variable(v)
	if len(happens.Derefs) > 0 || len(happens.Taken) > 0 || len(li.busy) > 20 {
		return Links{}
	}
	if v.IsField() && v.Exported() && !li.aw.src.Main {
		return Links{} // others may set it
	}
	var alts []Links
	if p := happens.Param; p != nil {
		given := Links{{Given: v}: true}
		maps.Copy(given, li.given(p))
		alts = append(alts, given)
	}
	for _, s := range happens.Given() {
		alts = append(alts, li.store(s))
	}
	for _, use := range happens.Uses {
		if use.ParentEdgeKind() == edge.KeyValueExpr_Key {
			alts = append(alts, li.expr(use.Parent().Node().(*ast.KeyValueExpr).Value, -1))
		}
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
	var calls []*ast.CallExpr
	switch {
	case p.Fn != nil:
		var all bool
		if calls, all = li.aw.src.Calls(p.Fn); !all {
			return Links{}
		}
	case p.Lit != nil:
		call, ok := li.aw.src.Parent(p.Lit).(*ast.CallExpr)
		if !ok || call.Fun != p.Lit {
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
