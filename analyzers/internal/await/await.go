package await

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file tells who waits for what runs in a goroutine, by what the goroutine
// says when it is done: the channels that it closes or sends on, the groups that
// it is counted in, the contexts that it cancels. To wait for anything else is
// not to wait for it. Where it cannot be told what somebody waits for, it may be
// just that.

// Waited is whether a piece of work has ended before the process does.
type Waited uint8

// The answers.
const (
	WaitedUnknown Waited = iota // it cannot be told
	WaitedFor                   // somebody waits for it, or the process lives on
	Abandoned                   // func main ends, and nobody waits
)

// Prompt tells of calls that would wait for long that they return as soon as some
// work begins: the start of a server that it stops.
type Prompt struct {
	Is      func(*ast.CallExpr) bool // none is, if it is nil
	NoError bool                     // what they return then is nil
	// Over, if it is not nil, reports whether a receive from an expression is over
	// when the work begins: nobody waits for the work there, whoever else may end
	// that wait.
	Over func(ast.Expr) bool
	// Again, if it is not nil, reports whether a receive from an expression waits for the
	// program to be told to stop once more, when the work has begun: until then it lives on.
	Again func(ast.Expr) bool
	// Other, if it is not nil, reports whether a call waits for other work, and for nothing else.
	Other func(*ast.CallExpr) bool
	// Sends, if it is not nil, reports whether a call returns the channel on which another
	// package sends what a prompt call returns there.
	Sends func(*ast.CallExpr) bool
	// Counted, if it is not nil, is told where somebody waits for open requests.
	Counted func()
}

// Waited tells whether func main waits for n, which runs once, and with which
// prompt calls return.
func (aw *Waits) Waited(n ast.Node, prompt Prompt) Waited {
	found, _ := aw.until(nil, n, true, identity.Identity{}, prompt)
	return found
}

// WaitedIn tells whether fn waits for n, which it leads to, before it returns.
// Where others can wait for it, that is not known.
func (aw *Waits) WaitedIn(fn *types.Func, n ast.Node, prompt Prompt) Waited {
	found, done := aw.until(fn, n, true, identity.Identity{}, prompt)
	if found == Abandoned && aw.toldOutside(done, fn) {
		return WaitedUnknown
	}
	return found
}

// WaitedAfter tells whether fn, or main if that is nil, waits for anything once
// n has returned, other than for what has nothing to do with it. The library
// whose function n calls goes on with its work then, and may say when it is done
// through what it is given.
func (aw *Waits) WaitedAfter(fn *types.Func, n *ast.CallExpr, prompt Prompt) Waited {
	found, _ := aw.until(fn, n, false, aw.given(n), prompt)
	return found
}

// until follows n out to fn, or to main if that is nil. over says that what
// stands before n in its function has to wait for it, and done is what tells
// that it has ended; until returns it with what tells that fn was that far.
func (aw *Waits) until(fn *types.Func, n ast.Node, over bool, done identity.Identity, prompt Prompt) (Waited, identity.Identity) {
	if call, ok := n.(*ast.CallExpr); ok && over && aw.src.Goes(n) {
		if d := aw.src.Decl(aw.src.Callee(call)); d != nil && d.Body != nil {
			done.Add(aw.tellsAll(d.Body, level{}))
		}
	}
	w := waiter{aw: aw, prompt: prompt, more: aw.stopsMore(n), of: aw.workerOf(n), quiet: !over || !aw.mayTell(n)}.anew()
	aside, told := aw.handedAside(n)
	done.Unknown = done.Unknown || told
	return w.until(fn, n, over && !aside && !aw.src.Goes(n), done, 0)
}

// until is (*Waits).until, depth functions further out than where it began.
func (w waiter) until(fn *types.Func, n ast.Node, over bool, done identity.Identity, depth int) (Waited, identity.Identity) {
	in := w.aw.src.Function(n)
	if in == nil || source.BodyOf(in) == nil || depth > 12 {
		return WaitedUnknown, done
	}
	if !over {
		switch w.waits(in, n, done) {
		case WaitedUnknown:
			return WaitedUnknown, done
		case WaitedFor:
			over = true
		default:
			switch exits := w.aw.exitsBehind(in, n); {
			case exits && fn == nil:
				return Abandoned, done
			case exits:
				return WaitedUnknown, done // fn does not return at all
			}
		}
	}
	if over {
		done.Add(w.aw.doneAfter(in, n))
	}
	if w.aw.isTop(in, fn) {
		switch {
		case over:
			return WaitedFor, done
		case fn == nil && !w.aw.src.Main && w.aw.toldBeyond(done, in):
			return WaitedUnknown, done
		}
		return Abandoned, done
	}
	said := &done
	if !over {
		said = new(identity.Identity) // the end of a group does not tell of what goes on
	}
	ways := w.aw.out(in, fn, said)
	if len(ways) == 0 {
		return WaitedUnknown, done
	}
	if len(ways) == 1 {
		return w.until(fn, ways[0].n, over && !ways[0].beside, done, depth+1)
	}
	var found []Waited
	var all identity.Identity
	for _, way := range ways {
		var told identity.Identity
		told.Add(done)
		one, told := w.anew().until(fn, way.n, over && !way.beside, told, depth+1)
		found = append(found, one)
		all.Add(told)
	}
	if slices.Max(found) != slices.Min(found) { // one way or the other
		return WaitedUnknown, all
	}
	return found[0], all
}

