package way

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
)

// This file tells whether two listeners are open in one process at one time.
// It is decided on syntax, in a function that leads to both, and every doubt
// is decided against it: a function literal is followed only where it is
// called or handed to something that is known to run it, a condition counts as
// exclusive as soon as it shares a variable with that of the other listener,
// and whatever may wait between the two is taken to wait for ever. Loops,
// deferred calls, and branches taken after an error are left out.

// Together reports whether one call of fn can make both listeners, so that
// both are open at one time.
func (wy *Ways) Together(fn *types.Func, a, b *ending.Start) bool {
	for _, x := range wy.places(fn, a) {
		for _, y := range wy.places(fn, b) {
			first, second, cx, cy := a, b, x, y
			if x.Node().Pos() > y.Node().Pos() {
				first, second, cx, cy = b, a, y, x
			}
			if wy.inTurn(fn, first, cx, second, cy) {
				return true
			}
		}
	}
	return false
}

// handedAlike reports whether a and b are started by values that stand at x and y, and are
// handed to the same function, or put into the same list: who has them all starts all.
// Have: app.New(app.Servers(http, grpc)), a.Add(http); a.Add(grpc)
func (wy *Ways) handedAlike(a *ending.Start, x inspector.Cursor, b *ending.Start, y inspector.Cursor) bool {
	if a.Call == nil || a.Node == a.Call || b.Call == nil || b.Node == b.Call || x.ParentEdgeKind() != y.ParentEdgeKind() {
		return false
	}
	switch x.ParentEdgeKind() {
	case edge.CompositeLit_Elts:
		return x.Parent() == y.Parent()
	case edge.CallExpr_Args:
		by, other := x.Parent().Node().(*ast.CallExpr), y.Parent().Node().(*ast.CallExpr)
		fn := wy.src.Callee(by)
		return fn != nil && fn == wy.src.Callee(other) && (by != other || fn.Signature().Variadic())
	}
	return false
}

// bothHanded reports whether one call of fn hands over both of such values, whatever comes.
func (wy *Ways) bothHanded(fn *types.Func, a *ending.Start, x inspector.Cursor, b *ending.Start, y, top inspector.Cursor) bool {
	w := wy.inside(fn, a, x).plus(wy.inside(fn, b, y))
	if x.Parent() != y.Parent() {
		w = w.plus(wy.climb(x.Parent(), top)).plus(wy.climb(y.Parent(), top)).plus(wy.between(x.Parent(), y.Parent(), top))
	}
	return !w.lost && !w.guard && !w.waits
}

// inTurn is together for listeners that fn reaches at x and, further down, at y.
func (wy *Ways) inTurn(fn *types.Func, a *ending.Start, x inspector.Cursor, b *ending.Start, y inspector.Cursor) bool {
	if x == y || x.Contains(y) || y.Contains(x) {
		return false
	}
	top := x
	for !top.Contains(y) {
		top = top.Parent()
	}
	switch n := top.Node().(type) {
	case *ast.IfStmt:
		return false // its branches, or a branch and the condition
	case *ast.BlockStmt:
		switch top.Parent().Node().(type) {
		case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return false
		}
	case *ast.BinaryExpr:
		if n.Op == token.LAND || n.Op == token.LOR {
			return false
		}
	}
	if wy.handedAlike(a, x, b, y) {
		return wy.bothHanded(fn, a, x, b, y, top)
	}
	before, after := wy.climb(x, top), wy.climb(y, top).plus(wy.between(x, y, top))
	wa, wb := before.plus(wy.inside(fn, a, x)), after.plus(wy.inside(fn, b, y))
	switch {
	case wa.lost || wb.lost, before.ends, after.waits:
		return false
	case !before.async && wy.blocksAt(fn, a, x):
		return false // it is over when what comes after it is reached
	}
	if common := wy.common(x, top); meet(common.guards, wa.guards) || meet(common.guards, wb.guards) {
		return false // what is done already may leave one of them out
	}
	if wa.guard && wb.guard {
		return a.TLS == b.TLS && len(wa.guards) > 0 && len(wb.guards) > 0 &&
			!meet(wa.guards, wb.guards)
	}
	return !wa.guard && !wb.guard || a.TLS == b.TLS
}

