package heard

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
	"github.com/portvet/portvet/analyzers/internal/which"
)

// Unheard is how the error of a start in a goroutine fails to reach anybody.
type Unheard uint8

// The ways.
const (
	Heard     Unheard = iota // as far as can be told
	Logged                   // it is logged, and nobody else is told
	Lost                     // it is assigned to what is returned before it is set
	Dropped                  // a function of another package drops it
	Inverted                 // one looks at it only when the server was stopped
	Deaf                     // the group of goroutines that it runs in goes on without it
	DeafAmong                // the same, if another of its kind runs there
)

// Unheard tells what becomes of the error of l when it runs in a goroutine that
// main does not wait for, so that the process lives on without what l starts.
func (he *Hearing) Unheard(l *ending.Start) Unheard {
	call, isCall := l.Node.(*ast.CallExpr)
	cur, ok := he.src.Find(l.Node)
	if !isCall || !ok {
		return he.handedOn(l)
	}
	if lit, ok := he.src.Function(call).(*ast.FuncLit); ok {
		if start := he.src.GoOf(lit); start != nil && he.losesTo(cur, lit, start) {
			return Lost
		}
	}
	by, sent := he.SentTo(l)
	switch kept := he.keptQuiet(l); {
	case sent && (he.src.Main || len(by) == 0) && he.sentToLog(call):
		return Logged
	case sent && (he.src.Main || len(by) == 0):
		return Dropped
	case kept == ending.NotKept:
		if taken := he.passedOver(call); taken != nil && he.livesOn(taken, 0) || he.loggedByCaller(call) {
			return Logged
		}
		return Heard
	case kept == ending.KeptDropped:
		return Dropped
	case kept == ending.KeptInverted:
		return Inverted
	case kept == ending.KeptDeaf:
		return Deaf
	case kept == ending.KeptStuck:
	case kept == ending.KeptAside:
		if he.src.Main && he.Endings.LastThing(call, 0) {
			return Heard
		}
	case !he.livesOn(call, 0) && !(l.Inherited && l.Of != nil && !l.Of.Blocks && he.sitsBehind(call)):
		return Heard
	}
	return Logged
}

// loggedByCaller reports whether a goroutine calls, by a variable, the literal that returns the
// error of call, and only logs it.
// Have: start := func() error { return srv.ListenAndServe() }; go func() { if err := start(); err != nil { log … } }()
func (he *Hearing) loggedByCaller(call *ast.CallExpr) (logged bool) {
	he.Endings.OutcomesOf(call, func(by *ast.CallExpr, _ ending.Outcome) {
		if by == call || logged {
			return
		}
		at := &ending.Start{Node: by, Call: by, Fn: he.src.EnclosingFunc(by.Pos())}
		logged = he.src.Callee(by) == nil && he.keptQuiet(at) == ending.KeptBack && he.livesOn(by, 0)
	})
	return logged
}

// handedOn is Unheard where the function that leads to l is handed on, as to a
// container: whoever calls it hears of nothing that it keeps. A group of goroutines
// goes on without it.
func (he *Hearing) handedOn(l *ending.Start) Unheard {
	if call, ok := l.Node.(*ast.CallExpr); ok && l.Inherited && l.Of != nil && l.Of.Kept == ending.KeptBack {
		if cur, ok := he.src.Find(call.Fun); ok && he.groupGoesOn(cur) {
			return Logged // g.Go(s.Serve), where the call is made up
		}
	}
	if l.KeptInside() {
		switch l.Of.Kept {
		case ending.KeptDropped:
			return Dropped
		case ending.KeptInverted:
			return Inverted
		case ending.KeptDeaf:
			return Deaf
		}
		return Logged
	}
	return Heard
}

