package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// This file tells whether two listeners are open in one process at one time.
// It is decided on syntax, in a function that leads to both, and every doubt
// is decided against it: a function literal is followed only where it is
// called or handed to something that is known to run it, a condition counts as
// exclusive as soon as it shares a variable with that of the other listener,
// and whatever may wait between the two is taken to wait for ever. Loops,
// deferred calls, and branches taken after an error are left out.

// way is how a function leads to a listener.
type way struct {
	lost   bool           // it is not known that it does
	async  bool           // in a goroutine of its own
	ends   bool           // what comes after it in the source is not reached from it
	waits  bool           // something on the way, or in what is called, may wait for ever
	guards []types.Object // what conditions on the way depend on
	guard  bool           // there are conditions
}

func (w way) plus(o way) way {
	w.lost = w.lost || o.lost
	w.async = w.async || o.async
	w.waits = w.waits || o.waits
	w.guards = append(slices.Clone(w.guards), o.guards...)
	w.guard = w.guard || o.guard
	return w
}

// together reports whether one call of fn can make both listeners, so that
// both are open at one time.
func (p *Program) together(fn *types.Func, a, b *Listener) bool {
	for _, x := range p.places(fn, a) {
		for _, y := range p.places(fn, b) {
			first, second, cx, cy := a, b, x, y
			if x.Node().Pos() > y.Node().Pos() {
				first, second, cx, cy = b, a, y, x
			}
			if p.inTurn(fn, first, cx, second, cy) {
				return true
			}
		}
	}
	return false
}

