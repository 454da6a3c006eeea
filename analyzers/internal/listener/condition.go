package listener

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Condition is what a listener depends on, as a fact carries it: it is made
// only where Of is one of the texts Is, or, with Not, none of them.
type Condition struct {
	Of  origin.Value // with the function's parameters as holes
	Is  []string     // true or false for switches, null for nil
	Not bool
}

// isNull stands for nil among the texts of a condition.
const isNull = "\x00nil"

// led is a listener that a function leads to.
type led struct {
	by *types.Func
	l  *Listener
}

// conditionsAt returns the conditions under which n, in the function fn, is
// reached, as far as they depend on what fn is given. ok is false when what is
// known rules one of them out.
func (fi *Finder) conditionsAt(n ast.Node) (conds []Condition, ok bool) {
	for _, c := range fi.Endings.Conditions(n) {
		is, known := fi.compared(c)
		if !known {
			continue
		}
		one := Condition{Of: fi.ev.CloseOthers(fi.ev.Eval(c.Of), n), Is: is, Not: c.Not}
		switch {
		case one.Of.HasParam():
			conds = append(conds, one)
		case fi.ruledOut(one) && !one.ofNull():
			return nil, false
		}
	}
	return conds, true
}

// compared returns the texts that a condition compares with. ok is false when
// it compares with what is not known, or something that has no text.
func (fi *Finder) compared(c ending.Condition) (is []string, ok bool) {
	if c.Is == nil {
		return []string{"true"}, true
	}
	for _, e := range c.Is {
		if fi.src.Info.Types[e].IsNil() {
			if !pointing(fi.src.Info.TypeOf(c.Of)) {
				return nil, false
			}
			is = append(is, isNull)
			continue
		}
		if fi.src.Info.Types[e].Value == nil {
			return nil, false
		}
		t, ok := fi.ev.Eval(e).Single()
		if !ok {
			return nil, false
		}
		is = append(is, t)
	}
	return is, true
}

// pointing reports whether a value of type t without alternatives is nil: a
// collection without any may be an empty one.
func pointing(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Signature, *types.Interface:
		return true
	}
	return false
}

// ofNull reports whether c is about nil. Only what a function is given decides
// that: a variable may get its value where the evaluator does not look.
func (c Condition) ofNull() bool { return slices.Contains(c.Is, isNull) }

// ruledOut reports whether a condition cannot be met: all that its value may be
// is known. A string that a variable of the package begins with is not: the
// linker may set another (go build -ldflags -X).
func (fi *Finder) ruledOut(c Condition) bool {
	if c.ofNull() {
		// What is not nil is not told apart, so only nil itself decides.
		return len(c.Is) == 1 && c.Not && len(c.Of.Alts) == 0
	}
	if len(c.Of.Alts) == 0 {
		return false
	}
	for _, a := range c.Of.Alts {
		t, known := a.Text()
		if !known || slices.Contains(c.Is, t) != c.Not || slices.ContainsFunc(a.Pieces, fi.linked) {
			return false
		}
	}
	return true
}

// linked reports whether p is written in the declaration of a variable of the
// package.
func (fi *Finder) linked(p origin.Piece) bool {
	if !p.Pos().IsValid() || p.Text == "true" || p.Text == "false" {
		return false
	}
	d, ok := fi.src.DeclAround(p.Pos()).(*ast.GenDecl)
	return ok && d.Tok == token.VAR
}

// reached returns the conditions of l, of callee, as they are at call, together
// with those of the call itself, here. ok is false when one of them is ruled
// out, so that this call does not make l.
func (fi *Finder) reached(callee *types.Func, l *Listener, call *ast.CallExpr, here []Condition) (conds []Condition, ok bool) {
	conds = slices.Clone(here)
	for _, c := range fi.conditions[led{callee, l}] {
		c.Of = fi.ev.CloseOthers(fi.ev.Fill(c.Of, callee, call), call)
		switch {
		case fi.ruledOut(c):
			return nil, false
		case c.Of.HasParam():
			conds = append(conds, c)
		}
	}
	return conds, true
}

// note notes the conditions under which fn leads to l. What it leads to in two
// ways has none that is known.
func (fi *Finder) note(fn *types.Func, l *Listener, conds []Condition) {
	k := led{fn, l}
	if _, twice := fi.conditions[k]; twice {
		conds = nil
	}
	fi.conditions[k] = conds
}

// unreached reports whether nothing in this program runs n: a condition on the
// way to it is ruled out, or to all calls of the function that it is in.
func (fi *Finder) unreached(n ast.Node, seen map[*types.Func]bool) bool {
	for _, c := range fi.Endings.Conditions(n) {
		is, ok := fi.compared(c)
		if !ok {
			continue
		}
		v := fi.ev.Eval(c.Of)
		if one := (Condition{Of: fi.ev.Close(v), Is: is, Not: c.Not}); fi.ruledOut(one) && (v.HasParam() || !one.ofNull()) {
			return true
		}
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
func (fi *Finder) encodeConditions(fn *types.Func, l *Listener) []Condition {
	var out []Condition
	for _, c := range fi.conditions[led{fn, l}] {
		if v, ok := fi.ev.Encode(c.Of, fn); ok && v.HasParam() {
			is := slices.Clone(c.Is)
			source.Tidy(&is)
			out = append(out, Condition{Of: v, Is: is, Not: c.Not})
		}
	}
	slices.SortStableFunc(out, func(a, b Condition) int {
		return cmp.Or(cmp.Compare(keyOf(a.Of), keyOf(b.Of)), slices.Compare(a.Is, b.Is))
	})
	return out
}

// ownConditions is the reverse of encodeConditions, for a function of another
// package.
func ownConditions(conds []Condition, fn *types.Func) []Condition {
	out := slices.Clone(conds)
	for i := range out {
		out[i].Of = origin.Owned(out[i].Of, fn)
	}
	return out
}
