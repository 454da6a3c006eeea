package notice

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells what a piece of code tells others, by itself and by what it calls.

// DoneAfter returns what fn says is done after n, and when it returns.
func (no *Notices) DoneAfter(fn, n ast.Node) identity.Identity {
	return no.doneAfter(fn, n, level{})
}

// SaidAfter is DoneAfter as it is known inside fn, whose parameters stand for what they are
// given.
func (no *Notices) SaidAfter(fn *types.Func, n ast.Node) identity.Identity {
	return no.doneAfter(no.src.Decl(fn), n, level{within: fn})
}

func (no *Notices) doneAfter(fn, n ast.Node, at level) identity.Identity {
	var done identity.Identity
	self := n // the call of n, if n is what is called, or what it is handed to, to be called there
	if cur, ok := no.src.Find(n); ok && source.CallOf(cur) != nil {
		self = source.CallOf(cur)
	} else if e, isExpr := n.(ast.Expr); ok && isExpr && cur.ParentEdgeKind() == edge.CallExpr_Args && isFunc(no.src.Info.TypeOf(e)) {
		self = cur.Parent().Node()
	}
	failed := no.ends.Failed(self)
	no.says(source.BodyOf(fn), &done, at, func(m ast.Node) bool {
		_, deferred := m.(*ast.DeferStmt)
		if call, ok := m.(*ast.CallExpr); ok && failed != nil && failed.Pos() <= m.Pos() && m.End() <= failed.End() && no.src.Callee(call) == nil {
			return false // a function that is only told of a failure tells nobody of an end
		}
		return deferred || m != self && m.End() >= n.End() // result <- srv.Shutdown(ctx), too
	})
	return done
}

// Says adds to done what the parts of n that include accepts tell others.
func (no *Notices) Says(n ast.Node, done *identity.Identity, include func(ast.Node) bool) {
	no.says(n, done, level{}, include)
}

// SaysBefore is Says for what is over before that begins of which others might be
// told, the work of what of holds: only what runs beside it, and knows of, can tell
// them. Where others may hold the same, of is nil.
func (no *Notices) SaysBefore(n ast.Node, done *identity.Identity, of *types.Var, include func(ast.Node) bool) {
	no.says(n, done, level{past: true, of: of}, include)
}

func (no *Notices) says(n ast.Node, done *identity.Identity, at level, include func(ast.Node) bool) {
	ast.Inspect(n, func(m ast.Node) bool {
		if m == nil {
			return false
		}
		switch m := m.(type) {
		case *ast.FuncLit:
			return false // looked at where it is called
		case *ast.DeferStmt:
			if include(m) {
				no.saysCall(m.Call, done, at)
			}
			return false
		case *ast.SendStmt:
			if include(m) && !at.past {
				done.Add(identity.Within(no.src, m.Chan, at.within))
			}
		case *ast.CallExpr:
			if include(m) {
				no.saysCall(m, done, at)
			}
		}
		return true
	})
}

// saysCall adds what a call tells others.
func (no *Notices) saysCall(call *ast.CallExpr, done *identity.Identity, at level) {
	fun := ast.Unparen(call.Fun)
	lit, isLit := fun.(*ast.FuncLit)
	hidden := !isLit && no.src.Callee(call) == nil // it may be a literal that knows everything
	at.past = at.past && !(no.src.IsGo(call) && (hidden || at.of == nil || no.src.Uses(call, at.of)))
	if isLit {
		done.Add(no.tellsAll(lit.Body, at))
		return
	}
	tv := no.src.Info.Types[call.Fun]
	switch {
	case tv.IsType():
		return
	case tv.IsBuiltin():
		if no.src.Closes(call) && len(call.Args) == 1 && !at.past {
			done.Add(identity.Within(no.src, call.Args[0], at.within))
		}
		return
	}
	if ctx, ok := identity.Cancelled(no.src, fun); ok {
		done.Add(ctx)
		return
	}
	fn := no.src.Callee(call)
	if fn == nil && no.ends.Unhooks(call) {
		return
	}
	if fn == nil && !at.past {
		_, given := identity.Given(no.src, call.Fun)
		given = given || no.CallsGiven != nil && no.CallsGiven(call)
		done.Given = done.Given || given
		done.Unknown = done.Unknown || !given && !no.ends.HearsText(call)
		return
	}
	switch sel, _ := fun.(*ast.SelectorExpr); no.src.CalleeName(call) {
	case "(*sync.WaitGroup).Done":
		if sel != nil {
			if !no.CountsItself(sel) {
				done.Add(identity.Within(no.src, sel.X, at.within))
			}
			return
		}
	case "(*sync.Cond).Signal", "(*sync.Cond).Broadcast", "(*golang.org/x/sync/semaphore.Weighted).Release":
		done.Unknown = true // whoever waits in another way than those that are followed
		return
	}
	if several := no.src.MayBe(call).Fns; len(several) > 0 {
		for _, fn := range several {
			if !done.Unknown { // which says it all
				no.saysIn(call, fn, done, at)
			}
		}
		return
	}
	no.saysIn(call, fn, done, at)
}

// saysIn is saysCall for a call of fn, for all that is known.
func (no *Notices) saysIn(call *ast.CallExpr, fn *types.Func, done *identity.Identity, at level) {
	if body := no.src.Body(fn, nil); body != nil {
		if at.depth > 4 {
			done.Unknown = true
			return
		}
		done.Add(no.tellsAll(body, at.deeper()))
		return
	}
	if fn != nil && fn.Pkg() == nil {
		return // error.Error
	}
	if !at.past && no.src.Ours(fn.Pkg()) && !ending.Logs(fn.Name()) && !Names(fn) && !no.ends.Silent(fn) && !no.forLog(call) {
		done.Unknown = true
		return
	}
	for i, a := range call.Args {
		if !OnlyHears(fn, i) {
			no.saysGiven(a, done, at)
		}
	}
}

