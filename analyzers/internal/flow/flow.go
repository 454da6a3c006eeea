// Package flow answers what must have happened before a point in a function:
// which contexts have certainly ended there, and which call made them. It
// reports nothing and knows no servers.
//
// A context with a time limit has ended after a wait for the program to be told to
// stop, or for longer than that. A context has ended after its Done channel was received from, after its
// cancel function was called, where its Err is not nil, after the Wait of the error
// group that it was made with, after a function that waits for its end, and when the context that
// it is derived from has ended. The analysis is a forward one over the
// control-flow graph: what holds is what holds on every path, or on those
// through one case of a select, since the others are for when there is nothing
// to wait for. What a function literal finds when it is made holds in it too,
// as far as it is about variables that are not assigned any more; a deferred one
// finds what holds at every return behind it, once what is deferred later has been called. Panics and the bodies of other
// functions are not followed.
package flow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"time"

	"golang.org/x/tools/go/cfg"
)

// Callees tells what the functions do that a function calls.
type Callees struct {
	// NoReturn reports whether a call ends the process.
	NoReturn func(*ast.CallExpr) bool
	// Waits returns the arguments of a call, contexts, that have ended when it
	// returns.
	Waits func(*ast.CallExpr) []ast.Expr
	// Long reports whether a receive from a channel may wait for as long as the
	// program runs: until it is told to stop.
	Long func(ast.Expr) bool
	// Sits reports whether a call does.
	Sits func(*ast.CallExpr) bool
	// Lasts returns how long a call, or a receive, lasts at least.
	Lasts func(ast.Expr) time.Duration
	// Over reports whether the context that a call returns first has ended.
	Over func(*ast.CallExpr) bool
	// Drains reports whether nothing is done with a variable, a context, but to
	// limit the time in which servers are stopped.
	Drains func(*types.Var) bool
}

// Contexts calls visit for the calls in the body of a function of type ft, and
// in the function literals in it, with what is known just before the call. It
// returns the parameters, contexts, that have ended wherever the function
// returns.
func Contexts(info *types.Info, ft *ast.FuncType, body *ast.BlockStmt, callees Callees, visit func(call *ast.CallExpr, before Moment)) (waitsFor []*types.Var) {
	w := &walker{
		info:        info,
		callees:     callees,
		visit:       visit,
		last:        make(map[types.Object]token.Pos),
		fields:      make(map[string]token.Pos),
		comms:       make(map[ast.Node]bool),
		asked:       make(map[types.Object]bool),
		alone:       make(map[ast.Node]bool),
		interrupted: make(map[place][]place),
	}
	w.prepare(body)
	entry := facts{}
	var params []*types.Var
	for _, field := range ft.Params.List {
		for _, id := range field.Names {
			if v, ok := info.Defs[id].(*types.Var); ok && isContext(v.Type()) {
				entry[fact{place: local(v), given: true}] = true
				params = append(params, v)
			}
		}
	}
	exit := w.body(body, entry)
	for _, v := range params {
		p := local(v)
		if exit[fact{place: p}] && exit[fact{place: p, given: true}] {
			waitsFor = append(waitsFor, v)
		}
	}
	return waitsFor
}

// Moment is a point in a function.
type Moment struct {
	w *walker
	f facts
}

// Ended reports whether the context that e denotes has certainly ended, unless
// a select had something else to do than to wait for that.
func (m Moment) Ended(e ast.Expr) bool { return m.w.ended(e, m.f) }

// Watched reports whether the context that e denotes has ended only as far as a
// select went that way: it had others.
func (m Moment) Watched(e ast.Expr) bool {
	p, ok := m.w.place(e)
	return ok && (m.f[fact{place: p, watched: true}] || m.f[fact{place: p, chosen: true}] && !m.f[fact{place: p}])
}

// Made returns the call that made the context that e denotes, when it is the
// same on every path; else nil.
func (m Moment) Made(e ast.Expr) *ast.CallExpr { return m.w.made(e, m.f) }

// Given returns the parameter of the declared function that e denotes, when it
// still holds what the function was given; else nil.
func (m Moment) Given(e ast.Expr) *types.Var {
	p, ok := m.w.place(e)
	if !ok || !m.f[fact{place: p, given: true}] {
		return nil
	}
	return p.base.(*types.Var)
}

// Over returns what has certainly ended, as [Moment.Ended] understands it:
// contexts, and those whose functions to cancel them were called.
func (m Moment) Over() []Held {
	var out []Held
	for k := range m.f {
		if k == (fact{place: k.place}) || k == (fact{place: k.place, chosen: true}) {
			if v, ok := k.leaf.(*types.Var); ok {
				out = append(out, Held{Base: k.base, Var: v})
			}
		}
	}
	slices.SortFunc(out, func(a, b Held) int { return cmp.Compare(a.Var.Pos(), b.Var.Pos()) })
	return slices.Compact(out)
}

// Held is a variable or field that holds a context, or the function that cancels
// one.
type Held struct {
	Base types.Object // the variable that the field is reached from, or Var
	Var  *types.Var
}

// place is a variable, or a field reached from one.
type place struct {
	base types.Object
	path string
	leaf types.Object // base, or the field
}

// local returns the place that the variable v is.
func local(v types.Object) place { return place{base: v, leaf: v} }

// fact is one thing known of the context in a place. Of the other fields one
// is set, or none: then the context has ended.
type fact struct {
	place
	by   types.Object  // what ends it: a cancel function that is called, a Done channel that is received from, a group that is waited for
	made *ast.CallExpr // the call that made it
	of   place         // a place whose context ends it

	given bool // it is what the function was given

	// chosen says that the context ended on one of the ways that a select
	// takes, and may be alive on the others.
	chosen bool

	// watched says that it was a select with other ways that saw it end.
	watched bool
}