// keptQuiet tells how the error of l is kept from everybody but a log, where l is
// made.
func (he *Hearing) keptQuiet(l *ending.Start) ending.Kept {
	call, ok := l.Node.(*ast.CallExpr)
	if l.Inherited && l.Of != nil && l.Of.Kept != ending.NotKept {
		if ok && l.Of.Kept == ending.KeptBack && he.triesAgain(call) {
			return ending.NotKept
		}
		return l.Of.Kept
	}
	if !ok || l.Of != nil && l.Of.Tells || he.triesAgain(call) {
		return ending.NotKept
	}
	cur, ok := he.src.Find(call)
	if !ok || !he.onlyLogs(cur) && !he.endsQuietly(cur) || he.exitsFailed(cur, call) {
		return ending.NotKept
	}
	return ending.KeptBack
}

// triesAgain reports whether call, which starts a server and blocks, is made again
// in a loop: when it has failed, it may work the next time.
func (he *Hearing) triesAgain(call *ast.CallExpr) bool {
	return !he.src.IsGo(call) && he.src.Repeated(call)
}

// KeptBy tells how fn, which leads to l, keeps its error from everybody, but perhaps
// a log, and whether it tells others when it ends.
func (he *Hearing) KeptBy(fn *types.Func, l *ending.Start) (kept ending.Kept, tells bool) {
	d := he.src.Decl(fn)
	call, ok := l.Node.(*ast.CallExpr)
	if !ok || d == nil || d.Body == nil || he.src.EnclosingFunc(call.Pos()) != fn {
		return ending.NotKept, true
	}
	tells = he.tellsIn(d.Body, call)
	switch kept = he.keptQuiet(l); {
	case kept == ending.NotKept:
		if taken := he.passedOver(call); taken != nil && he.src.Function(taken) == d {
			return ending.KeptBack, he.tellsIn(d.Body, taken)
		}
		return he.Endings.Ignored(call, l, he.tellsAround), tells
	case kept != ending.KeptBack:
		return kept, tells
	case he.src.Function(call) == d:
		if tells || !source.SilentEnd(d.Type, d.Body, he.returnsWith(d, call)) {
			return ending.NotKept, tells
		}
		return ending.KeptBack, tells
	case he.livesOn(call, 0) && sits(d.Body, call):
		return ending.KeptStuck, tells
	case he.livesOn(call, 0):
		return ending.KeptAside, tells
	}
	return ending.NotKept, tells
}

// sitsBehind reports whether the function around call, of one that has logged that it
// could not bind a port and has returned, waits for something then.
// Have: s.Start(); <-ctx.Done()
func (he *Hearing) sitsBehind(call *ast.CallExpr) bool {
	body := source.BodyOf(he.src.Function(call))
	return body != nil && !he.src.IsGo(call) && sits(body, call)
}

// sits reports whether a function with this body waits for something after n, in its
// own flow.
func sits(body *ast.BlockStmt, n ast.Node) bool {
	return slices.ContainsFunc(body.List, func(s ast.Stmt) bool {
		switch s := s.(type) {
		case *ast.ExprStmt:
			wait, ok := ast.Unparen(s.X).(*ast.UnaryExpr)
			return ok && wait.Op == token.ARROW && s.Pos() > n.End()
		case *ast.SelectStmt:
			return s.Pos() > n.End() && !slices.ContainsFunc(s.Body.List, func(c ast.Stmt) bool { return c.(*ast.CommClause).Comm == nil })
		}
		return false
	})
}

