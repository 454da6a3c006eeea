// Package contexts knows where contexts come from, as far as that is certain, and
// which of them nothing ends.
package contexts

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ast/edge"

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
	return (&line{cx: cx, up: true, busy: make(map[*types.Var]bool)}).expr(e, -1)
}

// Held returns what v is for certain, a variable that holds a context or the
// function that cancels it.
func (cx *Contexts) Held(v *types.Var) Links {
	return (&line{cx: cx, busy: make(map[*types.Var]bool)}).variable(v)
}

// line is one search.
type line struct {
	cx   *Contexts
	up   bool // go on to what contexts are derived from
	busy map[*types.Var]bool
}

// expr returns the links of e, or of its result with the given index.
func (li *line) expr(e ast.Expr, result int) Links {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := li.cx.src.Object(e).(*types.Var); ok {
			if last, ok := li.cx.settled(e, v); ok {
				return li.store(last)
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

// EndsNever reports whether nothing ends the context e while the program runs, not
// even that it is told to stop: it comes from context.Background, and what cancels
// it is at most deferred.
func (cx *Contexts) EndsNever(e ast.Expr) bool { return cx.endsNever(e, -1, 0) }

func (cx *Contexts) endsNever(e ast.Expr, result, depth int) bool {
	if depth > 8 {
		return false
	}
	if ctx, ok := cx.ends.CommandContext(e); ok {
		return ctx == nil || cx.endsNever(ctx, -1, depth+1)
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		v, ok := cx.src.Object(e).(*types.Var)
		return ok && cx.neverIn(v.Origin(), depth+1)
	case *ast.CallExpr:
		switch cx.src.CalleeName(e) {
		case "context.Background", "context.TODO", "context.WithoutCancel":
			return true
		}
		from := cx.endsLike(e)
		return from != nil && cx.endsNever(from, -1, depth+1)
	}
	return false
}

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
	if !ok || v.IsField() || v.Pkg() != cx.src.Pkg {
		return nil
	}
	if p := cx.src.Variable(v).Param; p != nil {
		if ctx, ok := cx.ends.ActionContext(p); ok {
			return cx.outerIn(ctx, depth)
		}
		if p.Fn == nil || slices.ContainsFunc(cx.src.Variable(v).Stores, func(s source.Store) bool { return !cx.likeItself(s, v) }) {
			return nil
		}
		if calls, all := cx.src.Calls(p.Fn); all && len(calls) == 1 && p.Index >= 0 && p.Index < len(calls[0].Args) && depth <= 6 {
			return cx.outer(calls[0].Args[p.Index], depth+1)
		}
		return v
	}
	rhs, _ := cx.src.OnlyAssigned(v)
	if rhs == nil || depth > 6 {
		return nil
	}
	return cx.outer(rhs, depth+1)
}

// outerIn is outer for the context that a command is run with; nil stands for none.
func (cx *Contexts) outerIn(ctx ast.Expr, depth int) *types.Var {
	if ctx == nil || depth > 6 {
		return nil
	}
	return cx.outer(ctx, depth+1)
}

// neverIn is EndsNever for what the variable v holds.
func (cx *Contexts) neverIn(v *types.Var, depth int) bool {
	if v.Pkg() != cx.src.Pkg || v.IsField() {
		return false
	}
	happens := cx.src.Variable(v)
	if len(happens.Derefs) > 0 || len(happens.Taken) > 0 {
		return false
	}
	known := false
	if ctx, ok := cx.ends.ActionContext(happens.Param); ok {
		known = ctx == nil || cx.endsNever(ctx, -1, depth+1)
		if !known {
			return false
		}
	} else if p := happens.Param; p != nil {
		calls, all := cx.src.Calls(p.Fn)
		if !all || len(calls) == 0 || slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
			return p.Index < 0 || p.Index >= len(call.Args) || call.Ellipsis.IsValid() || !cx.endsNever(call.Args[p.Index], -1, depth+1)
		}) {
			return false
		}
		known = true
	}
	for _, s := range happens.Given() {
		if cx.likeItself(s, v) {
			continue
		}
		if s.Rhs == nil || s.Elem || s.Plus || !cx.endsNever(s.Rhs, s.Result, depth+1) {
			return false
		}
		known = true
	}
	return known
}
