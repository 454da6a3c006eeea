package server

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// Cut is a context that requests run in although it ends before their drain.
type Cut struct {
	At  ast.Expr // where requests get it
	By  token.Pos
	How CutBy
}

// CutBy is what ends such a context, at Cut.By.
type CutBy uint8

// The ways.
const (
	CutBySignal CutBy = iota // it is a context of the signal that begins the drain
	CutByStop                // the stop itself cancels it, before it waits
	CutBefore                // it is over when the stop there begins
	CutByGroup               // the group that the server is started in cancels it, when that returns
	CutStop                  // requests have another, but the stop is given this one, when the signal has ended it
)

// basis is where a server is given the context that its requests run in.
type basis struct {
	server handle
	makes  ast.Expr // the function that returns the context, or the handler of all requests
}

// bases returns where the servers of this package are given the contexts of
// their requests: the BaseContext and ConnContext of net/http, and a Handler that
// hands them on with a context of its own.
func (sv *Servers) bases() []*basis {
	if sv.based != nil {
		return *sv.based
	}
	sv.based = new([]*basis)
	for _, cur := range sv.src.Mentions(contexts.OfRequests) {
		var on, makes ast.Expr
		switch cur.ParentEdgeKind() {
		case edge.KeyValueExpr_Key:
			on, _ = cur.Parent().Parent().Node().(*ast.CompositeLit)
			makes = cur.Parent().Node().(*ast.KeyValueExpr).Value
		case edge.SelectorExpr_Sel:
			sel := cur.Parent()
			on = sel.Node().(*ast.SelectorExpr).X
			as, ok := sel.Parent().Node().(*ast.AssignStmt)
			if _, i := sel.ParentEdge(); ok && sel.ParentEdgeKind() == edge.AssignStmt_Lhs && len(as.Lhs) == len(as.Rhs) {
				makes = as.Rhs[i]
			}
		}
		if on == nil || makes == nil {
			continue
		}
		*sv.based = append(*sv.based, &basis{server: handle{value: sv.ev.Eval(on), typ: httpServer}, makes: makes})
		if inner, ok := ast.Unparen(on).(*ast.SelectorExpr); ok {
			if outer := sv.serverRow(inner.X); outer != nil { // e.Server, of an echo
				*sv.based = append(*sv.based, &basis{server: handle{value: sv.ev.Eval(inner.X), typ: outer.Symbol}, makes: makes})
			}
		}
	}
	return *sv.based
}

const httpServer = "net/http.Server"

// contexts returns the contexts that b gives to requests.
func (sv *Servers) contexts(b *basis) []ast.Expr {
	var out []ast.Expr
	for _, a := range sv.ev.Close(sv.ev.Eval(b.makes)).Alts {
		fn, lit := a.Func()
		var returns []*ast.ReturnStmt
		if lit != nil {
			returns = sv.src.Returns(lit)
			out = append(out, sv.waits.HandedOn(lit.Type, lit.Body)...)
		} else if d := sv.src.Decl(fn); fn != nil && d != nil {
			returns = sv.src.Returns(d)
			out = append(out, sv.waits.HandedOn(d.Type, d.Body)...)
		}
		for _, r := range returns {
			if len(r.Results) == 1 {
				out = append(out, r.Results[0])
			}
		}
	}
	return out
}

// CutShort returns a context that the requests of l's server run in although it
// ends before the drain of the server does, or nil.
func (sv *Servers) CutShort(l *Running) *Cut {
	server := sv.Identify(l.Server)
	if server.Any {
		return nil
	}
	for _, b := range sv.bases() {
		if of := sv.identityOf(&b.server); b.server.typ != l.Life.Type || of.Any || !server.Meets(of) {
			continue
		}
		for _, e := range sv.contexts(b) {
			if cut := sv.cutOf(e, server, sv.StopsOf(l), l.Life.Stopped); cut != nil {
				return cut
			}
			if sv.EndsWhenStopped(l) != "error" || !l.Life.Stopped {
				continue
			}
			if by := sv.waits.EndsWithGroup(e, &l.Start); by != nil {
				return &Cut{At: e, By: by.Pos(), How: CutByGroup}
			}
		}
	}
	return nil
}

