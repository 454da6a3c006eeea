package origin

import (
	"strings"
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