func meet(a, b []types.Object) bool {
	return slices.ContainsFunc(a, func(o types.Object) bool { return slices.Contains(b, o) })
}

// common returns what lies before both listeners: on the way to top, and in
// its statements before x.
func (wy *Ways) common(x, top inspector.Cursor) way {
	decl := top
	for _, ok := decl.Node().(*ast.FuncDecl); !ok; _, ok = decl.Node().(*ast.FuncDecl) {
		decl = decl.Parent()
	}
	w := wy.climb(top, decl)
	for _, s := range statements(top) {
		if s.End() < x.Node().Pos() {
			wy.passing(&w, s)
		}
	}
	return w
}

// places returns where the body of fn makes l, or mentions a function of this
// package that leads to it.
func (wy *Ways) places(fn *types.Func, l *ending.Start) []inspector.Cursor {
	d := wy.src.Decl(fn)
	if d == nil || d.Body == nil {
		return nil
	}
	root, ok := wy.src.Find(d)
	if !ok {
		return nil
	}
	if l.Node != nil && d.Pos() <= l.Node.Pos() && l.Node.End() <= d.End() {
		c, ok := root.FindNode(l.Node)
		if call, isCall := l.Node.(*ast.CallExpr); !ok && isCall {
			c, ok = root.FindNode(call.Fun) // a function that is handed on
		}
		if ok {
			return []inspector.Cursor{c}
		}
		return nil
	}
	var out []inspector.Cursor
	for c := range root.Preorder((*ast.Ident)(nil)) {
		g, ok := wy.src.Info.Uses[c.Node().(*ast.Ident)].(*types.Func)
		if !ok || g.Origin() == fn || g.Pkg() != wy.src.Pkg || !slices.Contains(wy.opener.Leads(g.Origin()), l) {
			continue
		}
		e := c
		if e.ParentEdgeKind() == edge.SelectorExpr_Sel {
			e = e.Parent()
		}
		if e.ParentEdgeKind() == edge.CallExpr_Fun {
			e = e.Parent()
		}
		out = append(out, e)
	}
	return out
}

// callee returns the function of this package that is called or mentioned at c.
func (wy *Ways) callee(c inspector.Cursor) *types.Func {
	var fn *types.Func
	switch n := c.Node().(type) {
	case *ast.CallExpr:
		fn = wy.src.Callee(n)
	case *ast.SelectorExpr:
		fn, _ = wy.src.Info.Uses[n.Sel].(*types.Func)
	case *ast.Ident:
		fn, _ = wy.src.Info.Uses[n].(*types.Func)
	}
	if fn == nil || fn.Pkg() != wy.src.Pkg {
		return nil
	}
	return fn.Origin()
}

// inner returns the function that c, in fn, calls to make l, and l as that
// function has it; nil when c makes it itself or calls another package.
func (wy *Ways) inner(fn *types.Func, l *ending.Start, c inspector.Cursor) (*types.Func, *ending.Start) {
	g := wy.callee(c)
	if g == nil || g == fn {
		return nil, nil
	}
	if l.Node == c.Node() || l.Call != nil && l.Call == c.Node() {
		if l.Of != nil && slices.Contains(wy.opener.Leads(g), l.Of) {
			return g, l.Of
		}
		return nil, nil
	}
	if slices.Contains(wy.opener.Leads(g), l) {
		return g, l
	}
	return nil, nil
}

// inside returns what lies between c, in fn, and the start of l in the
// functions that it calls.
func (wy *Ways) inside(fn *types.Func, l *ending.Start, c inspector.Cursor) way {
	g, of := wy.inner(fn, l, c)
	if g == nil {
		return way{lost: l.Conditional}
	}
	return wy.wayTo(g, of, 0)
}

