package ending

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Demand is what something depends on, such as a listener, as a fact carries
// it: it is made
// only where Of is one of the texts Is, or, with Not, none of them.
type Demand struct {
	Of  origin.Value // with the function's parameters as holes
	Is  []string     // true or false for switches, null for nil
	Not bool
}

// isNull stands for nil among the texts of a condition.
const isNull = "\x00nil"

// Demands returns the conditions under which n, in the function fn, is
// reached, as far as they depend on what fn is given. ok is false when what is
// known rules one of them out.
func (en *Endings) Demands(n ast.Node) (conds []Demand, ok bool) {
	for _, c := range en.Conditions(n) {
		is, known := en.compared(c)
		if !known {
			continue
		}
		one := Demand{Of: en.ev.CloseOthers(en.ev.Asked(c.Of), n), Is: is, Not: c.Not}
		switch {
		case one.Of.HasParam():
			conds = append(conds, one)
		case en.RuledOut(one) && !one.ofNull():
			return nil, false
		}
	}
	return conds, true
}

// compared returns the texts that a condition compares with. ok is false when
// it compares with what is not known, or something that has no text.
func (en *Endings) compared(c Condition) (is []string, ok bool) {
	if c.Is == nil {
		return []string{"true"}, true
	}
	for _, e := range c.Is {
		if en.src.Info.Types[e].IsNil() {
			if !pointing(en.src.Info.TypeOf(c.Of)) {
				return nil, false
			}
			is = append(is, isNull)
			continue
		}
		if en.src.Info.Types[e].Value == nil {
			return nil, false
		}
		t, ok := en.ev.Eval(e).Single()
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
func (c Demand) ofNull() bool { return slices.Contains(c.Is, isNull) }

// RuledOut reports whether a condition cannot be met: all that its value may be
// is known. A string that a variable of the package begins with is not: the
// linker may set another (go build -ldflags -X).
func (en *Endings) RuledOut(c Demand) bool {
	if c.ofNull() {
		// What is not nil is not told apart, so only nil itself decides.
		return len(c.Is) == 1 && c.Not && len(c.Of.Alts) == 0
	}
	if len(c.Of.Alts) == 0 {
		return false
	}
	for _, a := range c.Of.Alts {
		t, known := a.Text()
		if !known || slices.Contains(c.Is, t) != c.Not || slices.ContainsFunc(a.Pieces, en.linked) {
			return false
		}
	}
	return true
}

// linked reports whether p is written in the declaration of a variable of the
// package.
func (en *Endings) linked(p origin.Piece) bool {
	if !p.Pos().IsValid() || p.Text == "true" || p.Text == "false" {
		return false
	}
	d, ok := en.src.DeclAround(p.Pos()).(*ast.GenDecl)
	return ok && d.Tok == token.VAR
}

// Excluded reports whether a condition under which n is reached is ruled out by
// all that its value may be in the program.
func (en *Endings) Excluded(n ast.Node) bool {
	for _, c := range en.Conditions(n) {
		is, ok := en.compared(c)
		if !ok {
			continue
		}
		v := en.ev.Asked(c.Of)
		if one := (Demand{Of: en.ev.Close(v), Is: is, Not: c.Not}); en.RuledOut(one) && (v.HasParam() || !one.ofNull()) {
			return true
		}
	}
	return false
}
