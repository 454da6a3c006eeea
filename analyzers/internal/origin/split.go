package origin

import (
	"go/types"
	"slices"
	"strings"
)

// Cut is a part of an address.
type Cut uint8

// The parts of an address.
const (
	CutNot Cut = iota // all of it
	CutHost
	CutPort
)

// Split takes an address apart at its last colon outside of brackets. ok is
// false when no colon is in sight, as in the value of a single variable.
func (a Alt) Split() (host, port Alt, ok bool) {
	if a.Obj != nil || a.fn != nil {
		return Alt{}, Alt{}, false
	}
	for i := len(a.Pieces) - 1; i >= 0; i-- {
		p := a.Pieces[i]
		if p.Kind != Literal {
			continue
		}
		cut := strings.LastIndexByte(p.Text, ':')
		if cut < 0 {
			if strings.Contains(p.Text, "]") {
				break // [::1] without a port
			}
			continue
		}
		if strings.Contains(p.Text[cut:], "]") {
			break
		}
		before, after := p, p
		before.Text, after.Text = p.Text[:cut], p.Text[cut+1:]
		host.Pieces = append(append(host.Pieces, a.Pieces[:i]...), nonEmpty(before)...)
		port.Pieces = append(append(port.Pieces, nonEmpty(after)...), a.Pieces[i+1:]...)
		if len(host.Pieces) == 0 {
			host.Pieces = []Piece{before}
		}
		if len(port.Pieces) == 0 {
			port.Pieces = []Piece{after}
		}
		return trimBrackets(host), port, true
	}
	return Alt{}, Alt{}, false
}

// ofURL reports whether field is one of url.URL.
func ofURL(field *types.Var) bool {
	return field != nil && field.Pkg() != nil && field.Pkg().Path() == "net/url"
}

// inURL returns the field called name of the URL that url.Parse makes of a.
// Only its host is followed, and only where the text before and after it is
// known.
func (a Alt) inURL(name string) Value {
	whole := Value{Alts: []Alt{a}}
	if name != "Host" || len(a.Pieces) == 0 || a.Pieces[0].Kind != Literal {
		return derived(whole)
	}
	first := a.Pieces[0]
	_, rest, ok := strings.Cut(first.Text, "://")
	if !ok {
		return derived(whole)
	}
	first.Text = rest
	pieces := append(nonEmpty(first), a.Pieces[1:]...)
	for i, p := range pieces {
		if cut := strings.IndexAny(p.Text, "/?#"); p.Kind == Literal && cut >= 0 {
			p.Text = p.Text[:cut]
			pieces = append(slices.Clone(pieces[:i]), nonEmpty(p)...)
			break
		}
	}
	if len(pieces) == 0 {
		return text("")
	}
	return Value{Alts: []Alt{{Pieces: pieces}}}
}

// hostOf returns the hosts of addresses, which need have no port.
func (v Value) hostOf() Value { return v.partOf(0) }

// portOf returns the ports of addresses, "" where there is none.
func (v Value) portOf() Value { return v.partOf(1) }

func (v Value) partOf(i int) Value {
	return v.each(func(a Alt) Value {
		host, port, ok := a.Split()
		parts := [...]Alt{host, port}
		if !ok {
			if p, ok := a.whole(); ok {
				p.Cut = CutHost + Cut(i)
				return hole(p)
			}
			if _, known := a.Text(); !known {
				return derived(Value{Alts: []Alt{a}})
			}
			parts = [...]Alt{a, {Pieces: []Piece{{Kind: Literal}}}}
		}
		return Value{Alts: []Alt{parts[i]}}
	})
}

// whole returns the parameter that a is, all of it and as it is.
func (a Alt) whole() (Piece, bool) {
	if len(a.Pieces) != 1 {
		return Piece{}, false
	}
	p := a.Pieces[0]
	return p, p.Kind == Param && p.Cut == CutNot && !p.Derived && !p.Joined
}

func nonEmpty(p Piece) []Piece {
	if p.Text == "" {
		return nil
	}
	return []Piece{p}
}

func trimBrackets(host Alt) Alt {
	if len(host.Pieces) == 1 && host.Pieces[0].Kind == Literal {
		p := host.Pieces[0]
		p.Text = strings.TrimSuffix(strings.TrimPrefix(p.Text, "["), "]")
		return Alt{Pieces: []Piece{p}}
	}
	return host
}