// cutOf tells what ends the context e before stops, which stop the server whose
// requests run in it, have done their work, or returns nil. stopped says that
// something stops it.
func (sv *Servers) cutOf(e ast.Expr, server which.Identity, stops []*Stop, stopped bool) *Cut {
	line := sv.waits.Line(e)
	if by := line.First(sv.asked.Ends); by != nil && (stopped || len(stops) > 0) {
		return &Cut{At: e, By: by.Pos(), How: CutBySignal}
	}
	if by := sv.hooked(line, server); by != nil && (stopped || len(stops) > 0) {
		return &Cut{At: e, By: by.Pos(), How: CutByStop}
	}
	for _, s := range stops {
		if s.Call != nil && sv.isOver(line, s.Call, s.Call, 0) {
			return &Cut{At: e, By: s.Pos(), How: CutBefore}
		}
	}
	return nil
}

// hooked returns the call by which the server is told to cancel a context of
// line when it is stopped, or nil.
func (sv *Servers) hooked(line contexts.Links, server which.Identity) *ast.CallExpr {
	for _, call := range sv.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == "(*net/http.Server).RegisterOnShutdown" }) {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || len(call.Args) != 1 {
			continue
		}
		of := sv.Identify(sv.ev.Eval(sel.X))
		if of.Any || !server.Meets(of) {
			continue
		}
		if slices.ContainsFunc(sv.waits.Cancels(call.Args[0]), func(own contexts.Links) bool { return line.Meets(own, sv.waits.Single) }) {
			return call
		}
	}
	return nil
}

// isOver reports whether a context of line has ended at call, which is, or leads
// to, the call stop.
func (sv *Servers) isOver(line contexts.Links, call, stop *ast.CallExpr, depth int) bool {
	around := sv.src.Outermost(call.Pos())
	if around == nil || depth > 3 {
		return false
	}
	for _, held := range sv.clock.Over(call) {
		same := func(l contexts.Link) bool {
			return sv.waits.Single(l) || l.Made != nil && sv.src.Outermost(l.Made.Pos()) == around || held.Base == sv.src.BaseOf(stop)
		}
		if line.Meets(sv.waits.Held(held.Var), same) {
			return true
		}
	}
	caller := sv.src.OnlyCall(call)
	return caller != nil && sv.isOver(line, caller, stop, depth+1)
}

// leads returns the calls that stop a server, and those that lead to them as the
// only ones.
func (sv *Servers) leads() map[*ast.CallExpr]bool {
	if sv.leading != nil {
		return sv.leading
	}
	sv.leading = make(map[*ast.CallExpr]bool)
	for _, s := range sv.stops {
		for call := s.Call; s.graceful && call != nil && !sv.leading[call]; call = sv.src.OnlyCall(call) {
			sv.leading[call] = true
		}
	}
	return sv.leading
}

// CutGiven returns the contexts that end at the signal and that this package
// gives to functions of others whose servers' requests then run in them.
func (sv *Servers) CutGiven() []*Cut {
	var out []*Cut
	note := func(how CutBy, params func(Deeds) []int) {
		for _, ctx := range sv.contextsGiven(params) {
			if by := sv.waits.Line(ctx).First(sv.asked.EndsAtOnce); by != nil {
				out = append(out, &Cut{At: ctx, By: by.Pos(), How: how})
			}
		}
	}
	note(CutBySignal, forRequests)
	note(CutStop, forStops)
	for call, ctx := range sv.contextsGiven(func(d Deeds) []int { return d.Lends }) {
		of := which.Holder(sv.src, call)
		stopped := of != nil && slices.ContainsFunc(sv.stops, func(s *Stop) bool {
			on, ok := s.node.(*ast.SelectorExpr)
			return ok && s.graceful && sv.waits.SameHolder(of, on.X)
		})
		if by := sv.waits.Line(ctx).First(sv.asked.EndsAtOnce); by != nil && stopped {
			out = append(out, &Cut{At: ctx, By: by.Pos(), How: CutBySignal})
		}
	}
	return out
}

