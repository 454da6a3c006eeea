package program

import (
	"cmp"
	"go/ast"
	"slices"
	"time"

	"github.com/portvet/portvet/analyzers/internal/clock"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Limit is how long a drain waits, of which callers of its package decide.
type Limit struct {
	Stop  string       // the method that drains, as people write it, or "" with Task
	Task  string       // what is called that others give, and may drain: see supervisor.Tasks
	At    string       // where it is called, file:line
	Value origin.Value // with parameters of exported functions in it
	// Unless is a parameter of the same function, counted from 1, a context that may limit
	// it further; or 0.
	Unless int
	// Before and After are what is slept before it and may be waited for behind it, and
	// Prompt is that it begins as soon as the signal is there: see clock.Row.
	Before, After time.Duration
	Prompt        bool
}

// GivenLimit is such a limit where a call gives it.
type GivenLimit struct {
	Limit
	Arg    ast.Expr // what is given
	Time   time.Duration
	Chosen Chosen // what decides it where it is not written
}

// limits are the limits of imported packages, as this one settles them.
type limits struct {
	open   []Limit // what others may give
	given  []GivenLimit
	chosen []GivenLimit
}

// GivenLimits returns the limits that calls of this package give to drains in others,
// in source order.
func (p *Program) GivenLimits() []GivenLimit { return p.limits.given }

// ChosenLimits are GivenLimits of which something outside of the program decides.
func (p *Program) ChosenLimits() []GivenLimit { return p.limits.chosen }

// offeredLimits returns the limits of drains in this package that its callers decide, and
// of what its callers give it to call.
func (p *Program) offeredLimits() (out []Limit) {
	offer := func(s *Stop, l Limit) {
		limit, unless := p.OpenLimit(s)
		if limit == nil || p.Reloads(s) {
			return
		}
		if unless != nil {
			l.Unless = 1 + source.ParamIndex(p.EnclosingFunc(s.Pos()), unless)
		}
		v := p.ev.Offered(p.ev.Eval(limit))
		if !v.HasParam() {
			return
		}
		if v, ok := p.ev.Encode(v, nil); ok {
			l.At, l.Value = p.At(s.Pos()), v
			out = append(out, l)
		}
	}
	for _, s := range p.Drains() {
		row := p.RowOf(s)
		offer(s, Limit{Stop: s.Name, Before: row.Before, After: row.After, Prompt: row.Prompt})
	}
	for _, t := range p.services.Tasks() {
		if len(t.Call.Args) == 1 {
			offer(server.StopBy(t.Call, t.Call.Args[0]), Limit{Task: t.For})
		}
	}
	return out
}

// settleLimits finds what calls in this package give of limits, and what is left for
// others to give.
func (p *Program) settleLimits(offered []Limit) (out limits) {
	for _, l := range offered {
		v, given := p.ev.GivenHere(origin.Owned(l.Value, nil))
		if len(given) == 0 {
			out.open = append(out.open, l)
			continue
		}
		if l.Task != "" {
			l.Stop = p.services.DrainedBy(l.Task)
		}
		for _, g := range given {
			if g.Arg == nil || l.Stop == "" || !p.limitsAlone(l, g.Arg) {
				continue
			}
			if d, known := clock.Shortest(g.Value.Alts); known {
				out.given = append(out.given, GivenLimit{Limit: l, Arg: g.Arg, Time: d})
			} else {
				out.chosen = append(out.chosen, GivenLimit{Limit: l, Arg: g.Arg, Chosen: Chosen{Value: g.Value, Unit: 1}})
			}
		}
		if v, ok := p.ev.Encode(v, nil); ok && v.HasParam() && l.Unless == 0 {
			l.Value = v
			out.open = append(out.open, l)
		}
	}
	inOrder := func(a, b GivenLimit) int { return cmp.Or(p.InOrder(a.Arg, b.Arg), cmp.Compare(a.At, b.At)) }
	slices.SortFunc(out.given, inOrder)
	slices.SortFunc(out.chosen, inOrder)
	return out
}

// limitsAlone reports whether nothing else that is given where arg is limits the drain of l.
func (p *Program) limitsAlone(l Limit, arg ast.Expr) bool {
	if l.Unless == 0 {
		return true
	}
	cur, ok := p.Find(arg)
	if !ok {
		return false
	}
	for c := range cur.Enclosing((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		if l.Unless <= len(call.Args) && source.Named(p.Info.TypeOf(call.Args[l.Unless-1])) == "context.Context" {
			return p.Limitless(call.Args[l.Unless-1])
		}
	}
	return false
}

// sortedLimits returns ls in a fixed order, each once.
func sortedLimits(ls []Limit) []Limit {
	key := func(l Limit) string { return l.At + l.Stop + l.Task + l.Value.Key() }
	slices.SortFunc(ls, func(a, b Limit) int { return cmp.Compare(key(a), key(b)) })
	return slices.CompactFunc(ls, func(a, b Limit) bool { return key(a) == key(b) })
}
