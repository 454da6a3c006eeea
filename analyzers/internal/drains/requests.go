package drains

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/base"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// basis is where a server is given the context that its requests run in.
type basis struct {
	*base.Basis
	server which.Identity
}

// bases returns where the servers of this package are given the contexts of
// their requests.
func (d *Draining) bases() []*basis {
	if d.based == nil {
		d.based = new([]*basis)
		for _, b := range d.base.All() {
			*d.based = append(*d.based, &basis{b, d.servers.Identify(b.Server)})
		}
	}
	return *d.based
}

// CutShort returns a context that the requests of l's server run in although it
// ends before the drain of the server does, or nil.
func (d *Draining) CutShort(l *server.Running) *base.Cut {
	id := d.servers.IdentifyPut(l.Server)
	if id.Any {
		return nil
	}
	for _, b := range d.bases() {
		if of := b.server; b.Type != l.Life.Type || of.Any || !id.Meets(of) {
			continue
		}
		for _, e := range d.base.Contexts(b.Basis) {
			if cut := d.cutOf(e, id, d.servers.StopsOf(l), l.Life.Stopped); cut != nil {
				return cut
			}
			if by := d.cancelledBehind(l, d.waits.Line(e)); by != nil {
				return &base.Cut{At: e, By: by.Pos(), How: base.CutBehind}
			}
			if d.servers.EndsWhenStopped(l) != "error" || !l.Life.Stopped {
				continue
			}
			if by := d.waits.EndsWithGroup(e, &l.Start); by != nil {
				return &base.Cut{At: e, By: by.Pos(), How: base.CutByGroup}
			}
		}
	}
	return nil
}

// cutOf tells what ends the context e before stops, which stop the server whose
// requests run in it, have done their work, or returns nil. stopped says that
// something stops it.
func (d *Draining) cutOf(e ast.Expr, of which.Identity, stops []*server.Stop, stopped bool) *base.Cut {
	line := d.waits.Line(e)
	if by := line.First(d.asked.Ends); by != nil && (stopped || len(stops) > 0) {
		return &base.Cut{At: e, By: by.Pos(), How: base.CutBySignal}
	}
	if by := d.hooked(line, of); by != nil && (stopped || len(stops) > 0) {
		return &base.Cut{At: e, By: by.Pos(), How: base.CutByStop}
	}
	for _, s := range stops {
		if s.Call != nil && d.isOver(line, s.Call, s.Call, 0) {
			return &base.Cut{At: e, By: s.Pos(), How: base.CutBefore}
		}
	}
	return nil
}

// cancelledBehind returns the call that cancels a context of line as soon as the start of l
// has returned, which it does when the drain begins, and before anybody has waited for that;
// or nil.
// Have: srv.ListenAndServe(); cancel(); drained.Wait()
func (d *Draining) cancelledBehind(l *server.Running, line contexts.Links) *ast.CallExpr {
	stops := d.servers.StopsElsewhere(l)
	if l.Call == nil || l.Node != l.Call || d.servers.EndsWhenStopped(l) == "drained" || len(stops) == 0 {
		return nil
	}
	for _, s := range d.waits.Next(l.Call) {
		e, ok := s.(*ast.ExprStmt)
		if !ok {
			continue
		}
		call, ok := ast.Unparen(e.X).(*ast.CallExpr)
		if !ok || !slices.ContainsFunc(d.waits.Cancels(call.Fun), func(own contexts.Links) bool { return line.Meets(own, d.waits.Single) }) {
			continue
		}
		if !slices.ContainsFunc(stops, func(s *server.Stop) bool { return d.waits.Stays(l.Call, s.Node(), call, await.Prompt{}) }) {
			return call
		}
	}
	return nil
}

// hooked returns the call by which the server is told to cancel a context of
// line when it is stopped, or nil.
func (d *Draining) hooked(line contexts.Links, server which.Identity) *ast.CallExpr {
	for _, call := range d.src.CallsTo(func(fn *types.Func) bool { return fn.FullName() == "(*net/http.Server).RegisterOnShutdown" }) {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || len(call.Args) != 1 {
			continue
		}
		of := d.servers.Identify(d.ev.HolderOf(sel))
		if of.Any || !server.Meets(of) {
			continue
		}
		if slices.ContainsFunc(d.waits.Cancels(call.Args[0]), func(own contexts.Links) bool { return line.Meets(own, d.waits.Single) }) {
			return call
		}
	}
	return nil
}

