// Package flow answers what must have happened before a point in a function:
// which contexts have certainly ended there. It reports nothing and knows no
// servers.
//
// A context has ended after its Done channel was received from, after its
// cancel function was called, after the Wait of the error group that it was
// made with, and when the context that it is derived from has ended. The
// analysis is a forward one over the control-flow graph: what holds is what
// holds on every path. What a function literal finds when it is made holds in
// it too, since a context that has ended stays so; a deferred one finds what
// holds at every return. Panics and the bodies of other functions are not
// followed.
package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"strings"

	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"
)

// Contexts calls visit for the calls in the body of a declared function, and
// in the function literals in it, with a function that reports whether the
// context that an expression denotes has certainly ended before the call.
// noReturn reports whether a call ends the process.
func Contexts(info *types.Info, body *ast.BlockStmt, noReturn func(*ast.CallExpr) bool, visit func(call *ast.CallExpr, ended func(ast.Expr) bool)) {
	w := &walker{
		info:     info,
		noReturn: noReturn,
		visit:    visit,
		assigned: make(map[types.Object]int),
		ends:     make(map[types.Object]place),
		parent:   make(map[place]place),
		comms:    make(map[ast.Node]bool),
	}
	w.prepare(body)
	w.body(body, facts{})
}

// place is a variable, or a field reached from one.
type place struct {
	base types.Object
	path string
}

// facts are the contexts that have ended; nil stands for an impossible point,
// where everything holds.
type facts map[place]bool

type walker struct {
	info     *types.Info
	noReturn func(*ast.CallExpr) bool
	visit    func(*ast.CallExpr, func(ast.Expr) bool)

	assigned map[types.Object]int   // how often a variable is assigned
	ends     map[types.Object]place // cancel functions and error groups, and what they end
	parent   map[place]place        // contexts assigned once, and what they are derived from
	comms    map[ast.Node]bool      // the communications of select cases
}

// prepare notes what holds wherever it stands in the function.
func (w *walker) prepare(body *ast.BlockStmt) {
	type derivation struct{ child, parent place }
	var derived []derivation
	assign := func(lhs, rhs []ast.Expr) {
		for _, e := range lhs {
			if id, ok := ast.Unparen(e).(*ast.Ident); ok && id.Name != "_" {
				w.assigned[w.info.ObjectOf(id)]++
			}
		}
		if len(rhs) != 1 || len(lhs) == 0 {
			return
		}
		call, ok := ast.Unparen(rhs[0]).(*ast.CallExpr)
		if !ok {
			return
		}
		parent, from := w.derivation(call)
		if !from {
			return
		}
		ctx := 0
		if len(lhs) == 2 {
			other := 1
			if w.callee(call) == "golang.org/x/sync/errgroup.WithContext" {
				ctx, other = 1, 0
			}
			if id, ok := ast.Unparen(lhs[other]).(*ast.Ident); ok && id.Name != "_" {
				if child, ok := w.place(lhs[ctx]); ok {
					w.ends[w.info.ObjectOf(id)] = child
				}
			}
		}
		if child, ok := w.place(lhs[ctx]); ok && parent != (place{}) && parent != child {
			derived = append(derived, derivation{child, parent})
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			assign(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			var lhs []ast.Expr
			for _, name := range n.Names {
				lhs = append(lhs, name)
			}
			assign(lhs, n.Values)
		case *ast.CommClause:
			if n.Comm != nil {
				w.comms[n.Comm] = true
			}
		}
		return true
	})
	for _, d := range derived {
		if d.child.path == "" && w.assigned[d.child.base] == 1 {
			w.parent[d.child] = d.parent
		}
	}
	for v := range w.ends {
		if w.assigned[v] != 1 {
			delete(w.ends, v)
		}
	}
}

