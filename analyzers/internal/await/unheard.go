package await

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Unheard is how the error of a start in a goroutine fails to reach anybody.
type Unheard uint8

// The ways.
const (
	Heard    Unheard = iota // as far as can be told
	Logged                  // it is logged, and nobody else is told
	Lost                    // it is assigned to what is returned before it is set
	Dropped                 // a function of another package drops it
	Inverted                // one looks at it only when the server was stopped
)

// Unheard tells what becomes of the error of l when it runs in a goroutine that
// main does not wait for, so that the process lives on without what l starts.
func (aw *Waits) Unheard(l *ending.Start) Unheard {
	call, isCall := l.Node.(*ast.CallExpr)
	cur, ok := aw.src.Find(l.Node)
	if !isCall || !ok {
		return handedOn(l)
	}
	if lit, ok := aw.src.Function(call).(*ast.FuncLit); ok {
		if start := aw.src.GoOf(lit); start != nil && aw.losesTo(cur, lit, start) {
			return Lost
		}
	}
	switch kept := aw.keptQuiet(l); {
	case kept == ending.NotKept:
		return Heard
	case kept == ending.KeptDropped:
		return Dropped
	case kept == ending.KeptInverted:
		return Inverted
	case kept == ending.KeptStuck:
	case kept == ending.KeptAside:
		if aw.src.Main && aw.Endings.LastThing(call, 0) {
			return Heard
		}
	case !aw.livesOn(call, 0):
		return Heard
	}
	return Logged
}

// handedOn is Unheard where the function that leads to l is handed on, as to a
// container: whoever calls it hears of nothing that it keeps.
func handedOn(l *ending.Start) Unheard {
	if l.KeptInside() {
		switch l.Of.Kept {
		case ending.KeptDropped:
			return Dropped
		case ending.KeptInverted:
			return Inverted
		}
		return Logged
	}
	return Heard
}

// mayExit reports whether a call in n may end the process.
func (aw *Waits) mayExit(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			fn := aw.src.Callee(call)
			found = aw.Endings.Exits(call) || fn != nil && aw.Endings.MayExit(fn)
		}
		return !found
	})
	return found
}

// keptQuiet tells how the error of l is kept from everybody but a log, where l is
// made.
func (aw *Waits) keptQuiet(l *ending.Start) ending.Kept {
	call, ok := l.Node.(*ast.CallExpr)
	if l.Inherited && l.Of != nil && l.Of.Kept != ending.NotKept {
		if ok && l.Of.Kept == ending.KeptBack && aw.triesAgain(call) {
			return ending.NotKept
		}
		return l.Of.Kept
	}
	if !ok || l.Of != nil && l.Of.Tells || aw.triesAgain(call) {
		return ending.NotKept
	}
	cur, ok := aw.src.Find(call)
	if !ok || !aw.onlyLogs(cur) && !aw.endsQuietly(cur) || aw.mayExit(source.BodyOf(aw.src.Function(call))) {
		return ending.NotKept
	}
	return ending.KeptBack
}

// triesAgain reports whether call, which starts a server and blocks, is made again
// in a loop: when it has failed, it may work the next time.
func (aw *Waits) triesAgain(call *ast.CallExpr) bool {
	return !aw.src.IsGo(call) && aw.src.Repeated(call)
}

// KeptBy tells how fn, which leads to l, keeps its error from everybody, but perhaps
// a log, and whether it tells others when it ends.
func (aw *Waits) KeptBy(fn *types.Func, l *ending.Start) (kept ending.Kept, tells bool) {
	d := aw.src.Decl(fn)
	call, ok := l.Node.(*ast.CallExpr)
	if !ok || d == nil || d.Body == nil || aw.src.EnclosingFunc(call.Pos()) != fn {
		return ending.NotKept, true
	}
	tells = aw.tellsIn(d.Body, call)
	switch kept = aw.keptQuiet(l); {
	case kept == ending.NotKept:
		return aw.Endings.Ignored(call, l, aw.tellsAround), tells
	case kept != ending.KeptBack:
		return kept, tells
	case aw.src.Function(call) == d:
		if tells || !source.SilentEnd(d.Type, d.Body, aw.src.Returns(d)) {
			return ending.NotKept, tells
		}
		return ending.KeptBack, tells
	case aw.livesOn(call, 0) && sits(d.Body, call):
		return ending.KeptStuck, tells
	case aw.livesOn(call, 0):
		return ending.KeptAside, tells
	}
	return ending.NotKept, tells
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
func (aw *Waits) livesOn(n ast.Node, depth int) bool {
	if call, ok := n.(*ast.CallExpr); ok {
		if aw.src.IsGo(call) { // go s.Run()
			return !aw.src.Main || !aw.Endings.LastThing(call, 0)
		}
		if aw.triesAgain(call) {
			return false
		}
	}
	fn := aw.src.Function(n)
	if fn == nil || depth > 3 {
		return false
	}
	if lit, ok := fn.(*ast.FuncLit); ok && aw.src.GoOf(lit) != nil && aw.countedAmongOthers(lit, n) {
		return true
	}
	if aw.tellsIn(source.BodyOf(fn), n) {
		return false
	}
	switch fn := fn.(type) {
	case *ast.FuncLit:
		if start := aw.src.GoOf(fn); start != nil {
			return !aw.src.Main || !aw.Endings.LastThing(start, 0)
		}
		return aw.groupGoesOn(fn)
	case *ast.FuncDecl:
		f, ok := aw.src.Info.Defs[fn.Name].(*types.Func)
		if !ok || !source.SilentEnd(fn.Type, fn.Body, aw.src.Returns(fn)) {
			return false
		}
		calls, all := aw.src.Calls(f)
		return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
			return !aw.livesOn(call, depth+1)
		})
	}
	return false
}