// isOver reports whether a context of line has ended at call, which is, or leads
// to, the call stop.
func (d *Draining) isOver(line contexts.Links, call, stop *ast.CallExpr, depth int) bool {
	around := d.src.Outermost(call.Pos())
	if around == nil || depth > 3 {
		return false
	}
	for _, held := range d.clock.Over(call) {
		same := func(l contexts.Link) bool {
			return d.waits.Single(l) || l.Made != nil && d.src.Outermost(l.Made.Pos()) == around || held.Base == identity.BaseOf(d.src, stop)
		}
		if line.Meets(d.waits.Held(held.Var), same) {
			return true
		}
	}
	caller := d.src.OnlyCall(call)
	return caller != nil && d.isOver(line, caller, stop, depth+1)
}

// leads returns the calls that stop a server, also by a function of another package that
// gives its stop the context that it is given, and those that lead to them as the only ones.
func (d *Draining) leads() map[*ast.CallExpr]bool {
	if d.leading != nil {
		return d.leading
	}
	d.leading = make(map[*ast.CallExpr]bool)
	to := d.src.CallsTo(func(fn *types.Func) bool {
		return fn.Pkg() != d.src.Pkg && source.TakesContext(fn) && len(d.servers.DeedsElsewhere(fn).Drains) > 0
	})
	for _, s := range d.servers.Stops() {
		if s.Graceful {
			to = append(to, s.Call)
		}
	}
	for _, call := range to {
		for ; call != nil && !d.leading[call]; call = d.src.OnlyCall(call) {
			d.leading[call] = true
		}
	}
	return d.leading
}

// CutGiven returns the contexts that end at the signal and that this package
// gives to functions of others whose servers' requests then run in them, and those that
// the stop of a server cancels which is made here for others to start.
func (d *Draining) CutGiven() []*base.Cut {
	var out []*base.Cut
	for _, b := range d.bases() {
		for _, e := range d.base.Contexts(b.Basis) {
			if by := d.hooked(d.waits.Line(e), b.server); by != nil && !b.server.Any && d.servesNone() {
				out = append(out, &base.Cut{At: e, By: by.Pos(), How: base.CutByStop})
			}
		}
	}
	note := func(how base.CutBy, params func(server.Deeds) []int) {
		for _, ctx := range d.contextsGiven(params) {
			if by := d.waits.Line(ctx).First(d.asked.EndsAtOnce); by != nil {
				out = append(out, &base.Cut{At: ctx, By: by.Pos(), How: how})
			}
		}
	}
	note(base.CutBySignal, forRequests)
	note(base.CutStop, forStops)
	for call, ctx := range d.contextsGiven(func(d server.Deeds) []int { return d.Lends }) {
		of := which.Holder(d.src, call)
		if of == nil || source.IsError(d.src.Info.TypeOf(of)) {
			of = source.ReceiverOf(call, d.src.Info)
		}
		if cut := d.cutLent(of, ctx); cut != nil {
			out = append(out, cut)
		}
	}
	return out
}

// cutLent tells what ends the context e before this package has stopped the server that of
// holds, whose requests run in it, or returns nil.
func (d *Draining) cutLent(of, e ast.Expr) *base.Cut {
	if of == nil {
		return nil
	}
	line := d.waits.Line(e)
	if by := line.First(d.asked.EndsAtOnce); by != nil && d.drainsHeld(of) {
		return &base.Cut{At: e, By: by.Pos(), How: base.CutBySignal}
	}
	for _, s := range d.servers.StopsOn(of) {
		if s.Call != nil && d.isOver(line, s.Call, s.Call, 0) {
			return &base.Cut{At: e, By: s.Pos(), How: base.CutBefore}
		}
	}
	return nil
}

// drainsHeld reports whether this package stops the server gracefully that of holds, or
// gives it to a function of another one that does.
func (d *Draining) drainsHeld(of ast.Expr) bool {
	return len(d.servers.StopsOn(of)) > 0 || slices.ContainsFunc(d.src.CallsTo(d.servers.DrainsElsewhere), func(call *ast.CallExpr) bool {
		return slices.ContainsFunc(d.servers.DeedsElsewhere(d.src.Callee(call)).Handles, func(i int) bool {
			return i < len(call.Args) && d.waits.SameHolder(of, call.Args[i])
		})
	})
}

// servesNone reports whether this package starts no server: those that it makes others start.
func (d *Draining) servesNone() bool {
	return !d.src.Main && len(d.src.CallsTo(func(fn *types.Func) bool { return d.ev.Row(fn, catalog.Serve) != nil })) == 0
}

// lent yields the parameters of exported functions that are, or end, the context that the
// requests of a server run in which they return, or which their receiver holds for others to
// stop.
func (d *Draining) lent() iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for _, b := range d.bases() {
			for _, e := range d.base.Contexts(b.Basis) {
				for fn, param := range d.givenTo(e) {
					if (d.servers.GivesBack(fn, b.server) || d.leftTo(fn, b)) && !yield(fn, param) {
						return
					}
				}
			}
		}
	}
}