// anew returns a waiter like w that has not looked at anything.
func (w waiter) anew() waiter {
	w.seen, w.early = make(map[ast.Node]bool), new(bool)
	if w.of == nil {
		w.of = w.aw.src.Pkg
	}
	return w
}

// isTop reports whether in declares fn, or, if that is nil, is what the process ends
// with: main, and in another package the command that it is called for.
func (aw *Waits) isTop(in ast.Node, fn *types.Func) bool {
	d, ok := in.(*ast.FuncDecl)
	switch {
	case fn == nil && !aw.src.Main:
		_, ok = aw.Endings.Command(in)
		return ok
	case fn == nil:
		return ok && d.Recv == nil && d.Name.Name == "main"
	}
	return ok && aw.src.Decl(fn) == d
}

// startsBeside reports whether call runs the function that it is given in a
// goroutine: group.Go, whose group is added to done, or context.AfterFunc.
func (aw *Waits) startsBeside(call *ast.CallExpr, done *identity.Identity) bool {
	fn := aw.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	if fn.FullName() == "context.AfterFunc" {
		return true
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || fn.Name() != "Go" || fn.Signature().Recv() == nil {
		return false
	}
	done.Add(identity.Of(aw.src, sel.X))
	if d := aw.src.Decl(fn); d != nil && d.Body != nil {
		aw.saysInside(d, fn, done) // a group of the program's own
	}
	return true
}

// saysInside adds to done what d, the declaration of fn, and the functions
// written in it tell others beside what fn is given to call.
func (aw *Waits) saysInside(d *ast.FuncDecl, fn *types.Func, done *identity.Identity) {
	own := func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if _, isLit := ast.Unparen(call.Fun).(*ast.FuncLit); isLit {
			return false // looked at below
		}
		v, isVar := aw.src.Object(call.Fun).(*types.Var)
		if !isVar {
			return true
		}
		given := aw.src.Variable(v).Param
		return given == nil || given.Fn != fn
	}
	aw.Says(d.Body, done, own)
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok {
			aw.Says(lit.Body, done, own)
		}
		return true
	})
}

// doneAfter returns what fn says is done after n, and when it returns.
func (aw *Waits) doneAfter(fn, n ast.Node) identity.Identity {
	var done identity.Identity
	self := n // the call of n, if n is what is called
	if cur, ok := aw.src.Find(n); ok && source.CallOf(cur) != nil {
		self = source.CallOf(cur)
	}
	failed := aw.Endings.Failed(self)
	aw.Says(source.BodyOf(fn), &done, func(m ast.Node) bool {
		_, deferred := m.(*ast.DeferStmt)
		if call, ok := m.(*ast.CallExpr); ok && failed != nil && failed.Pos() <= m.Pos() && m.End() <= failed.End() && aw.src.Callee(call) == nil {
			return false // a function that is only told of a failure tells nobody of an end
		}
		return deferred || m != self && m.End() >= n.End() // result <- srv.Shutdown(ctx), too
	})
	return done
}

// Says adds to done what the parts of n that include accepts tell others.
func (aw *Waits) Says(n ast.Node, done *identity.Identity, include func(ast.Node) bool) {
	aw.says(n, done, level{}, include)
}

// SaysBefore is Says for what is over before that begins of which others might be
// told, the work of what of holds: only what runs beside it, and knows of, can tell
// them. Where others may hold the same, of is nil.
func (aw *Waits) SaysBefore(n ast.Node, done *identity.Identity, of *types.Var, include func(ast.Node) bool) {
	aw.says(n, done, level{past: true, of: of}, include)
}

func (aw *Waits) says(n ast.Node, done *identity.Identity, at level, include func(ast.Node) bool) {
	ast.Inspect(n, func(m ast.Node) bool {
		if m == nil {
			return false
		}
		switch m := m.(type) {
		case *ast.FuncLit:
			return false // looked at where it is called
		case *ast.DeferStmt:
			if include(m) {
				aw.saysCall(m.Call, done, at)
			}
			return false
		case *ast.SendStmt:
			if include(m) && !at.past {
				done.Add(identity.Of(aw.src, m.Chan))
			}
		case *ast.CallExpr:
			if include(m) {
				aw.saysCall(m, done, at)
			}
		}
		return true
	})
}