// countedAmongOthers reports whether all that lit, in whose goroutine start is
// called, says at its end is that it counts itself out of a WaitGroup of the
// function around it, in which another goroutine there stays.
func (aw *Waits) countedAmongOthers(lit *ast.FuncLit, start ast.Node) bool {
	var told identity.Identity
	aw.says(lit.Body, &told, 0, func(n ast.Node) bool { return n != start })
	if told.Unknown || len(told.Held) != 1 || aw.sets(lit.Body, start.Pos()) || aw.marks(lit.Body, start.End(), 0) {
		return false
	}
	outer := aw.src.Function(aw.src.GoOf(lit))
	for o := range told.Held {
		v, ok := o.(*types.Var)
		if !ok || source.Named(v.Type()) != "sync.WaitGroup" || v.IsField() || v.Pkg() != aw.src.Pkg {
			return false
		}
		return slices.ContainsFunc(aw.src.Variable(v).Uses, func(use inspector.Cursor) bool {
			if aw.usedTo(use) != usedToTell {
				return false
			}
			other, ok := aw.src.Function(use.Node()).(*ast.FuncLit)
			return ok && (other != lit || aw.src.Repeated(aw.src.GoOf(lit).Call)) && aw.src.GoOf(other) != nil && aw.src.Function(aw.src.GoOf(other)) == outer && waiter{aw: aw}.blocks(other.Body)
		})
	}
	return false
}

// groupGoesOn reports whether lit runs in a group of goroutines that goes on when
// it has returned: it returns no error, and others of the group stay.
func (aw *Waits) groupGoesOn(lit *ast.FuncLit) bool {
	cur, ok := aw.src.Find(lit)
	if !ok || !source.SilentEnd(lit.Type, lit.Body, aw.src.Returns(lit)) {
		return false
	}
	g := aw.goesIn(cur)
	if g == nil {
		return false
	}
	sel, ok := ast.Unparen(g.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id := identity.Of(aw.src, sel.X)
	return !id.Unknown && aw.othersStay(g, id)
}

// tellsIn reports whether anything in the body of a function, but for start, may
// tell others that it ends.
func (aw *Waits) tellsIn(b *ast.BlockStmt, start ast.Node) bool {
	if b == nil {
		return true
	}
	var told identity.Identity
	aw.says(b, &told, 0, func(n ast.Node) bool { return n != start && !aw.before(n, start) })
	for o := range told.Held {
		if o.Pos() < b.Pos() || b.End() <= o.Pos() { // not of its own
			return true
		}
	}
	if told.Unknown || start == nil {
		return true
	}
	return aw.sets(b, start.Pos()) || aw.marks(b, start.End(), 0)
}

// before reports whether n sends or closes something before start, which is no word
// of what comes after it: that all is ready, say.
func (aw *Waits) before(n, start ast.Node) bool {
	if start == nil || n.End() > start.Pos() || aw.src.Repeated(n) {
		return false
	}
	switch n := n.(type) {
	case *ast.SendStmt:
		return true
	case *ast.CallExpr:
		return aw.src.Info.Types[n.Fun].IsBuiltin() && !aw.src.IsGo(n)
	}
	return false
}

// tellsAround is tellsIn for the function around start.
func (aw *Waits) tellsAround(start *ast.CallExpr) bool {
	return aw.tellsIn(source.BodyOf(aw.src.Function(start)), start)
}

// onlyLogs reports whether the error of the call at cur is given to a logger,
// and to nothing else: log.Print(f()), or if err := f(); err != nil { log … }.
func (aw *Waits) onlyLogs(cur inspector.Cursor) bool {
	switch n := cur.Parent().Node().(type) {
	case *ast.CallExpr:
		s, ok := cur.Parent().Parent().Node().(*ast.ExprStmt)
		return ok && aw.Endings.OnlyLogs(s, 0)
	case *ast.AssignStmt:
		last := len(n.Lhs) - 1 // l, err := net.Listen(…), too
		if len(n.Rhs) != 1 {
			return false
		}
		v, ok := aw.src.Object(n.Lhs[last]).(*types.Var)
		cond := aw.Endings.NextCondition(cur.Parent())
		if !ok || cond == nil || cond.Else != nil || !aw.src.Uses(cond.Cond, v) || len(cond.Body.List) == 0 {
			return false
		}
		_, returns := cond.Body.List[len(cond.Body.List)-1].(*ast.ReturnStmt)
		if last > 0 && !returns || !(returns && aw.Endings.OnlyHere(v, n)) && !aw.src.OnlyUsedIn(v, aw.src.Function(n), cond) {
			return false
		}
		return !slices.ContainsFunc(cond.Body.List, func(s ast.Stmt) bool {
			_, returns := s.(*ast.ReturnStmt)
			return !returns && !aw.Endings.OnlyLogs(s, 0)
		})
	}
	return false
}

// sets reports whether anything in the body of a function assigns a variable from
// outside it, by which others may be told: not before the given place, unless that
// comes again.
func (aw *Waits) sets(b *ast.BlockStmt, from token.Pos) bool {
	found := false
	ast.Inspect(b, func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok || as.Tok == token.DEFINE || as.End() <= from && !aw.src.Repeated(as) {
			return !found
		}
		for _, lhs := range as.Lhs {
			v, ok := aw.src.Object(lhs).(*types.Var)
			outside := ok && !v.IsField() && (v.Pos() < b.Pos() || b.End() <= v.Pos())
			found = found || !ok && !ending.IsBlank(lhs) || ok && v.IsField() || outside && !aw.overwritten(b, v)
		}
		return !found
	})
	return found
}