// inTurn is together for listeners that fn reaches at x and, further down, at y.
func (p *Program) inTurn(fn *types.Func, a *Listener, x inspector.Cursor, b *Listener, y inspector.Cursor) bool {
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
	before, after := p.climb(x, top), p.climb(y, top).plus(p.between(x, y, top))
	wa, wb := before.plus(p.inside(fn, a, x)), after.plus(p.inside(fn, b, y))
	switch {
	case wa.lost || wb.lost, before.ends, after.waits:
		return false
	case !before.async && p.blocksAt(fn, a, x):
		return false // it is over when what comes after it is reached
	}
	if common := p.common(x, top); meet(common.guards, wa.guards) || meet(common.guards, wb.guards) {
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
func (p *Program) common(x, top inspector.Cursor) way {
	decl := top
	for _, ok := decl.Node().(*ast.FuncDecl); !ok; _, ok = decl.Node().(*ast.FuncDecl) {
		decl = decl.Parent()
	}
	w := p.climb(top, decl)
	for _, s := range statements(top) {
		if s.End() < x.Node().Pos() {
			p.passing(&w, s)
		}
	}
	return w
}

// places returns where the body of fn makes l, or mentions a function of this
// package that leads to it.
func (p *Program) places(fn *types.Func, l *Listener) []inspector.Cursor {
	d := p.src.Decl(fn)
	if d == nil || d.Body == nil {
		return nil
	}
	root, ok := p.src.Find(d)
	if !ok {
		return nil
	}
	if l.Node != nil && d.Pos() <= l.Node.Pos() && l.Node.End() <= d.End() {
		if c, ok := root.FindNode(l.Node); ok {
			return []inspector.Cursor{c}
		}
		return nil
	}
	var out []inspector.Cursor
	for c := range root.Preorder((*ast.Ident)(nil)) {
		g, ok := p.pass.TypesInfo.Uses[c.Node().(*ast.Ident)].(*types.Func)
		if !ok || g.Origin() == fn || g.Pkg() != p.pass.Pkg || !slices.Contains(p.perFunc[g.Origin()], l) {
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
func (p *Program) callee(c inspector.Cursor) *types.Func {
	var fn *types.Func
	switch n := c.Node().(type) {
	case *ast.CallExpr:
		fn = p.src.Callee(n)
	case *ast.SelectorExpr:
		fn, _ = p.pass.TypesInfo.Uses[n.Sel].(*types.Func)
	case *ast.Ident:
		fn, _ = p.pass.TypesInfo.Uses[n].(*types.Func)
	}
	if fn == nil || fn.Pkg() != p.pass.Pkg {
		return nil
	}
	return fn.Origin()
}

// inner returns the function that c, in fn, calls to make l, and l as that
// function has it; nil when c makes it itself or calls another package.
func (p *Program) inner(fn *types.Func, l *Listener, c inspector.Cursor) (*types.Func, *Listener) {
	g := p.callee(c)
	if g == nil || g == fn {
		return nil, nil
	}
	if l.Node == c.Node() || l.call != nil && l.call == c.Node() {
		if l.of != nil && slices.Contains(p.perFunc[g], l.of) {
			return g, l.of
		}
		return nil, nil
	}
	if slices.Contains(p.perFunc[g], l) {
		return g, l
	}
	return nil, nil
}

// inside returns what lies between c, in fn, and the start of l in the
// functions that it calls.
func (p *Program) inside(fn *types.Func, l *Listener, c inspector.Cursor) way {
	g, of := p.inner(fn, l, c)
	if g == nil {
		return way{lost: l.Conditional}
	}
	return p.wayTo(g, of, 0)
}

// wayTo returns how fn leads to l.
func (p *Program) wayTo(fn *types.Func, l *Listener, depth int) way {
	places := p.places(fn, l)
	if len(places) != 1 || depth > 6 {
		return way{lost: true}
	}
	decl, _ := p.src.Find(p.src.Decl(fn))
	w := p.climb(places[0], decl)
	g, of := p.inner(fn, l, places[0])
	if g == nil {
		w.lost = w.lost || l.Conditional
		return w
	}
	return w.plus(p.wayTo(g, of, depth+1))
}

// mayNotRun reports whether a call of fn need not make l.
func (p *Program) mayNotRun(l *Listener, fn *types.Func) bool {
	if fn == nil {
		return true
	}
	w := p.wayTo(fn, l, 0)
	return w.lost || w.guard
}

// blocks reports whether a call of fn may return only when l is closed.
func (p *Program) blocks(l *Listener, fn *types.Func) bool {
	if fn == nil {
		return true
	}
	d := p.src.Decl(fn)
	if d == nil || d.Body == nil || p.waitsIn(d.Body, fn, 0) {
		return true
	}
	return slices.ContainsFunc(p.places(fn, l), func(c inspector.Cursor) bool {
		decl, _ := p.src.Find(d)
		return !p.climb(c, decl).async && p.blocksAt(fn, l, c)
	})
}

// blocksAt reports whether what c, in fn, does to make l returns only when l is
// closed.
func (p *Program) blocksAt(fn *types.Func, l *Listener, c inspector.Cursor) bool {
	if g, of := p.inner(fn, l, c); g != nil {
		return p.blocks(of, g)
	}
	if l.of != nil && l.of.Node == nil {
		return l.Blocks
	}
	return l.Serves && !l.option
}

// climb returns what lies between c and top, which is around it.
func (p *Program) climb(c, top inspector.Cursor) way {
	var w way
	if _, called := c.Node().(*ast.CallExpr); !called {
		if _, expr := c.Node().(ast.Expr); expr && c.ParentEdgeKind() == edge.CallExpr_Args && runs(p.src.Callee(c.Parent().Node().(*ast.CallExpr))) {
			w.async = true
		} else if c.ParentEdgeKind() != edge.KeyValueExpr_Value || p.callee(c) != nil {
			w.lost = true // neither run nor the value of an option that chooses an address
		}
	}
	for c != top && c.Parent() != top {
		kind, i := c.ParentEdge()
		parent := c.Parent()
		switch n := parent.Node().(type) {
		case *ast.GoStmt:
			w.async, w.ends = true, false
		case *ast.DeferStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SelectStmt, *ast.CommClause, *ast.TypeSwitchStmt:
			w.lost = true
		case *ast.BinaryExpr:
			w.lost = w.lost || n.Op == token.LAND || n.Op == token.LOR
		case *ast.ReturnStmt:
			w.ends = true
		case *ast.FuncLit:
			w.ends = false
			switch k := parent.ParentEdgeKind(); {
			case k == edge.CallExpr_Fun:
			case k == edge.CallExpr_Args && runs(p.src.Callee(parent.Parent().Node().(*ast.CallExpr))):
				w.async = true
			default:
				w.lost = true
			}
		case *ast.CallExpr:
			w.ends = w.ends || kind == edge.CallExpr_Args && p.neverReturns(n)
		case *ast.IfStmt:
			if kind == edge.IfStmt_Body || kind == edge.IfStmt_Else {
				p.guardedBy(&w, n.Cond)
			}
		case *ast.CaseClause:
			if kind == edge.CaseClause_Body {
				for _, e := range n.List {
					p.guardedBy(&w, e)
				}
				w.guard = true
				if sw, ok := parent.Parent().Parent().Node().(*ast.SwitchStmt); ok && sw.Tag != nil {
					p.guardedBy(&w, sw.Tag)
				}
				p.around(&w, n.Body, i)
			}
		case *ast.BlockStmt:
			p.around(&w, n.List, i)
		}
		c = parent
	}
	return w
}

// around notes what the statements before and after the one with index i mean
// for it.
func (p *Program) around(w *way, list []ast.Stmt, i int) {
	for _, s := range list[:i] {
		p.passing(w, s)
	}
	for _, s := range list[i+1:] {
		w.ends = w.ends || p.terminates(s)
	}
}

// passing notes what it means that a statement comes before.
func (p *Program) passing(w *way, s ast.Stmt) {
	if p.waitsIn(s, nil, 0) {
		w.waits = true
	}
	if n, ok := s.(*ast.IfStmt); ok && len(n.Body.List) > 0 && p.terminates(n.Body.List[len(n.Body.List)-1]) && !p.mentionsError(n.Cond) {
		p.guardedBy(w, n.Cond)
	}
	if p.terminates(s) {
		w.lost = true
	}
}

// statements returns the statements of a block or case.
func statements(c inspector.Cursor) []ast.Stmt {
	switch n := c.Node().(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	}
	return nil
}

// between returns what the statements of top between x and y mean for y.
func (p *Program) between(x, y, top inspector.Cursor) way {
	var w way
	for _, s := range statements(top) {
		if s.Pos() > x.Node().End() && s.End() < y.Node().Pos() {
			p.passing(&w, s)
		}
	}
	return w
}

// guardedBy notes a condition. What is done because of an error is done instead
// of something else.
func (p *Program) guardedBy(w *way, cond ast.Expr) {
	w.guard = true
	if p.mentionsError(cond) {
		w.lost = true
	}
	ast.Inspect(cond, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		switch obj := p.pass.TypesInfo.Uses[id].(type) {
		case *types.Var:
			t := obj.Type().Underlying()
			if ptr, ok := t.(*types.Pointer); ok {
				t = ptr.Elem().Underlying()
			}
			if _, ok := t.(*types.Struct); !ok {
				w.guards = append(w.guards, obj)
			}
		case *types.Func:
			w.guards = append(w.guards, obj)
		}
		return true
	})
}

func (p *Program) mentionsError(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := p.pass.TypesInfo.Uses[id].(*types.Var); ok && types.Identical(v.Type(), types.Universe.Lookup("error").Type()) {
				found = true
			}
		}
		return !found
	})
	return found
}

// runs reports whether fn runs the functions that it is given, each in a
// goroutine of its own.
func runs(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	return fn.Name() == "Go" && fn.Signature().Recv() != nil || fn.FullName() == "(*github.com/oklog/run.Group).Add"
}

// terminates reports whether nothing after s is reached.
func (p *Program) terminates(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		return ok && p.neverReturns(call)
	case *ast.BlockStmt:
		return slices.ContainsFunc(s.List, p.terminates)
	}
	return false
}