// wayTo returns how fn leads to l.
func (wy *Ways) wayTo(fn *types.Func, l *ending.Start, depth int) way {
	places := wy.places(fn, l)
	if len(places) != 1 || depth > 6 {
		return way{lost: true}
	}
	decl, _ := wy.src.Find(wy.src.Decl(fn))
	w := wy.climb(places[0], decl)
	g, of := wy.inner(fn, l, places[0])
	if g == nil {
		w.lost = w.lost || l.Conditional
		return w
	}
	return w.plus(wy.wayTo(g, of, depth+1))
}

// MayNotRun reports whether a call of fn need not make l.
func (wy *Ways) MayNotRun(l *ending.Start, fn *types.Func) bool {
	if fn == nil {
		return true
	}
	w := wy.wayTo(fn, l, 0)
	return w.lost || w.guard
}

// Blocks reports whether a call of fn may return only when l is closed.
func (wy *Ways) Blocks(l *ending.Start, fn *types.Func) bool {
	if fn == nil {
		return true
	}
	d := wy.src.Decl(fn)
	if d == nil || d.Body == nil || wy.waitsIn(d.Body, fn, 0) {
		return true
	}
	return slices.ContainsFunc(wy.places(fn, l), func(c inspector.Cursor) bool {
		decl, _ := wy.src.Find(d)
		return !wy.climb(c, decl).async && wy.blocksAt(fn, l, c)
	})
}

// blocksAt reports whether what c, in fn, does to make l returns only when l is
// closed.
func (wy *Ways) blocksAt(fn *types.Func, l *ending.Start, c inspector.Cursor) bool {
	if g, of := wy.inner(fn, l, c); g != nil {
		return wy.Blocks(of, g)
	}
	if l.Call != nil && l.Node != l.Call {
		return false // it is handed over to what runs it
	}
	if l.Of != nil && l.Of.Node == nil {
		return l.Blocks
	}
	return l.Serves && !l.Option
}

// waitsIn reports whether n, in the goroutine that runs it, may wait for ever:
// for a channel, a group, or a server that it starts. Code that is not known
// waits when its name says so.
func (wy *Ways) waitsIn(n ast.Node, fn *types.Func, depth int) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.UnaryExpr:
			found = found || m.Op == token.ARROW
		case *ast.SelectStmt:
			found = true
		case *ast.RangeStmt:
			if t := wy.src.Info.TypeOf(m.X); t != nil {
				_, ok := t.Underlying().(*types.Chan)
				found = found || ok
			}
		case *ast.CallExpr:
			found = found || wy.waitsCall(m, fn, depth)
		}
		return !found
	})
	return found
}

func (wy *Ways) waitsCall(call *ast.CallExpr, fn *types.Func, depth int) bool {
	g := wy.src.Callee(call)
	if g == nil {
		return false
	}
	if recv := g.Signature().Recv(); recv != nil {
		// What is stopped here is not open later on.
		if r := wy.ev.TypeRow(recv.Type(), catalog.Server); r != nil && (slices.Contains(r.Stop, g.Name()) || slices.Contains(r.Abrupt, g.Name())) {
			return true
		}
	}
	if wy.opener.StartsServer(call) {
		return true
	}
	if g.Pkg() == wy.src.Pkg {
		d := wy.src.Decl(g)
		return g != fn && d != nil && d.Body != nil && (depth > 4 || wy.waitsIn(d.Body, g, depth+1))
	}
	if wy.facts.Blocks(g) {
		return true
	}
	switch g.Name() {
	case "Run", "RunContext", "RunForever", "Start", "Join":
		return true
	}
	return strings.HasPrefix(g.Name(), "Serve") || strings.HasPrefix(g.Name(), "ListenAndServe") || strings.HasPrefix(g.Name(), "Wait")
}