// overwritten reports whether nobody reads what b, the body of a function literal,
// assigns to v, a variable of the function around it.
func (aw *Waits) overwritten(b *ast.BlockStmt, v *types.Var) bool {
	d := aw.src.Enclosing(b.Pos())
	return d != nil && d.Body != nil && d.Body != b && flow.Overwritten(aw.src.Info, d.Body, b, v)
}

// marks reports whether a call in n, after the given place or deferred, leaves a
// mark that others may look at: it writes a value of sync/atomic, or what is not a
// variable of its own.
func (aw *Waits) marks(n ast.Node, after token.Pos, depth int) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.DeferStmt:
			found = found || aw.marks(m.Call, token.NoPos, depth)
			return false
		case *ast.CallExpr:
			fn := aw.src.Callee(m)
			if found || fn == nil || m.Pos() <= after {
				break
			}
			d := aw.src.Decl(fn)
			found = fn.Pkg() != nil && fn.Pkg().Path() == "sync/atomic" && !strings.HasPrefix(fn.Name(), "Load") ||
				d != nil && d.Body != nil && (depth > 3 || aw.sets(d.Body, token.NoPos) || aw.marks(d.Body, token.NoPos, depth+1))
		}
		return !found
	})
	return found
}

// losesTo reports whether the error of the call at cur is assigned to a variable
// of the function around start, the goroutine, that this returns without waiting
// for anything.
func (aw *Waits) losesTo(cur inspector.Cursor, lit *ast.FuncLit, start *ast.GoStmt) bool {
	as := aw.passedOn(cur.Parent())
	if as == nil {
		return false
	}
	v, ok := aw.src.Object(as.Lhs[0]).(*types.Var)
	outer := aw.src.Function(start)
	if !ok || v.IsField() || outer == nil || source.BodyOf(outer) == nil || v.Pos() < outer.Pos() || outer.End() <= v.Pos() || lit.Pos() <= v.Pos() && v.Pos() < lit.End() {
		return false
	}
	returned, otherwise := false, false
	ast.Inspect(source.BodyOf(outer), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			if n.Pos() > start.End() {
				for _, r := range n.Results {
					returned = returned || aw.src.IsVar(r, v)
				}
				return false
			}
		case *ast.Ident:
			otherwise = otherwise || aw.src.Info.Uses[n] == v && n != as.Lhs[0]
		}
		return true
	})
	if !returned || otherwise {
		return false
	}
	waits := false
	ast.Inspect(source.BodyOf(outer), func(n ast.Node) bool {
		if n == nil || waits {
			return false
		}
		if n.Pos() < start.End() && n.End() <= start.End() {
			return false
		}
		if s, ok := n.(ast.Stmt); ok && s.Pos() >= start.End() {
			waits = aw.Endings.MayWait(s, 0)
			return false
		}
		return true
	})
	return !waits
}

// passedOn returns the assignment by which the error of the call that the node at
// cur is about gets into another variable: err = f(), or err = e after e := f()
// when there is an error. It is nil if there is none.
func (aw *Waits) passedOn(cur inspector.Cursor) *ast.AssignStmt {
	as, ok := cur.Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 {
		return nil
	}
	if as.Tok == token.ASSIGN {
		return as
	}
	cond := aw.Endings.NextCondition(cur)
	if cond == nil || cond.Else != nil {
		return nil
	}
	for _, s := range cond.Body.List {
		next, ok := s.(*ast.AssignStmt)
		if !ok || next.Tok != token.ASSIGN || len(next.Lhs) != 1 || len(next.Rhs) != 1 {
			continue
		}
		if v, ok := aw.src.Object(as.Lhs[0]).(*types.Var); ok && aw.src.IsVar(next.Rhs[0], v) {
			return next
		}
	}
	return nil
}
