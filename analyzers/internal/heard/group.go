package heard

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about groups of goroutines whose first error ends nothing: Wait
// returns it when all the others have ended, and they do not hear of it.

const groupGo = "(*golang.org/x/sync/errgroup.Group).Go"

// DeafGroup returns the variable that holds the group in one of whose goroutines
// l runs, a call or a method value, if an error of it ends nothing: the group
// has no context, or nobody uses it, and others in it go on. Else it is nil.
func (he *Hearing) DeafGroup(l *ending.Start) types.Object {
	held, g, id := he.deafGroup(l)
	if held == nil || !he.src.Repeated(g) && !he.othersStay(g, id) {
		return nil
	}
	return held
}

// deafGroup is DeafGroup whether others in the group go on or not; g is the call by which
// l runs in it.
func (he *Hearing) deafGroup(l *ending.Start) (held types.Object, g *ast.CallExpr, id identity.Identity) {
	g, run := he.groupOf(l.Node, 0)
	if g == nil {
		return nil, nil, id
	}
	sel, _ := ast.Unparen(g.Fun).(*ast.SelectorExpr)
	if sel == nil {
		return nil, nil, id
	}
	v, ok := he.src.Object(sel.X).(*types.Var)
	id = identity.Of(he.src, sel.X)
	if !ok || id.Unknown || he.heard(id) || he.tellsElse(run, l) {
		return nil, nil, id
	}
	return v, g, id
}

// deafTo tells whether the group of goroutines in which n runs, a call of a method of an
// interface or that method as a value, goes on without it.
func (he *Hearing) deafTo(n ast.Node) Unheard {
	l := &ending.Start{Node: n, Fn: he.src.EnclosingFunc(n.Pos())}
	switch held, g, id := he.deafGroup(l); {
	case held == nil:
		return Heard
	case he.othersStay(g, id):
		return Deaf
	case he.src.Repeated(g):
		return DeafAmong
	}
	return Heard
}

// groupOf returns the call of a group's Go that makes n run, and the function of
// this package that this is given, if n is not what it is given itself. It is nil
// if another function runs n as well, or nothing is known of that.
func (he *Hearing) groupOf(n ast.Node, depth int) (g *ast.CallExpr, run ast.Node) {
	cur, ok := he.src.Find(n)
	if !ok || depth > 3 {
		return nil, nil
	}
	if g := he.goesIn(cur); g != nil {
		return g, nil // g.Go(srv.ListenAndServe)
	}
	switch fn := he.src.Function(n).(type) {
	case *ast.FuncLit:
		cur, ok := he.src.Find(fn)
		if !ok {
			return nil, nil
		}
		return he.goesIn(cur), fn
	case *ast.FuncDecl:
		f, ok := he.src.Info.Defs[fn.Name].(*types.Func)
		if !ok {
			return nil, nil
		}
		calls, all := he.src.Calls(f)
		if all && len(calls) == 1 {
			return he.groupOf(calls[0], depth+1)
		}
		if at, ok := he.onlyValue(f); ok && len(calls) == 0 {
			return he.goesIn(at), fn
		}
	}
	return nil, nil
}

// onlyValue returns the one place where fn is mentioned: g.Go(s.run).
func (he *Hearing) onlyValue(fn *types.Func) (at inspector.Cursor, ok bool) {
	mentions := he.src.MentionsOf(fn)
	if len(mentions) != 1 {
		return at, false
	}
	if at = mentions[0]; at.ParentEdgeKind() == edge.SelectorExpr_Sel {
		at = at.Parent()
	}
	return at, true
}

// quietEnd reports whether fn, of the type t, says nothing by what it returns, or only
// what n does, a call in it that says nothing.
func (he *Hearing) quietEnd(t *ast.FuncType, fn, n ast.Node) bool {
	returns := slices.DeleteFunc(he.returnsWith(fn, n), func(r *ast.ReturnStmt) bool {
		return len(r.Results) == 1 && ast.Unparen(r.Results[0]) == n
	})
	return source.SilentEnd(t, source.BodyOf(fn), returns)
}

