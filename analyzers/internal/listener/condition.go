package listener

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// led is a listener that a function leads to.
type led struct {
	by *types.Func
	l  *Listener
}

// reached returns the conditions of l, of callee, as they are at call, together
// with those of the call itself, here. ok is false when one of them is ruled
// out, so that this call does not make l.
func (fi *Finder) reached(callee *types.Func, l *Listener, call *ast.CallExpr, here []ending.Demand) (conds []ending.Demand, ok bool) {
	conds = slices.Clone(here)
	for _, c := range fi.conditions[led{callee, l}] {
		c.Of = fi.ev.CloseOthers(fi.ev.Fill(c.Of, callee, call), call)
		switch {
		case fi.Endings.RuledOut(c):
			return nil, false
		case c.Of.HasParam():
			conds = append(conds, c)
		}
	}
	return conds, true
}

// note notes the conditions under which fn leads to l. What it leads to in two
// ways has none that is known.
func (fi *Finder) note(fn *types.Func, l *Listener, conds []ending.Demand) {
	k := led{fn, l}
	if _, twice := fi.conditions[k]; twice {
		conds = nil
	}
	fi.conditions[k] = conds
}

// unreached reports whether nothing in this program runs n: a condition on the
// way to it is ruled out, or to all calls of the function that it is in.
func (fi *Finder) unreached(n ast.Node, seen map[*types.Func]bool) bool {
	if fi.Endings.Excluded(n) {
		return true
	}
	fn := fi.src.EnclosingFunc(n.Pos())
	if fn == nil || seen[fn] {
		return false
	}
	seen[fn] = true
	calls, all := fi.src.Calls(fn)
	return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return !fi.unreached(call, seen) })
}

// encodeConditions returns the conditions under which fn leads to l, as a fact
// carries them.
func (fi *Finder) encodeConditions(fn *types.Func, l *Listener) []ending.Demand {
	var out []ending.Demand
	for _, c := range fi.conditions[led{fn, l}] {
		if v, ok := fi.ev.Encode(c.Of, fn); ok && v.HasParam() {
			is := slices.Clone(c.Is)
			source.Tidy(&is)
			out = append(out, ending.Demand{Of: v, Is: is, Not: c.Not})
		}
	}
	slices.SortStableFunc(out, func(a, b ending.Demand) int {
		return cmp.Or(cmp.Compare(keyOf(a.Of), keyOf(b.Of)), slices.Compare(a.Is, b.Is))
	})
	return out
}

// ownConditions is the reverse of encodeConditions, for a function of another
// package.
func ownConditions(conds []ending.Demand, fn *types.Func) []ending.Demand {
	out := slices.Clone(conds)
	for i := range out {
		out[i].Of = origin.Owned(out[i].Of, fn)
	}
	return out
}
