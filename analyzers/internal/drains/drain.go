package drains

import (
	"go/ast"
	"go/types"
	"slices"
	"time"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/clock"
	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/invoked"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Drains returns the calls of this package that stop servers gracefully with
// a context or a time: of the stop methods themselves, and of functions that
// hand on the context that they are given.
func (d *Draining) Drains() []*server.Stop {
	if d.drains != nil {
		return *d.drains
	}
	d.drains = new([]*server.Stop)
	var out []*server.Stop
	for _, s := range d.servers.Stops() {
		if !s.Graceful || s.Call == nil || s.Alias {
			continue
		}
		if s.Context == nil && s.Timeout == nil {
			s.Timeout, s.Context = d.waits.UpTo(s.Call)
		}
		if s.Context != nil || s.Timeout != nil {
			out = append(out, s)
		}
	}
	out = append(out, d.calledDrains()...)
	out = append(out, d.wrappedDrains(out)...)
	slices.SortStableFunc(out, func(a, b *server.Stop) int { return d.src.InOrder(a.Call, b.Call) })
	*d.drains = out
	return out
}

// calledDrains returns the calls of parameters of functions of this package that are
// given a method which stops a server gracefully, with a context.
// Have: within(ctx, srv.Shutdown); func within(ctx context.Context, stop func(context.Context) error) { stop(ctx) }
func (d *Draining) calledDrains() (out []*server.Stop) {
	seen := make(map[*ast.CallExpr]bool)
	for _, s := range d.servers.Stops() {
		if !s.Graceful || s.Call != nil || s.Alias {
			continue
		}
		cur, found := d.src.Find(s.Node())
		if !found || cur.ParentEdgeKind() != edge.CallExpr_Args {
			continue
		}
		_, i := cur.ParentEdge()
		call := called.CalledBack(d.src, cur.Parent().Node().(*ast.CallExpr), i)
		if call == nil || len(call.Args) != 1 || source.Named(d.src.Info.TypeOf(call.Args[0])) != "context.Context" || seen[call] {
			continue
		}
		seen[call] = true
		out = append(out, s.By(call, call.Args[0]))
	}
	return out
}

// Untimed returns the calls of this package that stop servers gracefully and are
// given neither a context nor a time.
func (d *Draining) Untimed() []*server.Stop {
	return slices.DeleteFunc(slices.Clone(d.servers.Stops()), func(s *server.Stop) bool {
		return !s.Graceful || s.Call == nil || s.Alias || s.Limited || s.Context != nil || s.Timeout != nil
	})
}

// Endless reports whether s, which is given neither a context nor a time, waits for a
// drain without an end, although the server has another way to stop that does not
// wait for ever: nothing cuts the drain off.
func (d *Draining) Endless(s *server.Stop) bool {
	row := d.ev.ServerRow(s.Type())
	of := d.servers.IdentityOf(s)
	if row == nil || row.Ends == "" || of.Any || len(row.Abrupt) == 0 && len(row.Stop) < 2 {
		return false
	}
	return !slices.ContainsFunc(d.servers.Stops(), func(other *server.Stop) bool {
		return other != s && other.Type() == s.Type() && (!other.Graceful || other.Context != nil || other.Timeout != nil) && of.Meets(d.servers.IdentityOf(other))
	})
}

// handed is what a function does with a context that it is given: it hands it
// to a stop.
type handed struct {
	param   int
	limited bool // with a time limit of its own
}

// wrappedDrains returns the calls of functions that hand one of their
// parameters, a context, to a stop.
func (d *Draining) wrappedDrains(direct []*server.Stop) []*server.Stop {
	wrappers := make(map[*types.Func]handed)
	note := func(s *server.Stop) {
		if fn, h, ok := d.contextParam(s); ok {
			wrappers[fn] = h
		}
	}
	for _, s := range direct {
		note(s)
	}
	parts := d.servers.Behind(source.TakesContext)
	for m, fns := range parts {
		for _, fn := range fns {
			if life := d.servers.DeedsElsewhere(fn); fn.Pkg() != d.src.Pkg && len(life.Drains) > 0 {
				wrappers[m] = handed{life.Drains[0], life.Limited}
			}
		}
	}
	wraps := func(fn *types.Func) bool {
		_, ok := wrappers[fn]
		if ok || fn.Pkg() == d.src.Pkg || !source.TakesContext(fn) {
			return ok
		}
		life := d.servers.DeedsElsewhere(fn)
		if len(life.Drains) == 0 {
			return false
		}
		wrappers[fn] = handed{life.Drains[0], life.Limited}
		return true
	}
	var out []*server.Stop
	seen := make(map[*ast.CallExpr]bool)
	for range 3 { // wrappers of wrappers
		for _, call := range d.src.CallsTo(wraps) {
			fn := d.src.Callee(call)
			h := wrappers[fn]
			if seen[call] || h.param >= len(call.Args) {
				continue
			}
			seen[call] = true
			s := server.StopBy(call, call.Args[h.param])
			s.Name = source.ShortName(d.src.Callee(call))
			s.Limited = h.limited
			if note(s); parts[fn] != nil {
				d.parts = append(d.parts, s)
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
func (d *Draining) contextParam(s *server.Stop) (fn *types.Func, h handed, ok bool) {
	if d.Ended(s) {
		return nil, handed{}, false
	}
	h.limited = s.Limited
	for e := s.Context; e != nil; {
		m := d.clock.At(e)
		if m.Given != nil {
			fn := d.src.EnclosingFunc(e.Pos())
			h.param = source.ParamIndex(fn, m.Given)
			return fn, h, h.param >= 0
		}
		derived := d.clock.Derivation(m.Made)
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
func (d *Draining) GivenTo(s *server.Stop) (p *source.Param, limited bool) {
	if p, limited = d.clock.Outer(s.Context); p == nil || d.Ended(s) {
		return nil, false
	}
	return p, limited || s.Limited
}

// Valued returns the graceful stops of this package that stand as values: srv.Shutdown.
func (d *Draining) Valued() []*server.Stop {
	return slices.DeleteFunc(slices.Clone(d.servers.Stops()), func(s *server.Stop) bool { return !s.Graceful || s.Alias || s.Call != nil })
}

// Ended reports whether the context that s is given has certainly ended when
// s is called: there, or under another name where the calls begin that lead to
// it. The deadline of a drain that a function is given has not because
// the function also watches it: what is left then is to stop at once. It has when the
// function has waited for the program to be told to stop since.
func (d *Draining) Ended(s *server.Stop) bool {
	if s.Context == nil {
		return false
	}
	m := d.clock.At(s.Context)
	if m.Ended {
		return !(m.Watched && d.clock.OfCaller(s.Context))
	}
	if d.src.Behind(s.Call, d.asked.Awaits) && d.clock.Runs(s.Context) {
		return true
	}
	line := d.waits.Line(s.Context)
	return d.isOver(line, s.Call, s.Call, 0) || d.outlived(s, line) || d.ofStart(s, line) || d.registered(s, line)
}

// registered reports whether s stands in a function literal that is called when the program
// stops, and a context of line ends then, too, or got its time limit, of minutes at most,
// where that is made.
// Have: ctx, cancel := context.WithTimeout(ctx, time.Second); closer.Add(func() error { return srv.Shutdown(ctx) })
func (d *Draining) registered(s *server.Stop, line contexts.Links) bool {
	atSignal := d.waits.CalledAtSignal(s.Call)
	in := d.waits.Frame(s.Call)
	if !atSignal && !d.givenBack(in) {
		return false
	}
	for link := range line {
		if atSignal && link.Made != nil && d.asked.EndsAtOnce(link.Made) {
			return true
		}
		after := d.clock.LimitOf(link.Made)
		if after == nil || in.Pos() <= link.Made.Pos() && link.Made.End() <= in.End() {
			continue
		}
		limit, known := d.clock.Duration(after)
		if d.src.Outermost(link.Made.Pos()) == d.src.Outermost(in.Pos()) && (known && limit <= 5*time.Minute || !known) {
			return true
		}
	}
	return false
}

// givenBack reports whether in is a literal that the function around it returns, beside what
// it makes: a cleanup function, which is called at the end.
// Have: return srv, func() { srv.Shutdown(ctx) }
func (d *Draining) givenBack(in ast.Node) bool {
	lit, isLit := in.(*ast.FuncLit)
	if !isLit {
		return false
	}
	cur, ok := d.src.Find(lit)
	if !ok {
		return false
	}
	r, ok := cur.Parent().Node().(*ast.ReturnStmt)
	return ok && len(r.Results) > 1
}

// ofStart reports whether a context of line is what a library gave the hook by which the
// program starts, and takes back when that has returned: the hook of s is called later.
// Have: fx.Hook{OnStart: func(ctx context.Context) error { s.ctx = ctx; … }, OnStop: func(context.Context) error { return srv.Shutdown(s.ctx) }}
func (d *Draining) ofStart(s *server.Stop, line contexts.Links) bool {
	hook, ok := called.Value(d.src, d.src.Function(s.Call))
	if !ok {
		return false
	}
	before := d.waits.CalledBefore(hook)
	for link := range line {
		if link.Given == nil || len(before) == 0 {
			continue
		}
		fn := called.Taker(d.src, d.src.Variable(link.Given).Param)
		if fn != nil && slices.Contains(before, fn) && d.waits.Hook(fn) == invoked.OnStart {
			return true
		}
	}
	return false
}

// outlived reports whether a context of line has a time limit, of minutes at most, and was
// made by the function that also starts the server of s, or makes what keeps the context, or
// by an option of that; and another function stops the server.
func (d *Draining) outlived(s *server.Stop, line contexts.Links) bool {
	of := d.servers.IdentityOf(s)
	if of.Any || s.Type() == "" {
		return false
	}
	around := d.src.Outermost(s.Call.Pos())
	serves := func(fn *types.Func) bool { return d.ev.Row(fn, catalog.Serve) != nil }
	for link := range line {
		after := d.clock.LimitOf(link.Made)
		if after == nil {
			continue
		}
		limit, known := d.clock.Duration(after)
		in := d.src.Outermost(link.Made.Pos())
		inside := func(call *ast.CallExpr) bool { return d.src.Outermost(call.Pos()) == in }
		short := known && limit <= 5*time.Minute || !known && d.onlyStops(s.Context)
		if !short || in == nil || in == around || slices.ContainsFunc(d.waits.CallsOf(around), inside) {
			continue
		}
		if d.constructs(in, s.Context) || d.isOption(link.Made) || slices.ContainsFunc(d.src.CallsTo(serves), func(call *ast.CallExpr) bool {
			fn := d.src.Callee(call)
			life, value := d.servers.LifeOf(d.ev.Row(fn, catalog.Serve), fn, call)
			return inside(call) && life.Type == s.Type() && of.Meets(d.servers.Identify(value))
		}) {
			return true
		}
	}
	return false
}

// onlyStops reports whether ctx is a field or variable of the package that is only given
// to stops: its time limit is meant for them.
func (d *Draining) onlyStops(ctx ast.Expr) bool {
	v, ok := d.src.Object(ctx).(*types.Var)
	if !ok || v.Pkg() != d.src.Pkg || v.Exported() {
		return false
	}
	return !slices.ContainsFunc(d.src.Variable(v).Uses, func(cur inspector.Cursor) bool {
		use, _ := source.UseOf(cur)
		if use.ParentEdgeKind() == edge.CallExpr_Args {
			call := use.Parent().Node()
			return !slices.ContainsFunc(d.servers.Stops(), func(s *server.Stop) bool { return s.Call != nil && ast.Node(s.Call) == call })
		}
		return !notice.IsStored(use)
	})
}

// constructs reports whether the function in makes a struct that holds ctx, a field.
func (d *Draining) constructs(in ast.Node, ctx ast.Expr) bool {
	v, ok := d.src.Object(ctx).(*types.Var)
	return ok && v.IsField() && slices.ContainsFunc(d.src.Structs(), func(lit *ast.CompositeLit) bool {
		t := d.src.LiteralType(lit)
		if t == nil || lit.Pos() < in.Pos() || in.End() < lit.End() {
			return false
		}
		st, ok := t.Underlying().(*types.Struct)
		return ok && slices.Contains(slices.Collect(st.Fields()), v.Origin())
	})
}

// isOption reports whether made, a call, stands in a function that another returns to set
// something of what it is given.
// Have: func Timeout(d time.Duration) Option { return func(s *Server) { s.ctx, s.cancel = context.WithTimeout(…, d) } }
func (d *Draining) isOption(made *ast.CallExpr) bool {
	lit, ok := d.src.Function(made).(*ast.FuncLit)
	if !ok || len(lit.Type.Params.List) != 1 {
		return false
	}
	cur, ok := d.src.Find(lit)
	return ok && cur.ParentEdgeKind() == edge.ReturnStmt_Results
}

// DrainTime returns how long s waits for a drain at most, when that is written
// in the program.
func (d *Draining) DrainTime(s *server.Stop) (limit time.Duration, ok bool) {
	switch {
	case s.Limited:
		return 0, false // where the limit is set
	case s.Context != nil:
		limit, known := d.clock.TimeLimit(s.Context, 0)
		return limit, known && limit > 0
	}
	return d.clock.Duration(s.Timeout)
}

// ChosenTime returns what chooses how long s waits for a drain at most, where that is not
// written in the program, but said by who runs it.
func (d *Draining) ChosenTime(s *server.Stop) (c clock.Chosen, ok bool) {
	limit, unless := d.OpenLimit(s)
	if limit == nil || unless != nil {
		return c, false
	}
	return d.clock.Chosen(limit), true
}

// RowOf returns what stands in one line with s.
func (d *Draining) RowOf(s *server.Stop) clock.Row {
	if s.Call == nil {
		return clock.Row{}
	}
	return d.clock.RowOf(s.Call)
}

// OpenLimit returns the expression that says how long s waits for a drain at most,
// where this package does not tell, or nil; and the parameter of the function around s,
// a context, that may limit it further, or nil.
func (d *Draining) OpenLimit(s *server.Stop) (limit ast.Expr, unless *types.Var) {
	if _, known := d.DrainTime(s); known || s.Limited || d.Ended(s) {
		return nil, nil
	}
	if s.Context != nil {
		return d.clock.OwnLimit(s.Context)
	}
	return s.Timeout, nil
}

// Limitless reports whether e, a context, has certainly no time limit.
func (d *Draining) Limitless(e ast.Expr) bool {
	limit, known := d.clock.TimeLimit(e, 0)
	return known && limit == 0
}

// Unbounded reports whether s waits for a drain without an end.
func (d *Draining) Unbounded(s *server.Stop) bool { return !s.Limited && d.clock.Unlimited(s.Context) }
