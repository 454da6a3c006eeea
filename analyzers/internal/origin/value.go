// Package origin answers where a value comes from: it evaluates expressions
// to sets of abstract strings, whose parts are known text or holes with an
// origin (an environment variable, a flag, configuration, a parameter).
//
// The evaluator is demand-driven, flow-insensitive and bounded. A variable
// has the origins of everything ever assigned to it. A parameter is a hole,
// filled at each call, so that two calls are two answers. Structs are
// followed by the place where they are made. What it cannot follow (a
// channel, a map, a decoder, a pointer that escapes) is Unknown, and so is
// whatever would take it over one of its limits: the answer is never wrong
// for want of effort, only less.
package origin

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Kind is the origin of one piece of a value.
type Kind uint8

// The origins.
const (
	Unknown Kind = iota
	Literal      // text written in the program
	Env          // an environment variable
	Flag         // a command-line flag
	Config       // a configuration file, store or library
	Param        // a parameter of the function at hand, or something below it
	Tagged       // configuration, as the tag of a field says; what fills it was not seen
)

// Limits on what is followed; beyond them a value is Unknown.
const (
	maxAlts   = 25 // alternatives of one value
	maxPieces = 24 // pieces of one alternative
	maxPath   = 5  // fields below a parameter
	maxDepth  = 80 // nested evaluations
)

// Value is a set of alternatives. The zero Value has none: it is the value of
// something that is never given one.
type Value struct {
	Alts []Alt
}

// Alt is one alternative: a string (or number) as a sequence of pieces, a
// struct or other thing with identity, or a function.
type Alt struct {
	Pieces []Piece
	Obj    *Object
	fn     *fnValue
}

// Piece is a run of known text, or a hole with an origin.
type Piece struct {
	Kind Kind
	Text string  // Literal: the text. Env, Flag, Config, Tagged: the name, or "".
	Key  []Piece // Env: the name, as long as it has parameters in it
	File string  // Config, Tagged: the whole key in the file that a struct is filled from, where that is known
	At   string  // Literal: where it is written, file:line. Config, Tagged: the field, as Config.Server.Port

	Parameter // Param: which

	// Default marks the literal that a flag or lookup falls back on.
	Default bool
	// Zero marks the zero value of something that was never set.
	Zero bool
	// Derived marks a hole whose value was computed from the origin in a way
	// that is not followed.
	Derived bool
	Variable

	here
}

// Variable is how an environment variable is read.
type Variable struct {
	// Number marks one that is read as a number: whatever else it may hold does not
	// get through.
	Number bool
	// Raw marks one that nothing in the package that looks it up checks; see Care.
	Raw bool
	// Wins marks one that is asked before a configuration.
	Wins bool
}

// Parameter is a parameter of a function, or something below it.
type Parameter struct {
	Index int    // of the parameter, or Receiver
	Path  []Step // fields below it
	Owner string // in facts: the function, when it is not the fact's own
	// Cut says which part of it, an address, net.SplitHostPort takes.
	Cut Cut
	// Lone is the zero value of the field that it is the only one to set; nil
	// where something else sets it too. Nobody may call the function, such as an
	// option, whose parameter it is.
	Lone []string
	// Wrapped reports, in facts, whether it is the parameter of an option that others
	// of its package choose.
	Wrapped bool
	// Joined reports whether net.JoinHostPort joins it with a port, and so puts
	// an IPv6 address in brackets.
	Joined bool
	// Set reports whether it is not empty where it comes from: that was asked before.
	Set bool
}

// here is what the package at hand knows of a piece; facts do not carry it.
type here struct {
	owner  *types.Func // Param: whose parameter
	lit    *types.Var  // Param: the parameter of a function literal instead
	pos    token.Pos   // Literal: where it is written
	anchor ast.Expr    // the expression that would have to change
}

// Step is one field selected below a parameter.
type Step struct {
	Name  string
	field *types.Var
}

// fnValue is a function as a value.
type fnValue struct {
	fn   *types.Func  // a declared function or method
	lit  *ast.FuncLit // or a function literal
	recv ast.Expr     // receiver bound by a method value
	// binds are, of a literal, the calls through which it came, innermost first:
	// they fill the parameters of the function that it stands in.
	binds []*binding
}

