package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about packages that wait for their own work: who stops the workers of a
// queue waits for those, and not for the server beside them.

// apart reports whether fn, of this package, waits at most for goroutines of this
// package whose work is their own: nothing that others have handed in is run there.
func (aw *Waits) apart(fn *types.Func) bool {
	o := own{aw, make(map[ast.Node]bool), make(map[ast.Node]bool)}
	all := o.waits(aw.src.Decl(fn).Body)
	if all {
		for body := range o.waited {
			aw.apartIn[body] = true
		}
	}
	return all
}

// keepsTo reports whether fn, of this package, waits for nothing but channels and groups
// that the package keeps, and for what it is given to call, and gives no other away.
func (aw *Waits) keepsTo(fn *types.Func) bool {
	d := aw.src.Decl(fn)
	for i := range fn.Signature().Results().Len() {
		if t := fn.Signature().Results().At(i).Type(); source.IsError(t) || onlySends(t) {
			continue
		} else if !isToldBy(t) || !aw.returnsTold(d, i) {
			return false
		}
	}
	w := waiter{aw: aw, any: true, member: true}.anew()
	return w.in(d.Body, identity.Identity{}, 0, func(ast.Node) bool { return true }) == Abandoned
}

// returnsTold reports whether d returns as its i-th result a channel, context or group by which others
// are told, and no other, but for nil.
// Have: func Start() (stop chan<- struct{}, stopped <-chan struct{}, err error)
func (aw *Waits) returnsTold(d *ast.FuncDecl, i int) (told bool) {
	for _, r := range aw.src.Returns(d) {
		switch {
		case i >= len(r.Results):
			return false
		case aw.src.Info.Types[r.Results[i]].IsNil():
		case !aw.toldOf(r.Results[i]):
			return false
		default:
			told = true
		}
	}
	return told
}

// isToldBy reports whether t is a channel, a context or a group that is shared.
func isToldBy(t types.Type) bool {
	if t == nil {
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return source.Named(p.Elem()) == "sync.WaitGroup"
	}
	_, isChan := t.Underlying().(*types.Chan)
	return isChan || source.Named(t) == "context.Context"
}

// onlySends reports whether t is a channel from which nobody can receive.
func onlySends(t types.Type) bool {
	ch, ok := t.Underlying().(*types.Chan)
	return ok && ch.Dir() == types.SendOnly
}

// toldOf reports whether e is a channel of this package by which others are told, or a
// context, or the end of one, that is there to be cancelled.
func (aw *Waits) toldOf(e ast.Expr) bool {
	if ctx := aw.contextOf(e); ctx != nil {
		return len(aw.CancelsOf(ctx)) > 0
	}
	id := identity.Of(aw.src, e)
	if id.Unknown || len(id.Held) == 0 {
		return false
	}
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != aw.src.Pkg || !slices.ContainsFunc(aw.src.Variable(v).Uses, func(use inspector.Cursor) bool { return aw.UsedTo(use) == notice.UsedToTell }) {
			return false
		}
	}
	return true
}

// contextOf returns the context that e is, or whose end it is, or nil.
func (aw *Waits) contextOf(e ast.Expr) ast.Expr {
	if ctx := source.DoneOf(e); ctx != nil {
		e = ctx
	}
	if source.Named(aw.src.Info.TypeOf(e)) != "context.Context" {
		return nil
	}
	return e
}

// own looks into functions of a package for what is not the package's own.
type own struct {
	aw            *Waits
	waited, works map[ast.Node]bool // the bodies that were looked at for either
}

// waits reports whether all that n waits for is the package's own.
func (o own) waits(n ast.Node) bool {
	if all, known := o.aw.apartIn[n]; known {
		return all
	}
	if o.waited[n] {
		return true
	}
	o.waited[n] = true
	aw, all := o.aw, true
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.GoStmt:
			return false
		case *ast.SelectStmt:
			all = all && len(m.Body.List) > 0
		case *ast.ForStmt:
			all = all && m.Init != nil && m.Post != nil
		case *ast.RangeStmt:
			switch aw.src.Info.TypeOf(m.X).Underlying().(type) {
			case *types.Chan:
				all = all && o.tells(m.X)
			case *types.Signature:
				all = false
			}
		case *ast.UnaryExpr:
			if m.Op == token.ARROW {
				all = all && (o.tells(m.X) || o.limits(m))
			}
		case *ast.CallExpr:
			all = all && o.call(m)
		}
		return all
	})
	if !all {
		aw.apartIn[n] = false
	}
	return all
}

// limits reports whether a receive is from a context, as one of several cases: it only
// ends the wait for the others early.
func (o own) limits(receive *ast.UnaryExpr) bool {
	if source.DoneOf(receive.X) == nil {
		return false
	}
	cur, ok := o.aw.src.Find(receive)
	return ok && len(notice.OtherCases(cur)) > 0
}