// livesOn reports whether the goroutine in which n returns, of which nobody hears
// that it has failed, is one of several: the process lives on.
func (he *Hearing) livesOn(n ast.Node, depth int) bool {
	if call, ok := n.(*ast.CallExpr); ok {
		if he.src.IsGo(call) { // go s.Run()
			return !he.src.Main || !he.Endings.LastThing(call, 0)
		}
		if he.triesAgain(call) {
			return false
		}
	}
	fn := he.src.Function(n)
	if fn == nil || depth > 3 {
		return false
	}
	if lit, ok := fn.(*ast.FuncLit); ok && he.src.GoOf(lit) != nil && he.countedAmongOthers(lit, n) {
		return true
	}
	if he.tellsIn(source.BodyOf(fn), n) {
		return false
	}
	switch fn := fn.(type) {
	case *ast.FuncLit:
		if start := he.src.GoOf(fn); start != nil {
			return !he.src.Main || !he.Endings.LastThing(start, 0)
		}
		cur, ok := he.src.Find(fn)
		return ok && he.quietEnd(fn.Type, fn, n) && he.groupGoesOn(cur)
	case *ast.FuncDecl:
		f, ok := he.src.Info.Defs[fn.Name].(*types.Func)
		if !ok || !he.quietEnd(fn.Type, fn, n) {
			return false
		}
		calls, all := he.src.Calls(f)
		if at, ok := he.onlyValue(f); ok && len(calls) == 0 {
			return he.groupGoesOn(at)
		}
		return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
			return !he.livesOn(call, depth+1) && (he.stays(fn.Body, 0) || !he.sitsBehind(call))
		})
	}
	return false
}

// countedAmongOthers reports whether all that lit, in whose goroutine start is
// called, says at its end is that it counts itself out of a WaitGroup of the
// function around it, in which another goroutine there stays.
func (he *Hearing) countedAmongOthers(lit *ast.FuncLit, start ast.Node) bool {
	var told identity.Identity
	he.Says(lit.Body, &told, func(n ast.Node) bool { return n != start })
	if told.Open() || len(told.Held) != 1 || he.sets(lit.Body, start.Pos(), nil) || he.marks(lit.Body, start.End(), 0) {
		return false
	}
	outer := he.src.Function(he.src.GoOf(lit))
	for o := range told.Held {
		v, ok := o.(*types.Var)
		if !ok || source.Named(v.Type()) != "sync.WaitGroup" || v.IsField() || v.Pkg() != he.src.Pkg {
			return false
		}
		return slices.ContainsFunc(he.src.Variable(v).Uses, func(use inspector.Cursor) bool {
			if he.UsedTo(use) != notice.UsedToTell {
				return false
			}
			other, ok := he.src.Function(use.Node()).(*ast.FuncLit)
			return ok && (other != lit || he.src.Repeated(he.src.GoOf(lit).Call)) && he.src.GoOf(other) != nil && he.src.Function(he.src.GoOf(other)) == outer && he.Waits.Blocks(other.Body)
		})
	}
	return false
}

// tellsIn reports whether anything in the body of a function, but for start, may
// tell others that it ends.
func (he *Hearing) tellsIn(b *ast.BlockStmt, start ast.Node) bool {
	if b == nil {
		return true
	}
	worked := he.worked(b, start)
	b = he.whenFailed(b, start)
	var told identity.Identity
	he.Says(b, &told, func(n ast.Node) bool { return n != start && !he.before(n, start) })
	he.SaysBefore(b, &told, he.knownHere(start), func(n ast.Node) bool { return he.before(n, start) })
	for o := range told.Held {
		if (o.Pos() < b.Pos() || b.End() <= o.Pos()) && !he.heardLate(o) && !he.outlived(o, b) { // not of its own
			return true
		}
	}
	if told.Open() || start == nil {
		return true
	}
	return he.sets(b, start.Pos(), worked) || he.marks(b, start.End(), 0)
}

// worked returns the statement of b, the body of the function around start, behind which start
// has not failed, or nil.
// Have: ln, err := net.Listen(…); if err != nil { log.Print(err); return }; s.ln = ln
func (he *Hearing) worked(b *ast.BlockStmt, start ast.Node) *ast.IfStmt {
	call, isCall := start.(*ast.CallExpr)
	if cur, ok := he.src.Find(start); isCall && ok && source.BodyOf(he.src.Function(call)) == b && !he.src.Repeated(call) {
		return he.failedIn(cur, b)
	}
	return nil
}