// saysCall adds what a call tells others.
func (aw *Waits) saysCall(call *ast.CallExpr, done *identity.Identity, at level) {
	fun := ast.Unparen(call.Fun)
	lit, isLit := fun.(*ast.FuncLit)
	hidden := !isLit && aw.src.Callee(call) == nil // it may be a literal that knows everything
	at.past = at.past && !(aw.src.IsGo(call) && (hidden || at.of == nil || aw.src.Uses(call, at.of)))
	if isLit {
		done.Add(aw.tellsAll(lit.Body, at))
		return
	}
	tv := aw.src.Info.Types[call.Fun]
	switch {
	case tv.IsType():
		return
	case tv.IsBuiltin():
		if aw.src.Closes(call) && len(call.Args) == 1 && !at.past {
			done.Add(identity.Of(aw.src, call.Args[0]))
		}
		return
	}
	if ctx, ok := identity.Cancelled(aw.src, fun); ok {
		done.Add(ctx)
		return
	}
	fn := aw.src.Callee(call)
	if fn == nil && !at.past {
		_, given := identity.Given(aw.src, call.Fun)
		done.Given = done.Given || given
		done.Unknown = done.Unknown || !given && !aw.Endings.HearsText(call)
		return
	}
	switch sel, _ := fun.(*ast.SelectorExpr); aw.src.CalleeName(call) {
	case "(*sync.WaitGroup).Done":
		if sel != nil {
			done.Add(identity.Of(aw.src, sel.X))
			return
		}
	case "(*sync.Cond).Signal", "(*sync.Cond).Broadcast", "(*golang.org/x/sync/semaphore.Weighted).Release":
		done.Unknown = true // whoever waits in another way than those that are followed
		return
	}
	if d := aw.src.Decl(fn); d != nil && d.Body != nil {
		if at.depth > 4 {
			done.Unknown = true
			return
		}
		done.Add(aw.tellsAll(d.Body, at.deeper()))
		return
	}
	if fn != nil && fn.Pkg() == nil {
		return // error.Error
	}
	if !at.past && aw.src.Ours(fn.Pkg()) && !ending.Logs(fn.Name()) && !names(fn) && !aw.Endings.Silent(fn) {
		done.Unknown = true
		return
	}
	for i, a := range call.Args {
		if !onlyHears(fn, i) {
			aw.saysGiven(a, done, at)
		}
	}
}

// names reports whether a call of fn, a method of an interface, only asks for a text or
// number: service.Name().
func names(fn *types.Func) bool {
	sig := fn.Signature()
	if !types.IsInterface(source.RecvType(fn)) || sig.Params().Len() > 0 || sig.Results().Len() != 1 {
		return false
	}
	_, basic := sig.Results().At(0).Type().Underlying().(*types.Basic)
	return basic
}

// saysGiven adds what a library may tell others through e, which it is given: a
// channel, a group, a function and what that tells.
func (aw *Waits) saysGiven(e ast.Expr, done *identity.Identity, at level) {
	if !aw.tells(e) || aw.Endings.Answers(aw.src.Info.TypeOf(e)) || aw.knowsNothing(e) {
		return
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && aw.elsewhere(aw.src.Callee(call)) {
		for _, a := range call.Args {
			aw.saysGiven(a, done, at)
		}
		return
	}
	in := aw.BodyOf(e)
	if in == nil || at.depth > 4 {
		done.Unknown = true
		return
	}
	at.past = false // it may be called at any time
	done.Add(aw.tellsAll(in, at.deeper()))
}

// knowsNothing reports whether e names a function of a library, which knows nothing
// to tell others about; a method that ends something may.
func (aw *Waits) knowsNothing(e ast.Expr) bool {
	fn, ok := aw.src.Info.Uses[source.NameOf(e)].(*types.Func)
	return ok && aw.elsewhere(fn) && !ending.AboutEnd(fn.Name())
}

// elsewhere reports whether fn is a function of a library, and none by which
// goroutines tell each other something.
func (aw *Waits) elsewhere(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() != "sync" && !aw.src.Ours(fn.Pkg())
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
}

func (l level) deeper() level { return level{l.depth + 1, l.past, l.of} }

// tellsAll returns what all parts of the body of a function tell others.
func (aw *Waits) tellsAll(body ast.Node, at level) identity.Identity {
	t := telling{body, at}
	known, ok := aw.told[t]
	if !ok {
		aw.says(body, &known, at, func(ast.Node) bool { return true })
		aw.told[t] = known
	}
	return known
}

// tells reports whether something can be told through e: a channel, a function,
// a group.
func (aw *Waits) tells(e ast.Expr) bool {
	t := aw.src.Info.TypeOf(e)
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