// call reports whether all that a call waits for is the package's own.
func (o own) call(call *ast.CallExpr) bool {
	fn := o.aw.src.Callee(call)
	sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if fn != nil && isSel && fn.Name() == "Wait" && isGroup(fn) {
		return o.tells(sel.X) && !o.aw.countsRequests(sel.X) // it may be the drain in the program's own way
	}
	if fns := o.aw.src.MayBe(call).Fns; len(fns) > 0 {
		return !slices.ContainsFunc(fns, func(fn *types.Func) bool { return !o.calling(call, fn) })
	}
	return o.calling(call, fn)
}

// calling is call for one that calls fn, for all that is known.
func (o own) calling(call *ast.CallExpr, fn *types.Func) bool {
	if body := o.aw.src.Body(fn, nil); body != nil {
		return o.waits(body)
	}
	return !o.aw.Endings.MayWaitIn(call, fn, 0) || o.aw.Endings.Apart(fn) || o.aw.Endings.EndsLibrary(fn)
}

// tells reports whether only goroutines that do the package's own work tell anything
// through e, a channel or group that it keeps to itself.
func (o own) tells(e ast.Expr) bool {
	id := identity.Of(o.aw.src, e)
	if id.Open() || len(id.Held) == 0 {
		return false
	}
	for held := range id.Held {
		v, ok := held.(*types.Var)
		if !ok || v.Pkg() != o.aw.src.Pkg || v.Exported() || source.Named(v.Type()) == "context.Context" {
			return false
		}
		if slices.ContainsFunc(o.aw.src.Variable(v).Uses, func(use inspector.Cursor) bool { return !o.toldAt(use) }) {
			return false
		}
	}
	return true
}

// toldAt reports whether what uses a channel or group at cur does not tell anything
// through it, or does so when work of the package's own is done.
func (o own) toldAt(use inspector.Cursor) bool {
	switch o.aw.UsedTo(use) {
	case notice.UsedOtherwise:
		return false
	case notice.UsedToWait:
		return true
	}
	fn := o.aw.src.Function(use.Node())
	return fn != nil && source.BodyOf(fn) != nil && o.does(source.BodyOf(fn))
}

// does reports whether n, and the functions of the package that it calls, run nothing
// that others may have handed in as work to do.
func (o own) does(n ast.Node) bool {
	if o.works[n] {
		return true
	}
	o.works[n] = true
	all := true
	ast.Inspect(n, func(m ast.Node) bool {
		if call, ok := m.(*ast.CallExpr); ok {
			all = all && o.doesAt(call)
		}
		return all
	})
	return all
}

// doesAt is does for a call.
func (o own) doesAt(call *ast.CallExpr) bool {
	tv := o.aw.src.Info.Types[call.Fun]
	if tv.IsType() || tv.IsBuiltin() || source.Named(tv.Type) == "context.CancelFunc" {
		return true
	}
	if _, isLit := ast.Unparen(call.Fun).(*ast.FuncLit); isLit {
		return true // looked at where it stands
	}
	fn := o.aw.src.Callee(call)
	if fn == nil {
		sig, ok := tv.Type.Underlying().(*types.Signature)
		return ok && !ending.IsTask(sig)
	}
	if body := o.aw.src.Body(fn, nil); body != nil {
		return o.does(body)
	}
	recv := source.RecvType(fn)
	switch {
	case !ending.IsTask(fn.Signature()):
		return true
	case recv != nil && types.IsInterface(recv):
		return !onlyTasks(recv.Underlying().(*types.Interface))
	}
	return !o.aw.src.Ours(fn.Pkg())
}

// onlyTasks reports whether all methods of an interface are pieces of work, or name what
// does it: a server may be behind it.
func onlyTasks(of *types.Interface) bool {
	for m := range of.Methods() {
		if !ending.IsTask(m.Signature()) && !notice.Names(m) {
			return false
		}
	}
	return true
}

// workerOf returns the package of the function that n calls, or the one at hand.
func (aw *Waits) workerOf(n ast.Node) *types.Package {
	if call, ok := n.(*ast.CallExpr); ok {
		if fn := aw.src.Callee(call); fn != nil && fn.Pkg() != nil && aw.src.Ours(fn.Pkg()) {
			return fn.Pkg()
		}
	}
	return aw.src.Pkg
}

// reaches reports whether from is the package to, or imports it, over others of the program.
func (aw *Waits) reaches(from, to *types.Package, seen map[*types.Package]bool) bool {
	if from == to {
		return true
	}
	if seen[from] || !aw.src.Ours(from) {
		return false
	}
	seen[from] = true
	return slices.ContainsFunc(from.Imports(), func(imp *types.Package) bool { return aw.reaches(imp, to, seen) })
}
