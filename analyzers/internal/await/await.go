package await

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
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
	// Drains, if it is not nil, reports whether a call drains another server: of work of
	// which nobody is told it does not wait for the end.
	Drains func(*ast.CallExpr) bool
	// Sends, if it is not nil, reports whether a call returns the channel on which another
	// package sends what a prompt call returns there.
	Sends func(*ast.CallExpr) bool
	// Said are the channels and groups by which another package says that the work is done
	// which it goes on with when a prompt call has returned; Says tells that there are no
	// other ways.
	Said []string
	Says bool
	// Alone says that no library has what does the work: what ends something of a library
	// does not wait for it, if nobody is told.
	Alone bool
	// Unless, if it is not nil, is asked of what may wait and only importers know. Work of
	// which nobody is told is not waited for unless that does, if it notes it and returns
	// true.
	Unless func(Open) bool
	// Counted, if it is not nil, is told where somebody waits for open requests.
	Counted func()
}

// Open is what importers put behind a method of an interface, or, if Param is not negative,
// give to a function to be called.
type Open struct {
	Fn    *types.Func
	Param int
	Own   bool // this package has types for the interface, too
}

// Waited tells whether func main waits for n, which runs once, and with which
// prompt calls return.
func (aw *Waits) Waited(n ast.Node, prompt Prompt) Waited {
	found, _ := aw.until(nil, n, true, identity.Identity{}, prompt)
	return found
}

// WaitedTelling is Waited for a call that says that it is done through what it is given.
func (aw *Waits) WaitedTelling(n *ast.CallExpr, through []ast.Expr, prompt Prompt) Waited {
	var done identity.Identity
	for _, e := range through {
		done.Add(identity.Of(aw.src, e))
	}
	found, _ := aw.until(nil, n, true, done, prompt)
	return found
}

// WaitedEach is Waited for one of the calls of a method of this package, which is called on
// several receivers: what is told inside by its own variables, it tells nobody else.
func (aw *Waits) WaitedEach(n *ast.CallExpr, prompt Prompt) Waited {
	fn := aw.src.Callee(n)
	body := aw.src.Body(fn, nil)
	if body == nil {
		return WaitedUnknown
	}
	done := aw.TellsAll(body)
	for o := range done.Held {
		v, _ := o.(*types.Var)
		own := body.Pos() <= o.Pos() && o.Pos() < body.End()
		if own || source.Named(o.Type()) == "context.Context" && source.ParamIndex(fn, v) >= 0 { // given another meaning there
			delete(done.Held, o)
		}
	}
	found, _ := aw.until(nil, n, !aw.src.IsGo(n), done, prompt)
	return found
}

// WaitedIn tells whether fn waits for n, which it leads to, before it returns.
// Where others can wait for it, that is not known.
func (aw *Waits) WaitedIn(fn *types.Func, n ast.Node, prompt Prompt) Waited {
	found, done := aw.until(fn, n, true, identity.Identity{}, prompt)
	if found == Abandoned && aw.Outside(done, fn) {
		return WaitedUnknown
	}
	return found
}

// WaitedAfter tells whether fn, or main if that is nil, waits for anything once
// n has returned, other than for what has nothing to do with it. The library
// whose function n calls goes on with its work then, and may say when it is done
// through what it is given.
func (aw *Waits) WaitedAfter(fn *types.Func, n *ast.CallExpr, prompt Prompt) Waited {
	if _, stands := aw.src.Find(n); !stands && prompt.Says { // it is handed to what calls it: g.Go(srv.Run)
		found, _ := aw.until(fn, n.Fun, false, identity.Identity{}, prompt)
		return found
	}
	done := aw.Given(n)
	if prompt.Says {
		aw.untold(n, &done)
	}
	found, _ := aw.until(fn, n, false, done, prompt)
	return found
}

// untold takes out of done the channels and groups that call is given: a function that says
// by which it tells of its end tells nothing through those.
func (aw *Waits) untold(call *ast.CallExpr, done *identity.Identity) {
	for _, a := range call.Args {
		if _, isFunc := aw.src.Info.TypeOf(a).Underlying().(*types.Signature); isFunc {
			continue
		}
		for o := range identity.Of(aw.src, a).Held {
			delete(done.Held, o)
		}
	}
}

// until follows n out to fn, or to main if that is nil. over says that what
// stands before n in its function has to wait for it, and done is what tells
// that it has ended; until returns it with what tells that fn was that far.
func (aw *Waits) until(fn *types.Func, n ast.Node, over bool, done identity.Identity, prompt Prompt) (Waited, identity.Identity) {
	if call, ok := n.(*ast.CallExpr); ok && over && aw.src.Goes(n) {
		if body := aw.src.Body(aw.src.Callee(call), nil); body != nil {
			done.Add(aw.TellsAll(body))
		}
	}
	w := waiter{aw: aw, prompt: prompt, more: aw.stopsMore(n), of: aw.workerOf(n), quiet: !over || !aw.mayTell(n)}.anew()
	call, isCall := n.(*ast.CallExpr)
	beside := aw.src.Goes(n) || isCall && aw.Endings.Lets(call)
	if cur, ok := aw.src.Find(n); ok {
		said := &done
		if !over {
			said = new(identity.Identity) // the end of a group does not tell of what goes on
		}
		by, known := aw.handed(cur, said)
		beside = beside || known && by.beside
	}
	return w.until(fn, n, over && !beside, done, 0)
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
			switch exits := w.aw.exitBehind(in, n) != nil; {
			case exits && fn == nil:
				return Abandoned, done
			case exits:
				return WaitedUnknown, done // fn does not return at all
			}
		}
	}
	if over {
		done.Add(w.aw.DoneAfter(in, n))
	}
	if w.aw.isTop(in, fn) {
		switch {
		case over:
			return WaitedFor, done
		case fn == nil && !w.aw.src.Main && w.aw.Beyond(done, in):
			return WaitedUnknown, done
		}
		return Abandoned, done
	}
	said := &done
	if !over {
		said = new(identity.Identity) // the end of a group does not tell of what goes on
	}
	ways := w.aw.out(in, fn, said)
	if _, isLit := in.(*ast.FuncLit); isLit && len(ways) == 0 && !over && notice.TellsNobody(done) {
		ways = []way{{in, true}} // whoever calls it, it has to be made first
	}
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
		aw.Inside(d, fn, done) // a group of the program's own
	}
	return true
}