// bound returns f as the call of b returns it.
func (f *fnValue) bound(b *binding) *fnValue {
	if f.lit == nil || len(f.binds) > 8 || slices.ContainsFunc(f.binds, b.is) {
		return f
	}
	c := *f
	c.binds = append(slices.Clone(f.binds), b)
	return &c
}

// Pos returns where a literal piece of this package is written, or NoPos.
func (p Piece) Pos() token.Pos { return p.pos }

// Anchor returns the expression that a reader would change to change the
// piece, when that is not the expression that was evaluated: an argument of
// a call further out, or the value given to a field. Nil otherwise.
func (p Piece) Anchor() ast.Expr { return p.anchor }

// of returns p, a parameter of a function of another package, as that of fn.
func (p Piece) of(fn *types.Func) Piece {
	p.owner, p.Owner = fn, ""
	return p
}

// Func returns the function whose parameter a Param piece is.
func (p Piece) Func() *types.Func { return p.owner }

// OfStd reports whether p is a field of a type of the standard library, below
// a parameter: where that gets its value is not followed.
func (p Piece) OfStd() bool {
	f := p.Field()
	return f != nil && f.Pkg() != nil && source.IsStd(f.Pkg().Path())
}

// Field returns the field below a parameter that p is, or nil.
func (p Piece) Field() *types.Var {
	n := len(p.Path)
	if p.Kind != Param || n == 0 {
		return nil
	}
	return p.Path[n-1].field
}

// text returns the value of one literal.
func text(s string) Value {
	return Value{Alts: []Alt{{Pieces: []Piece{{Kind: Literal, Text: s}}}}}
}

// hole returns the value of one piece.
func hole(p Piece) Value { return Value{Alts: []Alt{{Pieces: []Piece{p}}}} }

// unknown returns the value of which nothing is known. Values are never
// changed, so it is always the same.
func unknown() Value { return nothingKnown }

var nothingKnown = hole(Piece{Kind: Unknown})

func object(o *Object) Value { return Value{Alts: []Alt{{Obj: o}}} }

// Text returns the alternative's text when all of it is known.
func (a Alt) Text() (string, bool) {
	if a.Obj != nil || a.fn != nil {
		return "", false
	}
	var b strings.Builder
	for _, p := range a.Pieces {
		if p.Kind != Literal {
			return "", false
		}
		b.WriteString(p.Text)
	}
	return b.String(), true
}

// IsUnknown reports whether the alternative is nothing but unknown.
func (a Alt) IsUnknown() bool {
	return a.Obj == nil && a.fn == nil && len(a.Pieces) == 1 && a.Pieces[0].Kind == Unknown
}

// Has reports whether any piece of v satisfies ok.
func (v Value) Has(ok func(Piece) bool) bool {
	for _, a := range v.Alts {
		if slices.ContainsFunc(a.Pieces, ok) {
			return true
		}
	}
	return false
}

// HasKind reports whether any piece of v is of the given kind.
func (v Value) HasKind(k Kind) bool { return v.Has(func(p Piece) bool { return p.Kind == k }) }

// Objects returns the things with identity among the alternatives, and
// whether there is nothing else.
func (v Value) Objects() (objs []*Object, all bool) {
	all = len(v.Alts) > 0
	for _, a := range v.Alts {
		switch {
		case a.Obj != nil:
			objs = append(objs, a.Obj)
		default:
			all = false
		}
	}
	return objs, all
}

// union returns the alternatives of all values, without repetition.
func union(vs ...Value) Value {
	n, last := 0, 0
	for i, v := range vs {
		if len(v.Alts) > 0 {
			n += len(v.Alts)
			last = i
		}
	}
	if n <= 1 {
		if n == 0 {
			return Value{}
		}
		return vs[last]
	}
	out := Value{Alts: make([]Alt, 0, n)}
	for _, v := range vs {
		for _, a := range v.Alts {
			if slices.ContainsFunc(out.Alts, a.same) {
				continue
			}
			out.Alts = append(out.Alts, a)
			if len(out.Alts) > maxAlts {
				return unknown()
			}
		}
	}
	return out
}

