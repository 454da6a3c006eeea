package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// waiter looks for those who wait.
type waiter struct {
	aw     *Waits
	prompt Prompt
	seen   map[ast.Node]bool // functions being looked into
	early  *bool             // a receive has taken what the start sends
	more   bool              // something else is stopped after the work
	member bool              // it is a member of a group that is looked at
	of     *types.Package    // that does the work: the one at hand, if nobody says otherwise
	any    bool              // whether anybody may wait is all that is asked
	quiet  bool              // the work itself tells nobody beside those that are known
}

// waits tells whether fn waits, after n or when it returns, for what says done.
func (w waiter) waits(fn, n ast.Node, done identity.Identity) Waited {
	start := w.firstStart(fn, n)
	var held ast.Stmt
	if notice.TellsNobody(done) {
		held = w.heldUntil(fn, n)
	}
	of, returns := n.(*ast.CallExpr)
	found := w.in(source.BodyOf(fn), done, 0, func(m ast.Node) bool {
		_, deferred := m.(*ast.DeferStmt)
		return deferred || (m.Pos() >= n.End() || returns && ending.CallOn(m, of) != nil) && !w.isBefore(m, start) && (held == nil || m.End() > held.Pos()) && (w.aw.src.Repeated(n) || !w.aw.Endings.Exclusive(n, m))
	})
	if returns && w.aw.src.Callee(of) == nil && w.aw.src.Repeated(of) && w.call(of, done, 0) == WaitedFor {
		return WaitedFor // it calls others of a list, too
	}
	return found
}

// firstStart returns the first call after n, in the flow of fn itself, that starts the
// server whose requests are to be waited for, or nil.
func (w waiter) firstStart(fn, n ast.Node) *ast.CallExpr {
	var first *ast.CallExpr
	ast.Inspect(source.BodyOf(fn), func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			if first == nil && m.Pos() >= n.End() && w.starts(m, 0) {
				first = m
			}
		}
		return first == nil
	})
	return first
}

// isBefore reports whether m is over before start, and comes once: the server has no
// requests then. A loop may go on for ever.
func (w waiter) isBefore(m ast.Node, start *ast.CallExpr) bool {
	_, loops := m.(*ast.ForStmt)
	return start != nil && !loops && m.End() <= start.Pos() && !w.aw.src.Repeated(start)
}

// in is waits for the parts of n that include accepts. Abandoned means that none
// of them waits for it.
func (w waiter) in(n ast.Node, done identity.Identity, depth int, include func(ast.Node) bool) Waited {
	found := Abandoned
	note := func(one Waited) {
		if found == Abandoned || one == WaitedFor {
			found = one
		}
	}
	ast.Inspect(n, func(m ast.Node) bool {
		if m == nil || found == WaitedFor || w.any && found != Abandoned {
			return false
		}
		switch m := m.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.DeferStmt:
			if include(m) {
				note(w.call(m.Call, done, depth))
			}
			return false
		case *ast.SelectStmt:
			if over := w.overAt(m); include(m) && over != nil {
				for _, s := range over.Body {
					note(w.in(s, done, depth, include))
				}
				return false
			}
			if include(m) {
				note(w.choice(m, done))
				for _, c := range m.Body.List {
					for _, s := range c.(*ast.CommClause).Body {
						note(w.in(s, done, depth, include))
					}
				}
				return false
			}
		case *ast.ForStmt:
			if include(m) && m.Cond == nil && !leaves(m.Body) {
				note(WaitedFor) // the process lives on
			} else if counted := m.Init != nil && m.Post != nil; counted {
				break
			} else if include(m) && !w.aw.Blocks(m.Body) {
				note(WaitedUnknown) // it may look for what is not followed
			}
		case *ast.RangeStmt:
			if t := w.aw.src.Info.TypeOf(m.X); include(m) && t != nil {
				switch t.Underlying().(type) {
				case *types.Chan:
					note(w.on(m.X, done))
				case *types.Signature:
					note(WaitedUnknown)
				}
			}
		case *ast.UnaryExpr:
			if m.Op == token.ARROW && include(m) {
				note(w.on(m.X, done))
			}
		case *ast.CallExpr:
			if include(m) {
				note(w.call(m, done, depth))
			}
		}
		return true
	})
	return found
}

// on tells whether to wait on e, a channel or group, is to wait for done.
func (w waiter) on(e ast.Expr, done identity.Identity) Waited {
	if w.again(e) {
		return WaitedFor
	}
	if w.prompt.Over != nil && w.prompt.Over(e) {
		return Abandoned
	}
	if w.saidThere(w.aw.heardBy(e), done) {
		return WaitedFor
	}
	if call := w.aw.madeBy(e); call != nil && w.quiet && notice.OnlySaid(done) && w.aw.Endings.KeepsTo(w.aw.src.Callee(call)) {
		return Abandoned
	}
	if w.sentThere(e) && !*w.early && !w.aw.src.Repeated(e) {
		*w.early = true
		return Abandoned
	}
	id := identity.Of(w.aw.src, e)
	switch {
	case id.Unknown || done.Open() || !w.aw.ours(id):
		return WaitedUnknown
	case !w.aw.mayEnd(id):
		return WaitedFor // for ever
	case !id.Meets(done):
		return w.byMembers(id, done)
	case !*w.early && w.sentAtOnce(id) && !w.aw.src.Repeated(e):
		*w.early = true
		return Abandoned // it is what the start returned that is received
	}
	return WaitedFor
}

