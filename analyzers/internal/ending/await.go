package ending

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
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

// Waited tells whether func main waits for n, which runs once. prompt tells of a
// call that would wait for long that it returns as soon as n begins: the start
// of a server that n stops.
func (en *Endings) Waited(n ast.Node, prompt func(*ast.CallExpr) bool) Waited {
	if !en.src.Main {
		return WaitedUnknown
	}
	w := waiter{en: en, prompt: prompt, seen: make(map[ast.Node]bool), early: new(bool)}
	over := true // what stands before n in its function has to wait for it
	var done identity
	for range 12 {
		fn := en.src.Function(n)
		if fn == nil || body(fn) == nil {
			return WaitedUnknown
		}
		if !over {
			switch w.waits(fn, n, done) {
			case WaitedUnknown:
				return WaitedUnknown
			case WaitedFor:
				over = true
			}
		}
		if over {
			done.add(en.doneAfter(fn, n))
		}
		if d, ok := fn.(*ast.FuncDecl); ok && d.Recv == nil && d.Name.Name == "main" {
			if over {
				return WaitedFor
			}
			return Abandoned
		}
		out, beside, ok := en.out(fn, &done)
		if !ok {
			return WaitedUnknown
		}
		over = over && !beside
		n = out
	}
	return WaitedUnknown
}

// out returns where fn is called, or started to run beside what comes after it.
// ok is false when that is not one place. A group that it is started in is
// added to done.
func (en *Endings) out(fn ast.Node, done *identity) (n ast.Node, beside, ok bool) {
	var call *ast.CallExpr
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		f, isFunc := en.src.Info.Defs[fn.Name].(*types.Func)
		if !isFunc {
			return nil, false, false
		}
		calls, all := en.src.Calls(f)
		if !all || len(calls) != 1 {
			return nil, false, false
		}
		call = calls[0]
	case *ast.FuncLit:
		cur, found := en.src.Find(fn)
		if !found {
			return nil, false, false
		}
		if call = callOf(cur); call == nil {
			outer, isArg := cur.Parent().Node().(*ast.CallExpr)
			if !isArg {
				return nil, false, false
			}
			return outer, true, en.startsBeside(outer, done)
		}
	}
	cur, found := en.src.Find(call)
	if !found {
		return nil, false, false
	}
	switch s := cur.Parent().Node().(type) {
	case *ast.GoStmt:
		return s, true, true
	case *ast.DeferStmt:
		return s, false, true
	}
	return call, false, true
}

// startsBeside reports whether call runs the function that it is given in a
// goroutine: group.Go, whose group is added to done, or context.AfterFunc.
func (en *Endings) startsBeside(call *ast.CallExpr, done *identity) bool {
	fn := en.src.Callee(call)
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
	done.add(en.identify(sel.X))
	return true
}

// doneAfter returns what fn says is done after n, and when it returns.
func (en *Endings) doneAfter(fn, n ast.Node) identity {
	var done identity
	en.says(body(fn), &done, 0, func(m ast.Node) bool {
		_, deferred := m.(*ast.DeferStmt)
		return deferred || m.End() >= n.End() // result <- srv.Shutdown(ctx), too
	})
	return done
}

// says adds to done what the parts of n that include accepts tell others.
func (en *Endings) says(n ast.Node, done *identity, depth int, include func(ast.Node) bool) {
	ast.Inspect(n, func(m ast.Node) bool {
		if m == nil {
			return false
		}
		switch m := m.(type) {
		case *ast.FuncLit:
			return false // looked at where it is called
		case *ast.DeferStmt:
			if include(m) {
				en.saysCall(m.Call, done, depth)
			}
			return false
		case *ast.SendStmt:
			if include(m) {
				done.add(en.identify(m.Chan))
			}
		case *ast.CallExpr:
			if include(m) {
				en.saysCall(m, done, depth)
			}
		}
		return true
	})
}

// saysCall adds what a call tells others.
func (en *Endings) saysCall(call *ast.CallExpr, done *identity, depth int) {
	all := func(ast.Node) bool { return true }
	fun := ast.Unparen(call.Fun)
	if lit, ok := fun.(*ast.FuncLit); ok {
		en.says(lit.Body, done, depth, all)
		return
	}
	tv := en.src.Info.Types[call.Fun]
	switch {
	case tv.IsType():
		return
	case tv.IsBuiltin():
		if id, ok := fun.(*ast.Ident); ok && id.Name == "close" && len(call.Args) == 1 {
			done.add(en.identify(call.Args[0]))
		}
		return
	}
	if ctx, ok := en.cancelled(fun); ok {
		done.add(ctx)
		return
	}
	fn := en.src.Callee(call)
	if fn == nil {
		done.unknown = true
		return
	}
	if sel, ok := fun.(*ast.SelectorExpr); ok && fn.FullName() == "(*sync.WaitGroup).Done" {
		done.add(en.identify(sel.X))
		return
	}
	if d := en.src.Decl(fn); d != nil && d.Body != nil {
		if depth > 4 {
			done.unknown = true
			return
		}
		en.says(d.Body, done, depth+1, all)
		return
	}
	if fn.Pkg() == nil {
		return // error.Error
	}
	if en.src.Ours(fn.Pkg()) && !logs(fn.Name()) || slices.ContainsFunc(call.Args, en.tells) {
		done.unknown = true
	}
}