// body analyses one function body that is entered with the given facts, and
// visits its calls.
func (w *walker) body(body *ast.BlockStmt, entry facts) {
	g := cfg.New(body, func(call *ast.CallExpr) bool { return !w.noReturn(call) })
	in := make([]facts, len(g.Blocks))
	in[0] = entry
	queue := []*cfg.Block{g.Blocks[0]}
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		out := w.block(b, maps.Clone(in[b.Index]), nil)
		for _, s := range b.Succs {
			if met, changed := meet(in[s.Index], out); changed {
				in[s.Index] = met
				queue = append(queue, s)
			}
		}
	}
	var deferred []*ast.DeferStmt
	var exit facts
	for _, b := range g.Blocks {
		if in[b.Index] == nil {
			continue // never reached
		}
		out := w.block(b, maps.Clone(in[b.Index]), func(d *ast.DeferStmt) { deferred = append(deferred, d) })
		if b.Return() != nil {
			exit, _ = meet(exit, out)
		}
	}
	for _, d := range deferred {
		w.calls(d.Call, w.lasting(exit))
	}
}

// meet returns what holds at a point that is reached with a and with b.
func meet(a, b facts) (met facts, changed bool) {
	if a == nil {
		return maps.Clone(b), true
	}
	met = maps.Clone(a)
	for k := range a {
		if !b[k] {
			delete(met, k)
			changed = true
		}
	}
	return met, changed
}

// block runs through the nodes of one block. Calls are visited when later,
// which takes deferred calls, is not nil.
func (w *walker) block(b *cfg.Block, f facts, later func(*ast.DeferStmt)) facts {
	if f == nil {
		f = facts{}
	}
	if c, ok := b.Stmt.(*ast.CommClause); ok && b.Kind == cfg.KindSelectCaseBody && c.Comm != nil {
		if later != nil {
			w.calls(c.Comm, f)
		}
		w.events(c.Comm, f)
	}
	for _, n := range b.Nodes {
		if w.comms[n] {
			continue // the graph has them before the select; see above
		}
		if d, ok := n.(*ast.DeferStmt); ok {
			if later != nil {
				later(d)
			}
			continue
		}
		if later != nil {
			w.calls(n, f)
		}
		w.events(n, f)
	}
	return f
}

// calls visits the calls in n, and the bodies of the function literals.
func (w *walker) calls(n ast.Node, f facts) {
	after := make(map[*ast.FuncLit]place)
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			w.visit(n, func(e ast.Expr) bool { return w.ended(e, f) })
			if w.callee(n) == "context.AfterFunc" && len(n.Args) == 2 {
				if lit, ok := ast.Unparen(n.Args[1]).(*ast.FuncLit); ok {
					if p, ok := w.place(n.Args[0]); ok {
						after[lit] = p
					}
				}
			}
		case *ast.FuncLit:
			inner := w.lasting(f)
			if p, ok := after[n]; ok {
				inner[p] = true
			}
			w.body(n.Body, inner)
			return false
		}
		return true
	})
}

// lasting returns the facts about variables that cannot be given another
// context later.
func (w *walker) lasting(f facts) facts {
	out := make(facts)
	for p := range f {
		if w.assigned[p.base] <= 1 {
			out[p] = true
		}
	}
	return out
}

// events applies to f what happens in n itself.
func (w *walker) events(n ast.Node, f facts) {
	switch n := n.(type) {
	case *ast.GoStmt:
		return
	case *ast.AssignStmt:
		for _, e := range n.Rhs {
			w.events(e, f)
		}
		w.assign(n.Lhs, n.Rhs, f)
		return
	case *ast.ValueSpec:
		var lhs []ast.Expr
		for _, name := range n.Names {
			lhs = append(lhs, name)
		}
		for _, e := range n.Values {
			w.events(e, f)
		}
		w.assign(lhs, n.Values, f)
		return
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.AssignStmt, *ast.ValueSpec:
			w.events(n, f)
			return false
		case *ast.UnaryExpr:
			if p, ok := w.doneOf(n); ok {
				f[p] = true
			}
		case *ast.CallExpr:
			if p, ok := w.endedBy(n); ok {
				f[p] = true
			}
		}
		return true
	})
}

