package listener

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about things of other packages that are handed on as an
// interface, one of whose methods listens: whoever takes a Runner runs it.

// behindInterfaces returns the places at which such things are handed on.
func (fi *Finder) behindInterfaces() (places []inspector.Cursor) {
	if !fi.src.Worked() {
		return nil
	}
	for c, to := range fi.ev.AsInterfaces() {
		e := c.Node().(ast.Expr)
		fns := fi.runBy(fi.src.Info.TypeOf(e), to)
		if fn := fi.servedBy(e, to); fn != nil {
			fns = append(fns, fn)
		}
		if len(fns) > 0 {
			fi.behind[e] = fns
			places = append(places, c)
		}
	}
	return places
}

// runBy returns the methods of a thing of type from, of another package that is
// worked on, that listen and that the interface to has.
func (fi *Finder) runBy(from, to types.Type) (fns []*types.Func) {
	i, ok := to.Underlying().(*types.Interface)
	n := source.NamedOf(from)
	if !ok || i.NumMethods() == 0 || n == nil || n.Obj().Pkg() == nil || n.Obj().Pkg() == fi.src.Pkg || !fi.src.Ours(n.Obj().Pkg()) {
		return nil
	}
	for m := range i.Methods() {
		obj, _, _ := types.LookupFieldOrMethod(from, true, fi.src.Pkg, m.Name())
		fn, ok := obj.(*types.Func)
		if ok && fn.Pkg() != nil && fn.Pkg() != fi.src.Pkg && fi.src.Ours(fn.Pkg()) && fi.facts.Listens(fn.Origin()) != nil {
			fns = append(fns, fn.Origin())
		}
	}
	return fns
}

// servedBy returns the method by which e, a server of a library, is served when it is
// handed on as the interface to, of a package that is worked on, which has that method to
// call it; nil if it has none, or this package calls it itself.
// Have: run.Until(ctx, &http.Server{Addr: addr}), with run.Server an interface
func (fi *Finder) servedBy(e ast.Expr, to types.Type) *types.Func {
	i, ok := to.Underlying().(*types.Interface)
	n, from := source.NamedOf(to), source.NamedOf(fi.src.Info.TypeOf(e))
	if !ok || n == nil || from == nil || n.Obj().Pkg() == nil || !fi.src.Ours(n.Obj().Pkg()) || from.Obj().Pkg() == nil || fi.src.Ours(from.Obj().Pkg()) {
		return nil
	}
	for m := range i.Methods() {
		obj, _, _ := types.LookupFieldOrMethod(fi.src.Info.TypeOf(e), true, fi.src.Pkg, m.Name())
		fn, ok := obj.(*types.Func)
		if !ok {
			continue
		}
		if !fi.unbound(m) {
			continue
		}
		if r := fi.ev.Row(fn, catalog.Serve); r != nil && r.Addr.Set && r.Addr.Arg == catalog.Receiver && !fi.servedHere(e) {
			return fn
		}
	}
	return nil
}

// unbound reports whether m, a method of an interface, is called where nobody knows what
// stands behind it: in the package of the interface, which others give theirs, or in one
// that this package does not see.
func (fi *Finder) unbound(m *types.Func) bool {
	calls, bound := 0, false
	for _, cur := range fi.src.Mentions(func(obj types.Object) bool { return obj == m }) {
		use, isCall := source.UseOf(cur)
		if call, ok := use.Node().(*ast.CallExpr); isCall && ok {
			calls++
			bound = bound || fi.src.Callee(call) != m
		}
	}
	if m.Pkg() != fi.src.Pkg {
		return calls == 0
	}
	return calls > 0 && !bound
}

// servedHere reports whether this package serves what e is by itself, as far as that can be
// seen from the variable that holds it.
func (fi *Finder) servedHere(e ast.Expr) bool {
	v, ok := fi.src.Object(e).(*types.Var)
	return ok && slices.ContainsFunc(fi.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		sel, ok := use.Parent().Node().(*ast.SelectorExpr)
		if !ok {
			return false
		}
		fn, ok := fi.src.Info.Uses[sel.Sel].(*types.Func)
		return ok && fi.ev.Row(fn, catalog.Serve) != nil
	})
}

// ofInterface returns the listeners of the methods fns of e, which is handed on
// in fn as an interface, under the conditions here.
func (fi *Finder) ofInterface(e ast.Expr, fns []*types.Func, fn *types.Func, here []ending.Demand) (ls []*Listener) {
	for _, method := range fns {
		call := &ast.CallExpr{Fun: &ast.SelectorExpr{X: e, Sel: &ast.Ident{Name: method.Name(), NamePos: e.Pos()}}}
		if r := fi.ev.Row(method, catalog.Serve); r != nil {
			if l := fi.direct(r, method, call, e, fn); l != nil {
				l.Inner |= server.LifeDecided
				l.Inherited, l.Of = true, ofLibrary(l, method)
				fi.note(fn, l, here)
				ls = append(ls, l)
			}
			continue
		}
		for _, l := range fi.leadsTo(method) {
			conds, ok := fi.reached(method, l, call, here)
			if !ok {
				continue
			}
			c := *fi.instance(l, method, call, fn)
			c.Node = e
			c.Inner |= server.LifeDecided // whoever runs it may stop it
			fi.note(fn, &c, conds)
			ls = append(ls, &c)
		}
	}
	return ls
}

// ofLibrary returns the start in method, of a library, as facts tell of those in packages
// that are worked on: it returns the error, and what stops the server stops it.
func ofLibrary(l *Listener, method *types.Func) *ending.Start {
	of := &ending.Start{Serves: true, TLS: l.TLS, Told: ending.Told{Blocks: true, Failure: ending.Failure{Fails: true}}}
	for _, stop := range l.Life.Stop {
		of.Stoppers = append(of.Stoppers, strings.TrimSuffix(method.FullName(), method.Name())+stop)
	}
	return of
}
