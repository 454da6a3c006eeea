package server

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/base"
	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// basis is where a server is given the context that its requests run in.
type basis struct {
	server handle
	*base.Basis
}

// bases returns where the servers of this package are given the contexts of
// their requests.
func (sv *Servers) bases() []*basis {
	if sv.based == nil {
		sv.based = new([]*basis)
		for _, b := range sv.base.All() {
			*sv.based = append(*sv.based, &basis{handle{value: b.Server, typ: b.Type}, b})
		}
	}
	return *sv.based
}

// CutShort returns a context that the requests of l's server run in although it
// ends before the drain of the server does, or nil.
func (sv *Servers) CutShort(l *Running) *base.Cut {
	server := sv.Identify(l.Server)
	if server.Any {
		return nil
	}
	for _, b := range sv.bases() {
		if of := sv.identityOf(&b.server); b.server.typ != l.Life.Type || of.Any || !server.Meets(of) {
			continue
		}
		for _, e := range sv.base.Contexts(b.Basis) {
			if cut := sv.cutOf(e, server, sv.StopsOf(l), l.Life.Stopped); cut != nil {
				return cut
			}
			if sv.EndsWhenStopped(l) != "error" || !l.Life.Stopped {
				continue
			}
			if by := sv.waits.EndsWithGroup(e, &l.Start); by != nil {
				return &base.Cut{At: e, By: by.Pos(), How: base.CutByGroup}
			}
		}
	}
	return nil
}

// cutOf tells what ends the context e before stops, which stop the server whose
// requests run in it, have done their work, or returns nil. stopped says that
// something stops it.
func (sv *Servers) cutOf(e ast.Expr, server which.Identity, stops []*Stop, stopped bool) *base.Cut {
	line := sv.waits.Line(e)
	if by := line.First(sv.asked.Ends); by != nil && (stopped || len(stops) > 0) {
		return &base.Cut{At: e, By: by.Pos(), How: base.CutBySignal}
	}
	if by := sv.hooked(line, server); by != nil && (stopped || len(stops) > 0) {
		return &base.Cut{At: e, By: by.Pos(), How: base.CutByStop}
	}
	for _, s := range stops {
		if s.Call != nil && sv.isOver(line, s.Call, s.Call, 0) {
			return &base.Cut{At: e, By: s.Pos(), How: base.CutBefore}
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

// leads returns the calls that stop a server, also by a function of another package that
// gives its stop the context that it is given, and those that lead to them as the only ones.
func (sv *Servers) leads() map[*ast.CallExpr]bool {
	if sv.leading != nil {
		return sv.leading
	}
	sv.leading = make(map[*ast.CallExpr]bool)
	to := sv.src.CallsTo(func(fn *types.Func) bool {
		return fn.Pkg() != sv.src.Pkg && source.TakesContext(fn) && len(sv.facts.Deeds(fn).Drains) > 0
	})
	for _, s := range sv.stops {
		if s.graceful {
			to = append(to, s.Call)
		}
	}
	for _, call := range to {
		for ; call != nil && !sv.leading[call]; call = sv.src.OnlyCall(call) {
			sv.leading[call] = true
		}
	}
	return sv.leading
}

// CutGiven returns the contexts that end at the signal and that this package
// gives to functions of others whose servers' requests then run in them.
func (sv *Servers) CutGiven() []*base.Cut {
	var out []*base.Cut
	note := func(how base.CutBy, params func(Deeds) []int) {
		for _, ctx := range sv.contextsGiven(params) {
			if by := sv.waits.Line(ctx).First(sv.asked.EndsAtOnce); by != nil {
				out = append(out, &base.Cut{At: ctx, By: by.Pos(), How: how})
			}
		}
	}
	note(base.CutBySignal, forRequests)
	note(base.CutStop, forStops)
	for call, ctx := range sv.contextsGiven(func(d Deeds) []int { return d.Lends }) {
		of := which.Holder(sv.src, call)
		if by := sv.waits.Line(ctx).First(sv.asked.EndsAtOnce); by != nil && of != nil && sv.drainsHeld(of) {
			out = append(out, &base.Cut{At: ctx, By: by.Pos(), How: base.CutBySignal})
		}
	}
	return out
}

// drainsHeld reports whether this package stops the server gracefully that of holds, or
// gives it to a function of another one that does.
func (sv *Servers) drainsHeld(of ast.Expr) bool {
	byMethod := slices.ContainsFunc(sv.stops, func(s *Stop) bool {
		on, ok := s.node.(*ast.SelectorExpr)
		return ok && s.graceful && sv.waits.SameHolder(of, on.X)
	})
	return byMethod || slices.ContainsFunc(sv.src.CallsTo(sv.drainsElsewhere), func(call *ast.CallExpr) bool {
		return slices.ContainsFunc(sv.facts.Deeds(sv.src.Callee(call)).Handles, func(i int) bool {
			return i < len(call.Args) && sv.waits.SameHolder(of, call.Args[i])
		})
	})
}

// lent yields the parameters of exported functions that are, or end, the context that the
// requests of a server run in which they return.
func (sv *Servers) lent() iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for _, b := range sv.bases() {
			of := sv.identityOf(&b.server)
			for _, e := range sv.base.Contexts(b.Basis) {
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
			for _, e := range sv.base.Contexts(b.Basis) {
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
