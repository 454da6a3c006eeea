package server

import (
	"go/ast"
	"go/types"
	"slices"
	"time"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/clock"
	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Drains returns the calls of this package that stop servers gracefully with
// a context or a time: of the stop methods themselves, and of functions that
// hand on the context that they are given.
func (sv *Servers) Drains() []*Stop {
	if sv.drains != nil {
		return *sv.drains
	}
	sv.drains = new([]*Stop)
	var out []*Stop
	for _, s := range sv.stops {
		if !s.graceful || s.Call == nil || s.alias {
			continue
		}
		if s.Context == nil && s.Timeout == nil {
			s.Timeout, s.Context = sv.waits.UpTo(s.Call)
		}
		if s.Context != nil || s.Timeout != nil {
			out = append(out, s)
		}
	}
	out = append(out, sv.calledDrains()...)
	out = append(out, sv.wrappedDrains(out)...)
	slices.SortStableFunc(out, func(a, b *Stop) int { return sv.src.InOrder(a.Call, b.Call) })
	*sv.drains = out
	return out
}

// calledDrains returns the calls of parameters of functions of this package that are
// given a method which stops a server gracefully, with a context.
// Have: within(ctx, srv.Shutdown); func within(ctx context.Context, stop func(context.Context) error) { stop(ctx) }
func (sv *Servers) calledDrains() (out []*Stop) {
	seen := make(map[*ast.CallExpr]bool)
	for _, s := range sv.stops {
		if !s.graceful || s.Call != nil || s.alias {
			continue
		}
		cur, found := sv.src.Find(s.node)
		if !found || cur.ParentEdgeKind() != edge.CallExpr_Args {
			continue
		}
		_, i := cur.ParentEdge()
		call := sv.src.CalledBack(cur.Parent().Node().(*ast.CallExpr), i)
		if call == nil || len(call.Args) != 1 || source.Named(sv.src.Info.TypeOf(call.Args[0])) != "context.Context" || seen[call] {
			continue
		}
		seen[call] = true
		out = append(out, &Stop{Call: call, Name: s.Name, Context: call.Args[0], node: call, server: s.server, graceful: true})
	}
	return out
}

// Untimed returns the calls of this package that stop servers gracefully and are
// given neither a context nor a time.
func (sv *Servers) Untimed() []*Stop {
	return slices.DeleteFunc(slices.Clone(sv.stops), func(s *Stop) bool {
		return !s.graceful || s.Call == nil || s.alias || s.Context != nil || s.Timeout != nil
	})
}

// Endless reports whether s, which is given neither a context nor a time, waits for a
// drain without an end, although the server has another way to stop that does not
// wait for ever: nothing cuts the drain off.
func (sv *Servers) Endless(s *Stop) bool {
	row := sv.ev.ServerRow(s.server.typ)
	of := sv.identityOf(&s.server)
	if row == nil || row.Ends == "" || of.Any || len(row.Abrupt) == 0 && len(row.Stop) < 2 {
		return false
	}
	return !slices.ContainsFunc(sv.stops, func(other *Stop) bool {
		return other != s && other.server.typ == s.server.typ && (!other.graceful || other.Context != nil || other.Timeout != nil) && of.Meets(sv.identityOf(&other.server))
	})
}

// StopWith returns call as a stop that is given ctx, whatever it stops.
func (sv *Servers) StopWith(call *ast.CallExpr, ctx ast.Expr) *Stop {
	return &Stop{Call: call, Context: ctx, node: call, graceful: true}
}

// handed is what a function does with a context that it is given: it hands it
// to a stop.
type handed struct {
	param   int
	limited bool // with a time limit of its own
}

// wrappedDrains returns the calls of functions that hand one of their
// parameters, a context, to a stop.
func (sv *Servers) wrappedDrains(direct []*Stop) []*Stop {
	wrappers := make(map[*types.Func]handed)
	note := func(s *Stop) {
		if fn, h, ok := sv.contextParam(s); ok {
			wrappers[fn] = h
		}
	}
	for _, s := range direct {
		note(s)
	}
	parts := sv.Behind(source.TakesContext)
	for m, fns := range parts {
		for _, fn := range fns {
			if life := sv.facts.Deeds(fn); fn.Pkg() != sv.src.Pkg && len(life.Drains) > 0 {
				wrappers[m] = handed{life.Drains[0], life.Limited}
			}
		}
	}
	wraps := func(fn *types.Func) bool {
		_, ok := wrappers[fn]
		if ok || fn.Pkg() == sv.src.Pkg || !source.TakesContext(fn) {
			return ok
		}
		life := sv.facts.Deeds(fn)
		if len(life.Drains) == 0 {
			return false
		}
		wrappers[fn] = handed{life.Drains[0], life.Limited}
		return true
	}
	var out []*Stop
	seen := make(map[*ast.CallExpr]bool)
	for range 3 { // wrappers of wrappers
		for _, call := range sv.src.CallsTo(wraps) {
			fn := sv.src.Callee(call)
			h := wrappers[fn]
			if seen[call] || h.param >= len(call.Args) {
				continue
			}
			seen[call] = true
			s := sv.StopWith(call, call.Args[h.param])
			s.Name = source.ShortName(sv.src.Callee(call))
			s.limited = h.limited
			if note(s); parts[fn] != nil {
				sv.parts = append(sv.parts, s)
				continue
			}
			out = append(out, s)
		}
	}
	return out
}

// contextParam returns the function of this package whose parameter the
// context of s is, or is derived from. There is none where that has ended by
// then whatever the function is given.
func (sv *Servers) contextParam(s *Stop) (fn *types.Func, h handed, ok bool) {
	if sv.Ended(s) {
		return nil, handed{}, false
	}
	h.limited = s.limited
	for e := s.Context; e != nil; {
		m := sv.clock.At(e)
		if m.Given != nil {
			fn := sv.src.EnclosingFunc(e.Pos())
			h.param = source.ParamIndex(fn, m.Given)
			return fn, h, h.param >= 0
		}
		derived := sv.clock.Derivation(m.Made)
		if derived == "" {
			return nil, handed{}, false
		}
		h.limited = h.limited || derived != "as it is"
		e = m.Made.Args[0]
	}
	return nil, handed{}, false
}

// GivenTo returns the parameter of a function or literal that the context of s is, or is
// derived from, and whether with a time limit; nil where that has ended.
func (sv *Servers) GivenTo(s *Stop) (p *source.Param, limited bool) {
	if p, limited = sv.clock.Outer(s.Context); p == nil || sv.Ended(s) {
		return nil, false
	}
	return p, limited || s.limited
}

// Valued returns the graceful stops of this package that stand as values: srv.Shutdown.
func (sv *Servers) Valued() []*Stop {
	return slices.DeleteFunc(slices.Clone(sv.stops), func(s *Stop) bool { return !s.graceful || s.alias || s.Call != nil })
}

// Ended reports whether the context that s is given has certainly ended when
// s is called: there, or under another name where the calls begin that lead to
// it. The deadline of a drain that a function is given has not because
// the function also watches it: what is left then is to stop at once. It has when the
// function has waited for the program to be told to stop since.
func (sv *Servers) Ended(s *Stop) bool {
	if s.Context == nil {
		return false
	}
	m := sv.clock.At(s.Context)
	if m.Ended {
		return !(m.Watched && sv.clock.OfCaller(s.Context))
	}
	if sv.src.Behind(s.Call, sv.asked.Awaits) && sv.clock.Runs(s.Context) {
		return true
	}
	line := sv.waits.Line(s.Context)
	return sv.isOver(line, s.Call, s.Call, 0) || sv.outlived(s, line)
}

// outlived reports whether a context of line has a time limit of minutes at most, and was
// made by the function that also starts the server of s, which another function stops.
func (sv *Servers) outlived(s *Stop, line contexts.Links) bool {
	of := sv.identityOf(&s.server)
	if of.Any || s.server.typ == "" {
		return false
	}
	around := sv.src.Outermost(s.Call.Pos())
	serves := func(fn *types.Func) bool { return sv.ev.Row(fn, catalog.Serve) != nil }
	for link := range line {
		if sv.clock.Derivation(link.Made) != "timeout" {
			continue
		}
		limit, known := sv.clock.Duration(link.Made.Args[1])
		in := sv.src.Outermost(link.Made.Pos())
		inside := func(call *ast.CallExpr) bool { return sv.src.Outermost(call.Pos()) == in }
		if !known || limit > 5*time.Minute || in == nil || in == around || slices.ContainsFunc(sv.waits.CallsOf(around), inside) {
			continue
		}
		if slices.ContainsFunc(sv.src.CallsTo(serves), func(call *ast.CallExpr) bool {
			fn := sv.src.Callee(call)
			life, value := sv.LifeOf(sv.ev.Row(fn, catalog.Serve), fn, call)
			return inside(call) && life.Type == s.server.typ && of.Meets(sv.Identify(value))
		}) {
			return true
		}
	}
	return false
}

// DrainTime returns how long s waits for a drain at most, when that is written
// in the program.
func (sv *Servers) DrainTime(s *Stop) (limit time.Duration, ok bool) {
	switch {
	case s.limited:
		return 0, false // where the limit is set
	case s.Context != nil:
		limit, known := sv.clock.TimeLimit(s.Context, 0)
		return limit, known && limit > 0
	}
	return sv.clock.Duration(s.Timeout)
}

// RowOf returns what stands in one line with s.
func (sv *Servers) RowOf(s *Stop) clock.Row {
	if s.Call == nil {
		return clock.Row{}
	}
	return sv.clock.RowOf(s.Call)
}

// OpenLimit returns the expression that says how long s waits for a drain at most,
// where this package does not tell, or nil; and the parameter of the function around s,
// a context, that may limit it further, or nil.
func (sv *Servers) OpenLimit(s *Stop) (limit ast.Expr, unless *types.Var) {
	if _, known := sv.DrainTime(s); known || s.limited || sv.Ended(s) {
		return nil, nil
	}
	if s.Context != nil {
		return sv.clock.OwnLimit(s.Context)
	}
	return s.Timeout, nil
}

// Limitless reports whether e, a context, has certainly no time limit.
func (sv *Servers) Limitless(e ast.Expr) bool {
	limit, known := sv.clock.TimeLimit(e, 0)
	return known && limit == 0
}

// Unbounded reports whether s waits for a drain without an end.
func (sv *Servers) Unbounded(s *Stop) bool { return !s.limited && sv.clock.Unlimited(s.Context) }
