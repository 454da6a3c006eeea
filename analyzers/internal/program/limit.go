package program

import (
	"cmp"
	"go/ast"
	"slices"
	"time"

	"github.com/portvet/portvet/analyzers/internal/clock"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Limit is how long a drain waits, of which callers of its package decide.
type Limit struct {
	Stop  string       // the method that drains, as people write it
	At    string       // where it is called, file:line
	Value origin.Value // with parameters of exported functions in it
}

// GivenLimit is such a limit where a call gives it.
type GivenLimit struct {
	Limit
	Arg  ast.Expr // what is given
	Time time.Duration
}

// limits are the limits of imported packages, as this one settles them.
type limits struct {
	open  []Limit // what others may give
	given []GivenLimit
}

// GivenLimits returns the limits that calls of this package give to drains in others,
// in source order.
func (p *Program) GivenLimits() []GivenLimit { return p.limits.given }

// offeredLimits returns the limits of drains in this package that its callers decide.
func (p *Program) offeredLimits() (out []Limit) {
	for _, s := range p.Drains() {
		limit := p.OpenLimit(s)
		if limit == nil || p.Reloads(s) {
			continue
		}
		v := p.ev.Offered(p.ev.Eval(limit))
		if !v.HasParam() {
			continue
		}
		if v, ok := p.ev.Encode(v, nil); ok {
			out = append(out, Limit{Stop: s.Name, At: p.At(s.Pos()), Value: v})
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
		for _, g := range given {
			if d, known := clock.Shortest(g.Value.Alts); known && g.Arg != nil {
				out.given = append(out.given, GivenLimit{Limit: l, Arg: g.Arg, Time: d})
			}
		}
		if v, ok := p.ev.Encode(v, nil); ok && v.HasParam() {
			out.open = append(out.open, Limit{Stop: l.Stop, At: l.At, Value: v})
		}
	}
	slices.SortFunc(out.given, func(a, b GivenLimit) int {
		return cmp.Or(p.InOrder(a.Arg, b.Arg), cmp.Compare(a.At, b.At))
	})
	return out
}

// sortedLimits returns ls in a fixed order, each once.
func sortedLimits(ls []Limit) []Limit {
	key := func(l Limit) string { return l.At + l.Stop + l.Value.Key() }
	slices.SortFunc(ls, func(a, b Limit) int { return cmp.Compare(key(a), key(b)) })
	return slices.CompactFunc(ls, func(a, b Limit) bool { return key(a) == key(b) })
}