// facts are what holds at a point; nil stands for an impossible point, where
// everything holds.
type facts map[fact]bool

type walker struct {
	info    *types.Info
	callees Callees
	visit   func(*ast.CallExpr, Moment)

	last   map[types.Object]token.Pos // behind which a variable is not assigned any more
	fields map[string]token.Pos       // the same of fields, by name
	comms  map[ast.Node]bool          // the communications of select cases
	asked  map[types.Object]bool      // contexts whose Err is asked for
	alone  map[ast.Node]bool          // the only cases of their selects

	interrupted map[place][]place // what the interrupts of a group of actors end
}

// never is behind everything.
const never = token.Pos(1<<31 - 1)

// prepare notes what holds wherever it stands in the function.
func (w *walker) prepare(body *ast.BlockStmt) {
	var stack []ast.Node
	assigned := func(e ast.Expr) {
		switch e := ast.Unparen(e).(type) {
		case *ast.Ident:
			if obj := w.info.ObjectOf(e); obj != nil {
				w.last[obj] = max(w.last[obj], until(obj, e, stack))
			}
		case *ast.SelectorExpr:
			w.fields[e.Sel.Name] = max(w.fields[e.Sel.Name], until(nil, e, stack))
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				assigned(e)
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				assigned(id)
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if e != nil {
					assigned(e)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				if id, ok := ast.Unparen(n.X).(*ast.Ident); ok {
					w.last[w.info.ObjectOf(id)] = never // may be assigned anywhere
				}
			}
		case *ast.SelectStmt:
			if len(n.Body.List) == 1 {
				w.alone[n.Body.List[0]] = true
			}
		case *ast.CommClause:
			if n.Comm != nil {
				w.comms[n.Comm] = true
			}
		}
		return true
	})
	w.ask(body)
}

// until returns the position behind which an assignment at e, in the nodes of
// stack, cannot happen any more: its own, the end of a loop around it, or none
// when it is in a function literal that may run at any time. A loop or literal
// in which obj, which is assigned, is declared does not count: each round and
// call has its own.
func until(obj types.Object, e ast.Expr, stack []ast.Node) token.Pos {
	end := e.End()
	for _, n := range stack {
		if obj != nil && n.Pos() <= obj.Pos() && obj.Pos() < n.End() {
			continue
		}
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			end = max(end, n.End())
		case *ast.FuncLit:
			return never
		}
	}
	return end
}

// body analyses one function body that is entered with the given facts, and
// visits its calls. It returns what holds at every return.
func (w *walker) body(body *ast.BlockStmt, entry facts) (exit facts) {
	g := cfg.New(body, func(call *ast.CallExpr) bool { return !w.callees.NoReturn(call) })
	in := make([]facts, len(g.Blocks))
	in[0] = entry
	queue := []*cfg.Block{g.Blocks[0]}
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		out := w.block(b, maps.Clone(in[b.Index]), nil)
		for i, s := range b.Succs {
			if met, changed := meet(in[s.Index], w.taken(b, i, out)); changed {
				in[s.Index] = met
				queue = append(queue, s)
			}
		}
	}
	type deferral struct {
		stmt *ast.DeferStmt
		in   *cfg.Block
	}
	var deferred []deferral
	exits := make(map[*cfg.Block]facts)
	for _, b := range g.Blocks {
		if in[b.Index] == nil {
			continue // never reached
		}
		out := w.block(b, maps.Clone(in[b.Index]), func(d *ast.DeferStmt) { deferred = append(deferred, deferral{d, b}) })
		if b.Return() != nil {
			exits[b] = out
		}
	}
	slices.SortFunc(deferred, func(a, b deferral) int { return cmp.Compare(a.stmt.Pos(), b.stmt.Pos()) })
	for i, d := range deferred {
		var exit facts
		for b := range reached(d.in, nil) {
			out, returns := exits[b]
			if !returns {
				continue
			}
			out = maps.Clone(out)
			for _, first := range slices.Backward(deferred[i+1:]) { // the last one is called first
				if first.in == d.in || !reached(d.in, first.in)[b] {
					w.events(first.stmt.Call, out)
				}
			}
			exit, _ = meet(exit, out)
		}
		w.calls(d.stmt.Call, w.lasting(exit, d.stmt.Pos()))
	}
	for _, out := range exits {
		exit, _ = meet(exit, out)
	}
	return exit
}

// reached returns the blocks that can come after from, and from itself, by ways that do not
// lead through one, if that is not nil.
func reached(from, without *cfg.Block) map[*cfg.Block]bool {
	seen := map[*cfg.Block]bool{from: true}
	for queue := []*cfg.Block{from}; len(queue) > 0; queue = queue[1:] {
		for _, s := range queue[0].Succs {
			if !seen[s] && s != without {
				seen[s] = true
				queue = append(queue, s)
			}
		}
	}
	return seen
}

// meet returns what holds at a point that is reached with a and with b.
func meet(a, b facts) (met facts, changed bool) {
	if a == nil {
		return maps.Clone(b), true
	}
	met = maps.Clone(a)
	for k := range a {
		if !b[k] && !k.chosen {
			delete(met, k)
			changed = true
		}
	}
	for k := range b {
		if k.chosen && !met[k] {
			met[k] = true
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
		before := maps.Clone(f)
		w.events(c.Comm, f)
		for k := range maps.Clone(f) {
			if k != (fact{place: k.place}) {
				continue
			}
			if !w.asked[k.base] {
				f[fact{place: k.place, chosen: true}] = true
			}
			if !before[k] && !w.alone[c] {
				f[fact{place: k.place, watched: true}] = true
			}
		}
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