// lent yields the parameters of exported functions that are, or end, the context that the
// requests of a server run in which they return.
func (sv *Servers) lent() iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for _, b := range sv.bases() {
			of := sv.identityOf(&b.server)
			for _, e := range sv.contexts(b) {
				for fn, param := range sv.givenTo(e) {
					back := slices.ContainsFunc(sv.escaped, func(h *handle) bool {
						return h.whole && sv.src.EnclosingFunc(h.at.Pos()) == fn && !of.Any && of.Meets(sv.identityOf(h))
					})
					if back && !yield(fn, param) {
						return
					}
				}
			}
		}
	}
}

func forRequests(d Deeds) []int { return d.Requests }
func forStops(d Deeds) []int    { return d.Stops }

// contextsGiven yields what this package gives to functions of others for those of
// their parameters, with the call.
func (sv *Servers) contextsGiven(params func(Deeds) []int) iter.Seq2[*ast.CallExpr, ast.Expr] {
	return func(yield func(*ast.CallExpr, ast.Expr) bool) {
		for _, call := range sv.src.CallsTo(func(fn *types.Func) bool { return fn.Pkg() != sv.src.Pkg && source.TakesContext(fn) }) {
			for _, i := range params(sv.facts.Deeds(sv.src.Callee(call))) {
				if i < len(call.Args) && !yield(call, call.Args[i]) {
					return
				}
			}
		}
	}
}

// handsOn yields the parameters of exported functions that this package gives to those
// of others.
func (sv *Servers) handsOn(params func(Deeds) []int) iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for _, ctx := range sv.contextsGiven(params) {
			for fn, param := range sv.givenTo(ctx) {
				if !yield(fn, param) {
					return
				}
			}
		}
	}
}

// keptForStop yields the parameters of exported functions, contexts, that the
// package keeps and gives to a graceful stop later, in a function that is called
// by itself.
func (sv *Servers) keptForStop() iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		ended := make(map[*types.Func]bool) // what is called with a context that has ended, as is reported here
		for _, s := range sv.Drains() {
			if s.Call != nil && sv.Ended(s) {
				ended[sv.src.Callee(s.Call)] = true
			}
		}
		for _, s := range sv.Drains() {
			if s.Context == nil || sv.Ended(s) || ended[sv.src.EnclosingFunc(s.node.Pos())] {
				continue
			}
			around := make(map[ast.Node]bool)
			sv.waits.Frames(s.node, around)
			for fn, param := range sv.givenTo(s.Context) {
				if !around[sv.src.Decl(fn)] && !yield(fn, param) {
					return
				}
			}
		}
		sv.handsOn(forStops)(yield)
	}
}

// requested yields the parameters of exported functions that are, or end, the
// context that the requests of a server run in which is stopped here.
func (sv *Servers) requested() iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for _, b := range sv.bases() {
			of := sv.identityOf(&b.server)
			var stops []*Stop
			for _, s := range sv.stops {
				if id := sv.identityOf(&s.server); s.graceful && s.server.typ == b.server.typ && !of.Any && !id.Any && of.Meets(id) {
					stops = append(stops, s)
				}
			}
			for _, e := range sv.contexts(b) {
				if len(stops) == 0 || sv.cutOf(e, of, stops, true) != nil {
					continue // reported here
				}
				for fn, param := range sv.givenTo(e) {
					if !yield(fn, param) {
						return
					}
				}
			}
		}
		sv.handsOn(forRequests)(yield)
	}
}

// givenTo yields the parameters of exported functions that are, or end, the
// context e.
func (sv *Servers) givenTo(e ast.Expr) iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for link := range sv.waits.Line(e) {
			if link.Given == nil {
				continue
			}
			fn := sv.src.EnclosingFunc(link.Given.Pos())
			if fn == nil || !fn.Exported() {
				continue
			}
			if i := source.ParamIndex(fn, link.Given); i >= 0 && !yield(fn, i) {
				return
			}
		}
	}
}