// whenFailed returns of b, the body of the function around start, what may be a word of it when
// start has failed: not what stands behind a return for that case, once a server runs there.
// What is done before is missed by whoever waits for it.
// Have: ln, err := net.Listen(…); if err != nil { log.Print(err); return }; ended <- srv.Serve(ln)
func (he *Hearing) whenFailed(b *ast.BlockStmt, start ast.Node) *ast.BlockStmt {
	call, isCall := start.(*ast.CallExpr)
	cur, ok := he.src.Find(start)
	if !isCall || !ok || source.BodyOf(he.src.Function(call)) != b {
		return b
	}
	until := he.returnsAt(cur, b)
	if until < 0 {
		return b
	}
	for i, s := range b.List[until+1:] {
		if he.serves(s) {
			return &ast.BlockStmt{Lbrace: b.Lbrace, List: b.List[:until+1+i], Rbrace: b.Rbrace}
		}
	}
	return b
}

// serves reports whether s runs a server, and ends with that.
func (he *Hearing) serves(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			fn := he.src.Callee(n)
			found = found || fn != nil && he.ev.Row(fn, catalog.Serve) != nil
		}
		return !found
	})
	return found
}

// knownHere returns the local variable of the server that start starts, if nobody
// knows the server otherwise.
func (he *Hearing) knownHere(start ast.Node) *types.Var {
	call, ok := start.(*ast.CallExpr)
	if !ok {
		return nil
	}
	v, ok := he.src.Object(source.ReceiverOf(call, he.src.Info)).(*types.Var)
	if !ok || !which.KeptHere(he.src, v) {
		return nil
	}
	return v
}

// before reports whether n is over when start begins, as what it is given is, too: it
// is no word of what comes after it.
func (he *Hearing) before(n, start ast.Node) bool {
	_, deferred := n.(*ast.DeferStmt)
	if start == nil || deferred || he.src.Repeated(start) {
		return false
	}
	return n.End() <= start.Pos() || n != start && start.Pos() <= n.Pos() && n.End() <= start.End()
}

// tellsAround is tellsIn for the function around start.
func (he *Hearing) tellsAround(start *ast.CallExpr) bool {
	return he.tellsIn(source.BodyOf(he.src.Function(start)), start)
}

// onlyLogs reports whether the error of the call at cur is given to a logger,
// and to nothing else: log.Print(f()), or if err := f(); err != nil { log … }.
func (he *Hearing) onlyLogs(cur inspector.Cursor) bool {
	cur = he.Endings.Carried(cur)
	switch n := cur.Parent().Node().(type) {
	case *ast.CallExpr:
		s, ok := cur.Parent().Parent().Node().(*ast.ExprStmt)
		return ok && he.Endings.OnlyLogs(s, 0)
	case *ast.ExprStmt:
		return he.Endings.OnlyLogs(n, 0) // log.WithError(f()).Error("…")
	case *ast.AssignStmt:
		last := len(n.Lhs) - 1 // l, err := net.Listen(…), too
		if len(n.Rhs) != 1 {
			return false
		}
		v, ok := he.src.Object(n.Lhs[last]).(*types.Var)
		cond := he.Endings.NextCondition(cur.Parent())
		if !ok || cond == nil || cond.Else != nil || !he.src.Uses(cond.Cond, v) || len(cond.Body.List) == 0 {
			return false
		}
		_, returns := cond.Body.List[len(cond.Body.List)-1].(*ast.ReturnStmt)
		if last > 0 && !returns || !(returns && he.Endings.OnlyHere(v, n)) && he.readBehind(v, cond) {
			return false
		}
		return !slices.ContainsFunc(cond.Body.List, func(s ast.Stmt) bool {
			if _, returns := s.(*ast.ReturnStmt); returns {
				return he.src.Uses(s, v)
			}
			return !he.Endings.OnlyLogs(s, 0)
		})
	}
	return false
}
