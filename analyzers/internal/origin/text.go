package origin

import (
	"strconv"
	"strings"
)

// What follows shows values to people.

// String returns the value in a short form, for messages and tests.
func (v Value) String() string {
	var alts []string
	for _, a := range v.Alts {
		alts = append(alts, a.String())
	}
	return "{" + strings.Join(alts, ", ") + "}"
}

// String returns the alternative in a short form.
func (a Alt) String() string {
	var b strings.Builder
	switch {
	case a.Obj != nil:
		return a.Obj.Type + "@" + a.Obj.Site
	case a.fn != nil:
		return "func"
	}
	for _, p := range a.Pieces {
		b.WriteString(p.String())
	}
	return b.String()
}

// String returns the piece in a short form.
func (p Piece) String() string {
	switch p.Kind {
	case Literal:
		return strconv.Quote(p.Text)
	case Env:
		return "env(" + p.Text + Alt{Pieces: p.Key}.String() + ")"
	case Flag:
		return "flag(" + p.Text + ")"
	case Config:
		return "config(" + p.Text + ")"
	case Tagged:
		return "tagged(" + p.Text + ")"
	case Param:
		s := "#" + strconv.Itoa(p.Index)
		for _, f := range p.Path {
			s += "." + f.Name
		}
		return s
	}
	return "?"
}