// concat returns the values of all in sequence.
func concat(vs ...Value) Value {
	out := Value{Alts: []Alt{{}}}
	for _, v := range vs {
		if len(v.Alts)*len(out.Alts) > maxAlts {
			return unknown()
		}
		next := make([]Alt, 0, len(out.Alts)*len(v.Alts))
		for _, a := range out.Alts {
			for _, b := range v.Alts {
				if b.Obj != nil || b.fn != nil {
					b = Alt{Pieces: []Piece{{Kind: Unknown}}}
				}
				if len(a.Pieces)+len(b.Pieces) > maxPieces {
					return unknown()
				}
				if len(a.Pieces) > 0 {
					b = Alt{Pieces: slices.Concat(a.Pieces, b.Pieces)}
				}
				next = append(next, b)
			}
		}
		out.Alts = next
	}
	return out
}

// each replaces every alternative of v by the alternatives that f makes of it.
func (v Value) each(f func(Alt) Value) Value {
	if len(v.Alts) == 1 {
		return f(v.Alts[0])
	}
	vs := make([]Value, 0, len(v.Alts))
	for _, a := range v.Alts {
		vs = append(vs, f(a))
	}
	return union(vs...)
}

// derived returns the origins of v for a value computed from it in a way that
// is not followed: holes stay, known text is no longer known.
func derived(v Value) Value {
	return v.each(func(a Alt) Value {
		if a.Obj != nil || a.fn != nil {
			return unknown()
		}
		for _, p := range a.Pieces {
			if p.Kind != Literal {
				p.anchor = nil
				p.Derived = true
				return hole(p)
			}
		}
		return unknown()
	})
}

// anchored returns v with e as the expression to change, where none closer to
// the origin is known. What nobody knows, nobody is told to change.
func (v Value) anchored(e ast.Expr) Value {
	if !v.Has(Piece.adrift) {
		return v
	}
	out := Value{Alts: slices.Clone(v.Alts)}
	for i, a := range out.Alts {
		if len(a.Pieces) == 0 {
			continue
		}
		a.Pieces = slices.Clone(a.Pieces)
		for j := range a.Pieces {
			if a.Pieces[j].adrift() {
				a.Pieces[j].anchor = e
			}
		}
		out.Alts[i] = a
	}
	return out
}

// adrift reports whether p has an origin, and no expression to change yet.
func (p Piece) adrift() bool { return p.anchor == nil && p.Kind != Unknown }

// AsDefault returns v with its pieces marked as what something falls back on.
func (v Value) AsDefault() Value {
	out := Value{Alts: slices.Clone(v.Alts)}
	for i, a := range out.Alts {
		a.Pieces = slices.Clone(a.Pieces)
		for j := range a.Pieces {
			a.Pieces[j].Default = true
		}
		out.Alts[i] = a
	}
	return out
}

// Place names what a Param piece reaches: the field at the end of its path, with the
// steps into it, or the parameter itself.
func (p Piece) Place() string {
	steps := ""
	for _, s := range slices.Backward(p.Path) {
		switch {
		case s.field != nil:
			return "field " + strconv.Itoa(int(s.field.Pos())) + steps
		case !isStep(s.Name):
			return "field " + s.Name + steps
		}
		steps = s.Name + steps
	}
	name := "param " + strconv.Itoa(p.Index)
	if p.owner != nil {
		name += " of " + p.owner.FullName()
	}
	return name + steps
}

// Func returns the declared function or the literal that an alternative is.
func (a Alt) Func() (*types.Func, *ast.FuncLit) {
	if a.fn == nil {
		return nil, nil
	}
	return a.fn.fn, a.fn.lit
}

// Bound returns the receiver that a method value is bound to, or nil.
func (a Alt) Bound() ast.Expr {
	if a.fn == nil {
		return nil
	}
	return a.fn.recv
}

// Union returns the alternatives of all values, without repetition.
func Union(vs ...Value) Value { return union(vs...) }

// Text returns the value of one literal that is written nowhere, such as the
// default of an API.
func Text(s string) Value { return text(s) }

// Named returns the value that comes from the environment variable, flag or
// configuration key called name.
func Named(k Kind, name string) Value { return hole(Piece{Kind: k, Text: name}) }

// Single returns the text of a value that is one known text.
func (v Value) Single() (text string, ok bool) {
	if len(v.Alts) != 1 {
		return "", false
	}
	return v.Alts[0].Text()
}

// HasParam reports whether there is a parameter in v, for callers to tell.
func (v Value) HasParam() bool {
	return v.Has(func(p Piece) bool {
		return p.Kind == Param || slices.ContainsFunc(p.Key, func(k Piece) bool { return k.Kind == Param })
	})
}