// ours reports whether a variable of the package at hand holds what id is. A
// timer's channel is the timer's.
func (aw *Waits) ours(id identity.Identity) bool {
	for o := range id.Held {
		if o.Pkg() == aw.src.Pkg {
			return true
		}
	}
	return false
}

// mayEnd reports whether to wait for id may have an end: something is done with it
// other than to wait for it, or it is a context that something ends.
func (aw *Waits) mayEnd(id identity.Identity) bool {
	for o := range id.Held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != aw.src.Pkg {
			continue
		}
		happens := aw.src.Variable(v)
		if source.Named(v.Type()) == "context.Context" {
			return !id.NeverEnds()
		}
		if _, isChan := v.Type().Underlying().(*types.Chan); !isChan {
			return true
		}
		if slices.ContainsFunc(happens.Uses, func(use inspector.Cursor) bool { return !notice.Receives(use) }) {
			return true
		}
	}
	return false
}

// sentAtOnce reports whether something is sent on id that a prompt call returns,
// or once it has returned.
func (w waiter) sentAtOnce(id identity.Identity) bool {
	for cur := range w.aw.src.In.Root().Preorder((*ast.SendStmt)(nil)) {
		send := cur.Node().(*ast.SendStmt)
		fn := w.aw.src.Function(send)
		if fn == nil || source.BodyOf(fn) == nil || !identity.Of(w.aw.src, send.Chan).Meets(id) || w.aw.spared(cur, fn) {
			continue
		}
		if w.aw.Endings.OnlyFailures(send, w.prompt.NoError) {
			continue // the goroutine says nothing when the server was stopped
		}
		found := false
		ast.Inspect(source.BodyOf(fn), func(n ast.Node) bool {
			if _, isLit := n.(*ast.FuncLit); isLit || n == nil || n.Pos() >= send.End() {
				return false
			}
			if call, ok := n.(*ast.CallExpr); ok {
				found = found || w.starts(call, 0)
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// spared reports whether what is at cur, in fn, is not reached with the error
// that says that a server was stopped: a condition around it or before it tells
// that one from others.
func (aw *Waits) spared(cur inspector.Cursor, fn ast.Node) bool {
	for c := cur; c.Node() != fn; c = c.Parent() {
		_, i := c.ParentEdge()
		var before []ast.Stmt
		switch n := c.Parent().Node().(type) {
		case *ast.IfStmt:
			if aw.Endings.MentionsClosed(n.Cond) {
				return true
			}
		case *ast.CaseClause:
			if aw.Endings.MentionsClosed(c.Parent().Parent().Node()) {
				return true
			}
			before = n.Body[:max(0, min(i, len(n.Body)))]
		case *ast.BlockStmt:
			before = n.List[:i]
		}
		for _, s := range before {
			n, ok := s.(*ast.IfStmt)
			if ok && len(n.Body.List) > 0 && aw.Endings.MentionsClosed(n.Cond) && aw.Endings.Terminates(n.Body.List[len(n.Body.List)-1]) {
				return true
			}
		}
	}
	return false
}

func (w waiter) isPrompt(call *ast.CallExpr) bool { return w.prompt.Is != nil && w.prompt.Is(call) }

// starts reports whether call is prompt, or calls a function that does what is.
func (w waiter) starts(call *ast.CallExpr, depth int) bool {
	if w.isPrompt(call) {
		return true
	}
	d := w.aw.src.Decl(w.aw.src.Callee(call))
	if d == nil || d.Body == nil || depth > 3 {
		return false
	}
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.CallExpr:
			found = found || w.starts(n, depth+1)
		}
		return !found
	})
	return found
}

// overAt returns the case of s that is taken when the work begins, before any other
// can be for that, or nil: nobody comes back to the others.
func (w waiter) overAt(s *ast.SelectStmt) *ast.CommClause {
	for _, c := range s.Body.List {
		c := c.(*ast.CommClause)
		from := w.aw.ReceivesIn(c.Comm)
		if w.prompt.Over == nil || from == nil || !w.prompt.Over(from) || w.again(from) {
			continue
		}
		if !w.aw.src.Repeated(from) {
			return c
		}
		if last := len(c.Body) - 1; last >= 0 {
			if _, returns := c.Body[last].(*ast.ReturnStmt); returns {
				return c
			}
		}
	}
	return nil
}

// choice tells of a select: one with a default waits for nothing, and one with
// no cases for ever.
func (w waiter) choice(s *ast.SelectStmt, done identity.Identity) Waited {
	found, loops := Abandoned, w.aw.leftByCases(s)
	for _, c := range s.Body.List {
		c := c.(*ast.CommClause)
		if c.Comm == nil {
			return Abandoned
		}
		if loops && !slices.ContainsFunc(c.Body, ending.MayLeave) {
			continue // the loop goes on, whenever that comes
		}
		ast.Inspect(c.Comm, func(n ast.Node) bool {
			if u, ok := n.(*ast.UnaryExpr); ok && u.Op == token.ARROW {
				if one := w.on(u.X, done); found == Abandoned || one == WaitedFor {
					found = one
				}
			}
			return true
		})
	}
	if len(s.Body.List) == 0 {
		return WaitedFor
	}
	return found
}

// call tells whether a call waits for done.
func (w waiter) call(call *ast.CallExpr, done identity.Identity, depth int) Waited {
	fun := ast.Unparen(call.Fun)
	tv := w.aw.src.Info.Types[call.Fun]
	if tv.IsType() || tv.IsBuiltin() || w.aw.Endings.Exits(call) || w.isPrompt(call) || w.prompt.Other != nil && w.prompt.Other(call) {
		return Abandoned
	}
	if lit, ok := fun.(*ast.FuncLit); ok {
		return w.in(lit.Body, done, depth, func(ast.Node) bool { return true })
	}
	if _, ok := identity.Cancelled(w.aw.src, fun); ok {
		return Abandoned
	}
	fn := w.aw.src.Callee(call)
	if fn == nil && (w.aw.Endings.Unhooks(call) || !w.aw.Endings.CallMayWait(call, depth)) {
		return Abandoned
	}
	if fn == nil {
		return w.value(call, done, depth)
	}
	found, several := w.calling(call, fn, done, depth), w.aw.src.MayBe(call)
	for i, one := range several.Fns {
		switch each := w.calling(call, one, done, depth); {
		case i == 0:
			found = each
		case each != found:
			return WaitedUnknown
		}
	}
	if several.Of != nil && found == Abandoned {
		w.leftOpen(done, Open{several.Of, -1, true})
	}
	return found
}

// calling is call for one that calls fn, for all that is known.
func (w waiter) calling(call *ast.CallExpr, fn *types.Func, done identity.Identity, depth int) Waited {
	if w.saidThere(w.aw.Endings.Hears(fn), done) {
		return WaitedFor
	}
	nobody := !done.Open() && len(done.Held)+len(done.Said) == 0
	apart := nobody && w.aw.Endings.Apart(fn) && (w.prompt.Says || !w.aw.reaches(w.of, fn.Pkg(), make(map[*types.Package]bool)))
	drains := func() bool { return w.prompt.Drains != nil && w.prompt.Drains(call) }
	if w.any && w.aw.src.OfOwnModules(fn) && w.aw.Endings.KeepsTo(fn) {
		return Abandoned // what it waits for is kept to its own package
	}
	if apart || w.quiet && notice.OnlySaid(done) && (w.aw.Endings.KeepsTo(fn) || notice.TellsNobody(done) && drains()) {
		return Abandoned
	}
	sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if isSel && fn.Name() == "Wait" && isGroup(fn) {
		if w.aw.countsRequests(sel.X) {
			if w.prompt.Counted != nil {
				w.prompt.Counted()
			}
			return WaitedFor // in the program's own way
		}
		return w.on(sel.X, done)
	}
	if d := w.aw.src.Decl(fn); d != nil && d.Body != nil {
		if w.seen[d] {
			return Abandoned
		}
		if depth > 4 {
			return WaitedUnknown
		}
		w.seen[d] = true
		defer delete(w.seen, d)
		return w.in(d.Body, done, depth+1, func(ast.Node) bool { return true })
	}
	if w.member && w.aw.ev.Row(fn, catalog.Serve) != nil {
		if w.more {
			return WaitedUnknown // that server may be stopped when the work is done
		}
		return Abandoned
	}
	if w.aw.startsBeside(call, new(identity.Identity)) && !w.aw.Endings.Limited() {
		return Abandoned
	}
	if notice.Names(fn) {
		return Abandoned
	}
	if w.member && nobody && w.aw.runsOn(fn) {
		return Abandoned
	}
	if !w.aw.Endings.MayWaitIn(call, fn, depth) || nobody && w.aw.Endings.BlocksElsewhere(fn) {
		return Abandoned // or it waits for another server
	}
	if w.prompt.Alone && notice.TellsNobody(done) && w.aw.Endings.EndsLibrary(fn) || w.leftOpen(done, Open{Fn: fn, Param: -1}) {
		return Abandoned
	}
	return WaitedUnknown
}
