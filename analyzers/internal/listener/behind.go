package listener

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

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
		if fns := fi.runBy(fi.src.Info.TypeOf(e), to); len(fns) > 0 {
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

// ofInterface returns the listeners of the methods fns of e, which is handed on
// in fn as an interface, under the conditions here.
func (fi *Finder) ofInterface(e ast.Expr, fns []*types.Func, fn *types.Func, here []ending.Demand) (ls []*Listener) {
	for _, method := range fns {
		call := &ast.CallExpr{Fun: &ast.SelectorExpr{X: e, Sel: &ast.Ident{Name: method.Name(), NamePos: e.Pos()}}}
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