// groupGoesOn reports whether the function at cur, which returns no error, runs in a
// group of goroutines of which others stay.
func (he *Hearing) groupGoesOn(cur inspector.Cursor) bool {
	g := he.goesIn(cur)
	if g == nil {
		return false
	}
	sel, ok := ast.Unparen(g.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id := identity.Of(he.src, sel.X)
	return !id.Unknown && he.othersStay(g, id)
}

// goesIn returns the call of a group's Go that the function at cur is given to,
// or nil.
func (he *Hearing) goesIn(cur inspector.Cursor) *ast.CallExpr {
	if cur.ParentEdgeKind() != edge.CallExpr_Args {
		return nil
	}
	call := cur.Parent().Node().(*ast.CallExpr)
	if he.src.CalleeName(call) != groupGo {
		return nil
	}
	return call
}

// heard reports whether the group id has a context whose end may end something.
func (he *Hearing) heard(id identity.Identity) bool {
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != he.src.Pkg {
			return true
		}
		for _, s := range he.src.Variable(v).Given() {
			call, isCall := s.Rhs.(*ast.CallExpr)
			if isCall && s.Result == 0 && !he.ignores(call) && !he.onlyLeaves(call) {
				return true
			}
		}
	}
	for maker := range id.Makers {
		if maker != "golang.org/x/sync/errgroup.WithContext" && maker != "make" { // new(errgroup.Group)
			return true
		}
	}
	return false
}

// ignores reports whether the second result of call is thrown away.
func (he *Hearing) ignores(call *ast.CallExpr) bool {
	to := he.src.AssignedTo(call, 2)
	if to == nil {
		return false
	}
	name, ok := to[1].(*ast.Ident)
	return ok && name.Name == "_"
}

// tellsElse reports whether run, which may be nil, and which l is started in,
// tells others of its end, stops them, or ends the process.
func (he *Hearing) tellsElse(run ast.Node, l *ending.Start) bool {
	if run == nil || source.BodyOf(run) == nil {
		return false
	}
	start := l.Node
	if l.Of != nil && l.Of.Tells {
		start = nil
	}
	b := source.BodyOf(run)
	return he.mayExit(b, nil) || he.tellsIn(b, start) || he.stopsOthers(b)
}

// stopsOthers reports whether the body b of a function calls a method that is about
// the end of something, which is not of its own making.
func (he *Hearing) stopsOthers(b *ast.BlockStmt) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		fn := he.src.Callee(call)
		if fn == nil || fn.Signature().Recv() == nil || fn.Name() == "Done" || !ending.AboutEnd(fn.Name()) {
			return true
		}
		of := identity.BaseOf(he.src, call)
		found = of == nil || of.Pos() < b.Pos() || b.End() <= of.Pos()
		return !found
	})
	return found
}

// staysIn reports whether call is one of the Go of the group id, of a function
// that goes on when another of the group fails: it starts a server, or waits.
func (he *Hearing) staysIn(call *ast.CallExpr, id identity.Identity) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) != 1 {
		return false
	}
	if group := identity.Of(he.src, sel.X); group.Unknown || !group.Meets(id) {
		return false
	}
	if b := he.BodyOf(call.Args[0]); b != nil {
		return he.stays(b, 0)
	}
	fn, ok := he.src.Info.Uses[source.NameOf(call.Args[0])].(*types.Func)
	return ok && (he.ev.Row(fn, catalog.Serve) != nil || he.Endings.StaysElsewhere(fn))
}

// othersStay reports whether a function that another call than g gives to the
// group of goroutines id stays in it.
func (he *Hearing) othersStay(g *ast.CallExpr, id identity.Identity) bool {
	others := he.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == groupGo })
	return slices.ContainsFunc(others, func(c *ast.CallExpr) bool { return c != g && he.staysIn(c, id) })
}

// stays reports whether something in n starts a server, or waits.
func (he *Hearing) stays(n ast.Node, depth int) bool {
	if he.Waits.Blocks(n) {
		return true
	}
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.CallExpr:
			fn := he.src.Callee(n)
			d := he.src.Decl(fn)
			found = found || he.Endings.StaysElsewhere(fn) || depth < 3 && d != nil && d.Body != nil && he.stays(d.Body, depth+1)
		}
		return !found
	})
	return found
}
