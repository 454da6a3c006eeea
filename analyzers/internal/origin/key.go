package origin

import (
	"cmp"
	"go/token"
	"slices"
	"strings"
)

// What follows tells alternatives apart, up to what decides a verdict, and puts
// them in order.

// same reports whether a and b are one alternative, up to what decides a
// verdict: their keys are equal.
func (a Alt) same(b Alt) bool {
	switch {
	case a.Obj == nil != (b.Obj == nil) || a.fn == nil != (b.fn == nil) || len(a.Pieces) != len(b.Pieces):
		return false
	case a.Obj != nil && a.Obj != b.Obj && !a.Obj.Same(b.Obj):
		return false
	case a.fn != nil && (a.fn.fn != b.fn.fn || a.fn.lit != b.fn.lit || !sameWay(a.fn.binds, b.fn.binds)):
		return false
	}
	return slices.EqualFunc(a.Pieces, b.Pieces, Piece.same)
}

func (p Piece) same(q Piece) bool {
	if p.Kind != q.Kind || p.Text != q.Text || p.Derived != q.Derived || p.Raw != q.Raw || p.anchor != q.anchor || !slices.EqualFunc(p.Key, q.Key, Piece.same) {
		return false
	}
	switch p.Kind {
	case Literal:
		return p.At == q.At
	case Param:
		return p.Index == q.Index && p.Cut == q.Cut && slices.Equal(p.Lone, q.Lone) && p.Joined == q.Joined && p.Set == q.Set && p.Owner == q.Owner && p.owner == q.owner && p.lit == q.lit &&
			slices.EqualFunc(p.Path, q.Path, func(a, b Step) bool { return a.Name == b.Name })
	}
	return true
}

// key identifies an alternative up to what decides a verdict.
func (a Alt) key() string {
	var b strings.Builder
	switch {
	case a.Obj != nil:
		b.WriteString(a.Obj.key())
	case a.fn != nil:
		b.WriteString("fn")
		if a.fn.fn != nil {
			b.WriteString(a.fn.fn.FullName())
		}
		if a.fn.lit != nil {
			writePos(&b, a.fn.lit.Pos())
		}
		for _, bind := range a.fn.binds {
			bind.writeKey(&b)
		}
	}
	for _, p := range a.Pieces {
		p.writeKey(&b)
	}
	return b.String()
}

// Key returns a text that tells v from other values.
func (v Value) Key() string {
	var b strings.Builder
	for _, a := range v.Alts {
		b.WriteString(a.key())
	}
	return b.String()
}

func (p Piece) writeKey(b *strings.Builder) {
	b.WriteByte('\x00')
	b.WriteByte('0' + byte(p.Kind))
	b.WriteString(p.Text)
	if p.Derived {
		b.WriteByte('~')
	}
	if p.Raw {
		b.WriteByte('!')
	}
	for _, k := range p.Key {
		k.writeKey(b)
	}
	if p.Kind == Literal {
		b.WriteString("@" + p.At)
	}
	if p.Kind == Param {
		b.WriteByte('#')
		if p.Joined {
			b.WriteByte('[')
		}
		if p.Set {
			b.WriteByte('=')
		}
		b.WriteByte('0' + byte(p.Cut))
		for _, zero := range p.Lone {
			b.WriteString("?" + zero)
		}
		b.WriteByte(byte('a' + p.Index))
		b.WriteString(p.Owner)
		if p.owner != nil {
			b.WriteString(p.owner.FullName())
		}
		if p.lit != nil {
			writePos(b, p.lit.Pos())
		}
		for _, s := range p.Path {
			b.WriteString("." + s.Name)
		}
	}
	if p.anchor != nil {
		writePos(b, p.anchor.Pos())
	}
}

func writePos(b *strings.Builder, pos token.Pos) {
	for n := int(pos); n > 0; n >>= 7 {
		b.WriteByte(byte(n&127) | 128)
	}
}

// sorted returns v with its alternatives in a fixed order, for facts.
func (v Value) sorted() Value {
	out := Value{Alts: slices.Clone(v.Alts)}
	slices.SortFunc(out.Alts, func(a, b Alt) int { return cmp.Compare(a.key(), b.key()) })
	return out
}

// Same reports whether o and b are one thing that came by the same way.
func (o *Object) Same(b *Object) bool {
	return o.Type == b.Type && o.Site == b.Site && sameWay(o.binds, b.binds)
}

// sameWay reports whether two ways lead through the same calls.
func sameWay(a, b []*binding) bool {
	return slices.EqualFunc(a, b, (*binding).is)
}

func (o *Object) key() string {
	var b strings.Builder
	b.WriteString("obj" + o.Type + o.Site)
	for _, bind := range o.binds {
		bind.writeKey(&b)
	}
	return b.String()
}