// forLog reports whether call is made for a log: it looks for one, or for what is logged,
// and does not by the way end something or hear of an error.
// Have: logging.FromContext(ctx).Error(err, cfg.Addr())
func (no *Notices) forLog(call *ast.CallExpr) bool {
	isError := func(e ast.Expr) bool {
		t := no.src.Info.TypeOf(e)
		return t != nil && source.ErrorIndex(t) >= 0
	}
	if fn := no.src.Callee(call); ending.AboutEnd(fn.Name()) || isError(call) || slices.ContainsFunc(call.Args, isError) {
		return false
	}
	cur, ok := no.src.Find(call)
	for ok && (cur.ParentEdgeKind() == edge.SelectorExpr_X || cur.ParentEdgeKind() == edge.CallExpr_Args) {
		if cur = cur.Parent(); cur.ParentEdgeKind() == edge.CallExpr_Fun {
			cur = cur.Parent()
		}
		if by, isCall := cur.Node().(*ast.CallExpr); isCall {
			if fn := no.src.Callee(by); fn != nil && ending.LogsEvent(fn.Name()) {
				return true
			}
		}
	}
	return false
}

// CountsItself reports whether the goroutine that counts itself out of a group by the method
// done has also counted itself in: who waits for the group may do so before.
func (no *Notices) CountsItself(done *ast.SelectorExpr) bool {
	v, ok := no.src.Object(done.X).(*types.Var)
	fn := no.src.Function(done)
	if !ok || !no.src.Goes(fn) {
		return false
	}
	counted := false
	for _, use := range no.src.Variable(v).Uses {
		if sel := MethodAt(use); sel != nil && sel.Sel.Name == "Add" {
			if no.src.Function(sel) != fn {
				return false
			}
			counted = true
		}
	}
	return counted
}

// Names reports whether a call of fn, a method of an interface, only asks for a text or
// number: service.Name().
func Names(fn *types.Func) bool {
	sig := fn.Signature()
	if !types.IsInterface(source.RecvType(fn)) || sig.Params().Len() > 0 || sig.Results().Len() != 1 {
		return false
	}
	_, basic := sig.Results().At(0).Type().Underlying().(*types.Basic)
	return basic
}

// saysGiven adds what a library may tell others through e, which it is given: a
// channel, a group, a function and what that tells.
func (no *Notices) saysGiven(e ast.Expr, done *identity.Identity, at level) {
	if !no.tells(e) || source.IsSignals(no.src.Info.TypeOf(e)) || no.ends.Answers(no.src.Info.TypeOf(e)) || no.knowsNothing(e) {
		return
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && no.elsewhere(no.src.Callee(call)) {
		for _, a := range call.Args {
			no.saysGiven(a, done, at)
		}
		return
	}
	in := no.BodyOf(e)
	switch {
	case in == nil && !isFunc(no.src.Info.TypeOf(e)):
		done.Add(identity.Within(no.src, e, at.within))
		return
	case in == nil || at.depth > 4:
		done.Unknown = true
		return
	}
	at.past = false // it may be called at any time
	done.Add(no.tellsAll(in, at.deeper()))
}

// knowsNothing reports whether e names a function of a library, which knows nothing
// to tell others about; a method that ends something may.
func (no *Notices) knowsNothing(e ast.Expr) bool {
	fn, ok := no.src.Info.Uses[source.NameOf(e)].(*types.Func)
	return ok && no.elsewhere(fn) && !ending.AboutEnd(fn.Name())
}

// elsewhere reports whether fn is a function of a library, and none by which
// goroutines tell each other something.
func (no *Notices) elsewhere(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() != "sync" && !no.src.Ours(fn.Pkg())
}

// Inside adds to done what d, the declaration of fn, and the functions
// written in it tell others beside what fn is given to call.
func (no *Notices) Inside(d *ast.FuncDecl, fn *types.Func, done *identity.Identity) {
	own := func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if _, isLit := ast.Unparen(call.Fun).(*ast.FuncLit); isLit {
			return false // looked at below
		}
		v, isVar := no.src.Object(call.Fun).(*types.Var)
		if !isVar {
			return true
		}
		given := no.src.Variable(v).Param
		return given == nil || given.Fn != fn
	}
	no.Says(d.Body, done, own)
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok {
			no.Says(lit.Body, done, own)
		}
		return true
	})
}

// telling is the body of a function that is called so deep.
type telling struct {
	body ast.Node
	at   level
}

// level is how many calls deep something stands, and what [Waits.SaysBefore] says of it.
type level struct {
	depth int
	past  bool
	of    *types.Var

	within *types.Func // see [identity.Within]
}

func (l level) deeper() level {
	l.depth++
	return l
}

// TellsAll returns what the function with this body tells others.
func (no *Notices) TellsAll(body ast.Node) identity.Identity { return no.tellsAll(body, level{}) }

// tellsAll returns what all parts of the body of a function tell others.
func (no *Notices) tellsAll(body ast.Node, at level) identity.Identity {
	t := telling{body, at}
	known, ok := no.told[t]
	if !ok {
		no.says(body, &known, at, func(ast.Node) bool { return true })
		no.told[t] = known
	}
	return known
}

// tells reports whether something can be told through e: a channel, a function,
// a group.
func (no *Notices) tells(e ast.Expr) bool {
	t := no.src.Info.TypeOf(e)
	if t == nil {
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return source.Named(p.Elem()) == "sync.WaitGroup"
	}
	switch t.Underlying().(type) {
	case *types.Chan, *types.Signature:
		return true
	}
	return false
}