// leftTo reports whether the server of b is the receiver's of fn, a method, and nothing stops it
// gracefully in this package.
func (d *Draining) leftTo(fn *types.Func, b *basis) bool {
	held := slices.ContainsFunc(b.Server.Alts, func(a origin.Alt) bool {
		return slices.ContainsFunc(a.Pieces, func(p origin.Piece) bool { return p.Kind == origin.Param && p.Index < 0 && p.Func() == fn })
	})
	return held && !slices.ContainsFunc(d.servers.Stops(), func(s *server.Stop) bool { return s.Graceful && s.Type() == b.Type })
}

func forRequests(d server.Deeds) []int { return d.Requests }
func forStops(d server.Deeds) []int    { return d.Stops }

// contextsGiven yields what this package gives to functions of others for those of
// their parameters, with the call.
func (d *Draining) contextsGiven(params func(server.Deeds) []int) iter.Seq2[*ast.CallExpr, ast.Expr] {
	return func(yield func(*ast.CallExpr, ast.Expr) bool) {
		for _, call := range d.src.CallsTo(func(fn *types.Func) bool { return fn.Pkg() != d.src.Pkg && source.TakesContext(fn) }) {
			for _, i := range params(d.servers.DeedsElsewhere(d.src.Callee(call))) {
				if i < len(call.Args) && !yield(call, call.Args[i]) {
					return
				}
			}
		}
	}
}

// handsOn yields the parameters of exported functions that this package gives to those
// of others.
func (d *Draining) handsOn(params func(server.Deeds) []int) iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for _, ctx := range d.contextsGiven(params) {
			for fn, param := range d.givenTo(ctx) {
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
func (d *Draining) keptForStop() iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		ended := make(map[*types.Func]bool) // what is called with a context that has ended, as is reported here
		for _, s := range d.Drains() {
			if s.Call != nil && d.Ended(s) {
				ended[d.src.Callee(s.Call)] = true
			}
		}
		for _, s := range d.Drains() {
			if s.Context == nil || d.Ended(s) || ended[d.src.EnclosingFunc(s.Node().Pos())] {
				continue
			}
			around := make(map[ast.Node]bool)
			d.waits.Frames(s.Node(), around)
			for fn, param := range d.givenTo(s.Context) {
				if !around[d.src.Decl(fn)] && !yield(fn, param) {
					return
				}
			}
		}
		d.handsOn(forStops)(yield)
	}
}

// lasting yields the contexts that requests run in of servers that are stopped gracefully
// here, unless these end before, as is reported here.
func (d *Draining) lasting() iter.Seq[ast.Expr] {
	return func(yield func(ast.Expr) bool) {
		for _, b := range d.bases() {
			of := b.server
			var stops []*server.Stop
			for _, s := range d.servers.Stops() {
				if id := d.servers.IdentityOf(s); s.Graceful && s.Type() == b.Type && !of.Any && !id.Any && of.Meets(id) {
					stops = append(stops, s)
				}
			}
			for _, e := range d.base.Contexts(b.Basis) {
				if len(stops) > 0 && d.cutOf(e, of, stops, true) == nil && !yield(e) {
					return
				}
			}
		}
	}
}

// requested yields the parameters of exported functions that are, or end, the
// context that the requests of a server run in which is stopped here.
func (d *Draining) requested() iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for e := range d.lasting() {
			for fn, param := range d.givenTo(e) {
				if !yield(fn, param) {
					return
				}
			}
		}
		d.handsOn(forRequests)(yield)
	}
}

// RequestedBy yields the function literals of this package that are given, or given what
// ends, the context that the requests of a server run in which is stopped here.
func (d *Draining) RequestedBy() iter.Seq[*ast.FuncLit] {
	return func(yield func(*ast.FuncLit) bool) {
		for e := range d.lasting() {
			for link := range d.waits.Line(e) {
				if link.Given == nil {
					continue
				}
				if p := d.src.Variable(link.Given).Param; p != nil && p.Lit != nil && !yield(p.Lit) {
					return
				}
			}
		}
	}
}

// givenTo yields the parameters of exported functions that are, or end, the
// context e.
func (d *Draining) givenTo(e ast.Expr) iter.Seq2[*types.Func, int] {
	return func(yield func(*types.Func, int) bool) {
		for link := range d.waits.Line(e) {
			if link.Given == nil {
				continue
			}
			fn := d.src.EnclosingFunc(link.Given.Pos())
			if fn == nil || !fn.Exported() {
				continue
			}
			if i := source.ParamIndex(fn, link.Given); i >= 0 && !yield(fn, i) {
				return
			}
		}
	}
}