// neverReturns reports whether call ends the process or panics.
func (p *Program) neverReturns(call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "panic" {
		return true
	}
	fn := p.src.Callee(call)
	return fn != nil && (fn.FullName() == "os.Exit" || strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic"))
}

// waitsIn reports whether n, in the goroutine that runs it, may wait for ever:
// for a channel, a group, or a server that it starts. Code that is not known
// waits when its name says so.
func (p *Program) waitsIn(n ast.Node, fn *types.Func, depth int) bool {
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
			if t := p.pass.TypesInfo.TypeOf(m.X); t != nil {
				_, ok := t.Underlying().(*types.Chan)
				found = found || ok
			}
		case *ast.CallExpr:
			found = found || p.waitsCall(m, fn, depth)
		}
		return !found
	})
	return found
}

func (p *Program) waitsCall(call *ast.CallExpr, fn *types.Func, depth int) bool {
	g := p.src.Callee(call)
	if g == nil {
		return false
	}
	if recv := g.Signature().Recv(); recv != nil {
		// What is stopped here is not open later on.
		if r := p.ev.TypeRow(recv.Type(), catalog.Server); r != nil && (slices.Contains(r.Stop, g.Name()) || slices.Contains(r.Abrupt, g.Name())) {
			return true
		}
	}
	if slices.ContainsFunc(p.Listeners, func(l *Listener) bool { return l.Node == call && l.of == nil && l.Serves && !l.option }) {
		return true
	}
	if g.Pkg() == p.pass.Pkg {
		d := p.src.Decl(g)
		return g != fn && d != nil && d.Body != nil && (depth > 4 || p.waitsIn(d.Body, g, depth+1))
	}
	for _, f := range listensOf(p.pass, g) {
		if f.Blocks {
			return true
		}
	}
	switch g.Name() {
	case "Run", "RunContext", "RunForever", "Start", "Join":
		return true
	}
	return strings.HasPrefix(g.Name(), "Serve") || strings.HasPrefix(g.Name(), "ListenAndServe") || strings.HasPrefix(g.Name(), "Wait")
}