// tells reports whether something can be told through e: a channel, a function,
// a group.
func (en *Endings) tells(e ast.Expr) bool {
	t := en.src.Info.TypeOf(e)
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

// waiter looks for those who wait.
type waiter struct {
	en     *Endings
	prompt func(*ast.CallExpr) bool
	seen   map[ast.Node]bool // functions being looked into
	early  *bool             // a receive has taken what the start sends
}

// waits tells whether fn waits, after n or when it returns, for what says done.
func (w waiter) waits(fn, n ast.Node, done identity) Waited {
	return w.in(body(fn), done, 0, func(m ast.Node) bool {
		_, deferred := m.(*ast.DeferStmt)
		return deferred || m.Pos() >= n.End()
	})
}

// in is waits for the parts of n that include accepts. Abandoned means that none
// of them waits for it.
func (w waiter) in(n ast.Node, done identity, depth int, include func(ast.Node) bool) Waited {
	found := Abandoned
	note := func(one Waited) {
		if found == Abandoned || one == WaitedFor {
			found = one
		}
	}
	ast.Inspect(n, func(m ast.Node) bool {
		if m == nil || found == WaitedFor {
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
			} else if include(m) && !w.blocks(m.Body) {
				note(WaitedUnknown) // it may look for what is not followed
			}
		case *ast.RangeStmt:
			if t := w.en.src.Info.TypeOf(m.X); include(m) && t != nil {
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
func (w waiter) on(e ast.Expr, done identity) Waited {
	id := w.en.identify(e)
	switch {
	case id.unknown || done.unknown || !w.en.ours(id):
		return WaitedUnknown
	case !w.en.ends(id):
		return WaitedFor // for ever
	case !id.meets(done):
		return Abandoned
	case !*w.early && w.sentAtOnce(id) && !w.en.repeated(e):
		*w.early = true
		return Abandoned // it is what the start returned that is received
	}
	return WaitedFor
}

// ours reports whether a variable of the package at hand holds what id is. A
// timer's channel is the timer's.
func (en *Endings) ours(id identity) bool {
	for o := range id.held {
		if o.Pkg() == en.src.Pkg {
			return true
		}
	}
	return false
}

// ends reports whether to wait for id may have an end: something is done with it
// other than to wait for it, or it is a context that something ends.
func (en *Endings) ends(id identity) bool {
	for o := range id.held {
		v, ok := o.(*types.Var)
		if !ok || v.Pkg() != en.src.Pkg {
			continue
		}
		happens := en.src.Variable(v)
		if source.Named(v.Type()) == "context.Context" {
			return !id.neverEnds()
		}
		if _, isChan := v.Type().Underlying().(*types.Chan); !isChan {
			return true
		}
		for _, use := range happens.Uses {
			receives := use.ParentEdgeKind() == edge.UnaryExpr_X || use.ParentEdgeKind() == edge.RangeStmt_X
			if use.ParentEdgeKind() == edge.SelectorExpr_Sel {
				outer := use.Parent().ParentEdgeKind()
				receives = outer == edge.UnaryExpr_X || outer == edge.RangeStmt_X
			}
			if !receives {
				return true
			}
		}
	}
	return false
}

// repeated reports whether e stands in a loop.
func (en *Endings) repeated(e ast.Expr) bool {
	cur, ok := en.src.Find(e)
	if !ok {
		return true
	}
	for c := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch c.Node().(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		}
		return false
	}
	return true
}

// sentAtOnce reports whether something is sent on id that a prompt call returns,
// or once it has returned.
func (w waiter) sentAtOnce(id identity) bool {
	for cur := range w.en.src.In.Root().Preorder((*ast.SendStmt)(nil)) {
		send := cur.Node().(*ast.SendStmt)
		fn := w.en.src.Function(send)
		if fn == nil || body(fn) == nil || !w.en.identify(send.Chan).meets(id) {
			continue
		}
		found := false
		ast.Inspect(body(fn), func(n ast.Node) bool {
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

// starts reports whether call is prompt, or calls a function that does what is.
func (w waiter) starts(call *ast.CallExpr, depth int) bool {
	if w.prompt(call) {
		return true
	}
	d := w.en.src.Decl(w.en.src.Callee(call))
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

// choice tells of a select: one with a default waits for nothing, and one with
// no cases for ever.
func (w waiter) choice(s *ast.SelectStmt, done identity) Waited {
	found := Abandoned
	for _, c := range s.Body.List {
		c := c.(*ast.CommClause)
		if c.Comm == nil {
			return Abandoned
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
func (w waiter) call(call *ast.CallExpr, done identity, depth int) Waited {
	all := func(ast.Node) bool { return true }
	fun := ast.Unparen(call.Fun)
	tv := w.en.src.Info.Types[call.Fun]
	switch {
	case tv.IsType() || tv.IsBuiltin() || w.en.Exits(call) || w.prompt(call):
		return Abandoned
	}
	if lit, ok := fun.(*ast.FuncLit); ok {
		return w.in(lit.Body, done, depth, all)
	}
	if _, ok := w.en.cancelled(fun); ok {
		return Abandoned
	}
	fn := w.en.src.Callee(call)
	if fn == nil {
		return w.value(call, done, depth)
	}
	sel, isSel := fun.(*ast.SelectorExpr)
	if isSel && fn.Name() == "Wait" && isGroup(fn) {
		return w.on(sel.X, done)
	}
	if d := w.en.src.Decl(fn); d != nil && d.Body != nil {
		if w.seen[d] {
			return Abandoned
		}
		if depth > 4 {
			return WaitedUnknown
		}
		w.seen[d] = true
		defer delete(w.seen, d)
		return w.in(d.Body, done, depth+1, all)
	}
	if fn.Name() == "Lock" || fn.Name() == "RLock" || !w.en.callMayWait(call, depth) {
		return Abandoned
	}
	return WaitedUnknown
}

// isGroup reports whether fn is a method of a type that counts goroutines.
func isGroup(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Pkg() == nil || fn.Signature().Params().Len() > 0 {
		return false
	}
	return !source.IsStd(fn.Pkg().Path()) || fn.FullName() == "(*sync.WaitGroup).Wait"
}

// value is call for a function that is a value: what it may be is looked into.
func (w waiter) value(call *ast.CallExpr, done identity, depth int) Waited {
	v := w.en.ev.Close(w.en.ev.Eval(call.Fun))
	if len(v.Alts) == 0 || depth > 4 {
		return WaitedUnknown
	}
	found := Abandoned
	for _, a := range v.Alts {
		fn, lit := a.Func()
		var in ast.Node
		if d := w.en.src.Decl(fn); fn != nil && d != nil && d.Body != nil {
			in = d.Body
		} else if lit != nil {
			in = lit.Body
		} else {
			return WaitedUnknown
		}
		if one := w.in(in, done, depth+1, func(ast.Node) bool { return true }); found == Abandoned || one == WaitedFor {
			found = one
		}
	}
	return found
}

// blocks reports whether something in n waits in a way that is followed.
func (w waiter) blocks(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.SelectStmt:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			fn := w.en.src.Callee(n)
			found = found || fn != nil && (w.en.ev.Row(fn, catalog.Serve) != nil || strings.HasPrefix(fn.Name(), "Accept"))
		}
		return !found
	})
	return found
}

// leaves reports whether a loop with this body may end: by a break, a return or
// a goto in it.
func leaves(loop *ast.BlockStmt) bool {
	return slices.ContainsFunc(loop.List, mayLeave)
}

// Idle tells why a stop at n is never reached although the function around it
// runs: what it waits for is a context that never ends ("context"), or it stands
// behind start, which blocks ("start"); start may be nil. It is "" when it may be reached.
func (en *Endings) Idle(n ast.Node, start *Start) string { return en.idle(n, start, 0) }

func (en *Endings) idle(n ast.Node, start *Start, depth int) string {
	cur, ok := en.src.Find(n)
	if !ok || depth > 3 {
		return ""
	}
	for c := range cur.Enclosing((*ast.BlockStmt)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil), (*ast.DeferStmt)(nil), (*ast.FuncLit)(nil)) {
		var list []ast.Stmt
		switch b := c.Node().(type) {
		case *ast.BlockStmt:
			list = b.List
		case *ast.CaseClause:
			list = b.Body
		case *ast.CommClause:
			list = b.Body
		default:
			return "" // run when the function returns, or by somebody else
		}
		for _, s := range list {
			switch {
			case s.End() > n.Pos():
			case en.waitsForEver(s):
				return "context"
			case en.blocksAt(s, start):
				return "start"
			}
		}
	}
	if calls, all := en.src.Calls(en.src.EnclosingFunc(n.Pos())); all && len(calls) == 1 && !en.src.IsGo(calls[0]) {
		return en.idle(calls[0], start, depth+1)
	}
	return ""
}

// waitsForEver reports whether s receives from a context that never ends.
func (en *Endings) waitsForEver(s ast.Stmt) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	u, ok := ast.Unparen(e.X).(*ast.UnaryExpr)
	return ok && u.Op == token.ARROW && en.identify(u.X).neverEnds()
}

// blocksAt reports whether the statement s itself calls start.
func (en *Endings) blocksAt(s ast.Stmt, start *Start) bool {
	if start == nil || start.Call == nil || start.Node != start.Call || s.Pos() > start.Call.Pos() || s.End() < start.Call.End() {
		return false
	}
	switch s := s.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.DeclStmt:
	case *ast.IfStmt:
		if s.Init == nil || s.Init.Pos() > start.Call.Pos() || s.Init.End() < start.Call.End() {
			return false // one of its branches
		}
	default:
		return false
	}
	return en.src.Function(start.Call) == en.src.Function(s)
}