// assign applies an assignment: what is assigned is another context now.
func (w *walker) assign(lhs, rhs []ast.Expr, f facts) {
	dead := false
	if len(rhs) == 1 {
		if call, ok := ast.Unparen(rhs[0]).(*ast.CallExpr); ok {
			if _, from := w.derivation(call); from && len(call.Args) > 0 {
				dead = w.ended(call.Args[0], f)
			}
		}
	}
	for _, e := range lhs {
		p, ok := w.place(e)
		if !ok {
			continue
		}
		for q := range f {
			if q.base == p.base && (q.path == p.path || strings.HasPrefix(q.path, p.path+".")) {
				delete(f, q)
			}
		}
		if dead && isContext(w.info.TypeOf(e)) {
			f[p] = true
		}
	}
}

// ended reports whether the context e has ended where f holds.
func (w *walker) ended(e ast.Expr, f facts) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		_, from := w.derivation(call)
		return from && len(call.Args) > 0 && w.ended(call.Args[0], f)
	}
	p, ok := w.place(e)
	for range 8 {
		if !ok || f[p] {
			return ok
		}
		p, ok = w.parent[p]
	}
	return false
}

// derivers are the functions that make a context end with another.
var derivers = map[string]bool{
	"context.WithCancel": true, "context.WithCancelCause": true, "context.WithTimeout": true, "context.WithTimeoutCause": true,
	"context.WithDeadline": true, "context.WithDeadlineCause": true, "context.WithValue": true,
	"os/signal.NotifyContext": true, "golang.org/x/sync/errgroup.WithContext": true,
}

// derivation reports whether call derives a context from another, and from
// which, when that is a variable or field.
func (w *walker) derivation(call *ast.CallExpr) (parent place, ok bool) {
	if !derivers[w.callee(call)] || len(call.Args) == 0 {
		return place{}, false
	}
	parent, _ = w.place(call.Args[0])
	return parent, true
}

// doneOf returns the context whose Done channel e receives from.
func (w *walker) doneOf(e *ast.UnaryExpr) (place, bool) {
	if e.Op != token.ARROW {
		return place{}, false
	}
	call, ok := ast.Unparen(e.X).(*ast.CallExpr)
	if !ok {
		return place{}, false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Done" || !isContext(w.info.TypeOf(sel.X)) {
		return place{}, false
	}
	return w.place(sel.X)
}

// endedBy returns the context that a call ends: of a cancel function, or the
// Wait of an error group.
func (w *walker) endedBy(call *ast.CallExpr) (place, bool) {
	fun := ast.Unparen(call.Fun)
	if sel, ok := fun.(*ast.SelectorExpr); ok && w.callee(call) == "(*golang.org/x/sync/errgroup.Group).Wait" {
		fun = ast.Unparen(sel.X)
	}
	id, ok := fun.(*ast.Ident)
	if !ok {
		return place{}, false
	}
	p, ok := w.ends[w.info.ObjectOf(id)]
	return p, ok
}

func (w *walker) callee(call *ast.CallExpr) string {
	if fn := typeutil.StaticCallee(w.info, call); fn != nil {
		return fn.FullName()
	}
	return ""
}

// place returns the variable or field that e denotes.
func (w *walker) place(e ast.Expr) (place, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := w.info.ObjectOf(e).(*types.Var); ok {
			return place{base: v}, true
		}
	case *ast.SelectorExpr:
		if v, ok := w.info.ObjectOf(e.Sel).(*types.Var); ok {
			if !v.IsField() {
				return place{base: v}, true // a variable of another package
			}
			if p, ok := w.place(e.X); ok {
				p.path += "." + v.Name()
				return p, true
			}
		}
	}
	return place{}, false
}

// isContext reports whether t is context.Context.
func isContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}
