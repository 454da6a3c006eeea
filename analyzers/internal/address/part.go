package address

import (
	"cmp"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// WrittenIn reports whether one of the part's literals stands in spot, which
// is on the line here.
func (p Part) WrittenIn(spot ast.Node, here string) bool {
	return p.Value.Has(func(q origin.Piece) bool {
		if q.Kind != origin.Literal {
			return false
		}
		if q.Pos().IsValid() {
			return spot.Pos() <= q.Pos() && q.Pos() < spot.End()
		}
		return q.At == here
	})
}

// Keys returns the names of the environment variables, flags and settings that
// decide p.
func (p Part) Keys() (names []string) {
	for _, a := range p.Value.Alts {
		for _, piece := range a.Pieces {
			switch piece.Kind {
			case origin.Env, origin.Flag, origin.Config, origin.Tagged:
				names = append(names, piece.Text)
			}
		}
	}
	return names
}

// Origins describes the origins of a port other than literals, for messages:
// "flag -addr", "config field Server.Port".
func (p Part) Origins() []string {
	var out []string
	add := func(s string) {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	var configured []origin.Piece
	for _, a := range p.Value.Alts {
		for _, piece := range a.Pieces {
			switch piece.Kind {
			case origin.Flag:
				if piece.Text == "" {
					add("the command line")
				} else {
					add("flag -" + piece.Text)
				}
			case origin.Tagged:
				if piece.Text == "" && p.Value.HasKind(origin.Flag) {
					continue // the default or the help of the option that it is
				}
				configured = append(configured, piece)
			case origin.Config:
				configured = append(configured, piece)
			}
		}
	}
	for _, piece := range settings(configured) {
		if piece.At+piece.Text != "" || len(out) == 0 {
			add(setting(piece))
		}
	}
	return out
}

// settings makes one of the pieces that are of one field: a decoder, a tag, and
// the struct around it may each have told of it.
func settings(pieces []origin.Piece) []origin.Piece {
	var out []origin.Piece
	for _, p := range pieces {
		i := slices.IndexFunc(out, func(q origin.Piece) bool { return p.At != "" && lastField(q.At) == lastField(p.At) })
		if i < 0 {
			out = append(out, p)
			continue
		}
		if strings.Count(p.At, ".") > strings.Count(out[i].At, ".") {
			out[i].At = p.At
		}
		out[i].Text = cmp.Or(out[i].Text, p.Text)
	}
	return out
}

// setting names a piece of configuration: the field that holds it, as the
// program's code does, and its key where that has another name.
func setting(p origin.Piece) string {
	field := p.At
	if typ, path, ok := strings.Cut(field, "."); ok && strings.Contains(path, ".") && typ != "" {
		field = path
	}
	switch {
	case field == "" && p.Text == "":
		return "configuration"
	case field == "":
		return "configuration key " + p.Text
	case p.Text == "" || plainName(p.Text) == plainName(lastField(field)):
		return "config field " + field
	}
	return "config field " + field + " (key " + p.Text + ")"
}

// lastField returns the name of the field at the end of a path.
func lastField(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// plainName returns a name as it is written without regard to style: listenAddr,
// listen_addr and LISTEN-ADDR are one.
func plainName(name string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "").Replace(name))
}

// Part is the host or the port of an address.
type Part struct {
	Value origin.Value
}

// Closed reports whether no parameter is left in the part.
func (p Part) Closed() bool { return !p.Value.HasParam() }

// Fixed returns the texts of the part when every origin of it is a literal.
func (p Part) Fixed() (texts []string, ok bool) {
	for _, a := range p.Value.Alts {
		t, ok := a.Text()
		if !ok {
			return nil, false
		}
		texts = append(texts, t)
	}
	return texts, len(texts) > 0
}

// Known returns the texts among the part's alternatives.
func (p Part) Known() (texts []string) {
	for _, a := range p.Value.Alts {
		if t, ok := a.Text(); ok {
			texts = append(texts, t)
		}
	}
	return texts
}

// Anchor returns the expression that fixes the part, or nil when that is what
// stands at the API.
func (p Part) Anchor() ast.Expr {
	for _, a := range p.Value.Alts {
		for _, piece := range a.Pieces {
			if e := piece.Anchor(); e != nil {
				return e
			}
		}
	}
	return nil
}

// Apart returns the part by what fixes it, in source order, when each of its
// alternatives is fixed by an expression of its own. Otherwise it is one.
func (p Part) Apart() []Part {
	by := make(map[ast.Expr][]origin.Alt)
	for _, a := range p.Value.Alts {
		e := Part{Value: origin.Value{Alts: []origin.Alt{a}}}.Anchor()
		if e == nil {
			return []Part{p}
		}
		by[e] = append(by[e], a)
	}
	places := slices.SortedFunc(maps.Keys(by), func(a, b ast.Expr) int { return cmp.Compare(a.Pos(), b.Pos()) })
	var parts []Part
	for _, e := range places {
		parts = append(parts, Part{Value: origin.Value{Alts: by[e]}})
	}
	return parts
}

// Written returns where the part's first literal is written: its position,
// when that is in this package, and file:line.
func (p Part) Written() (token.Pos, string) {
	for _, a := range p.Value.Alts {
		for _, piece := range a.Pieces {
			if piece.Kind == origin.Literal && piece.At != "" {
				return piece.Pos(), piece.At
			}
		}
	}
	return token.NoPos, ""
}

// SplitAddr sets Host and Port from Addr.
func (ck *Checker) SplitAddr(l *Binding) {
	var hosts, ports []origin.Value
	for _, a := range l.Addr.Alts {
		one := origin.Value{Alts: []origin.Alt{a}}
		if a.Obj != nil {
			hosts = append(hosts, ck.ev.FieldOf(one, "IP", nil))
			ports = append(ports, ck.ev.FieldOf(one, "Port", nil))
			continue
		}
		h, port, ok := a.Split()
		if ok && l.Net == "url" {
			h = withoutScheme(h)
		} else if t, known := a.Text(); ok && known && malformed(t) {
			ok = false
		}
		if ok {
			hosts = append(hosts, origin.Value{Alts: []origin.Alt{h}})
			ports = append(ports, origin.Value{Alts: []origin.Alt{port}})
			continue
		}
		if t, known := a.Text(); known {
			// No colon: a path, or a malformed address, which is another
			// rule's business.
			if t != "" {
				hosts = append(hosts, origin.Named(origin.Unknown, ""))
			}
			ports = append(ports, origin.Named(origin.Unknown, ""))
			continue
		}
		hosts = append(hosts, one)
		ports = append(ports, one)
	}
	l.Host = Part{origin.Union(hosts...)}
	l.Port = Part{origin.Union(ports...)}
}

// malformed reports whether an address with a colon is none: it has a scheme,
// brackets twice, or more than one colon outside of them.
func malformed(addr string) bool {
	if strings.Contains(addr, "://") || strings.HasPrefix(addr, "[[") {
		return true
	}
	if i := strings.LastIndexByte(addr, ']'); i >= 0 {
		addr = addr[i:]
	}
	return strings.Count(addr, ":") > 1
}

// withoutScheme drops the scheme of a URL (tcp://:9000) from a host.
func withoutScheme(h origin.Alt) origin.Alt {
	if len(h.Pieces) == 0 || h.Pieces[0].Kind != origin.Literal {
		return h
	}
	if _, rest, ok := strings.Cut(h.Pieces[0].Text, "://"); ok {
		h.Pieces = slices.Clone(h.Pieces)
		h.Pieces[0].Text = rest
	}
	return h
}

// Elsewhere says, as the end of a clause, where a part that is not fixed may
// come from: "may come from flag -addr".
func (p Part) Elsewhere() string {
	var from []string
	for _, a := range p.Value.Alts {
		for _, q := range a.Pieces {
			if q.Kind != origin.Literal && !slices.Contains(from, q.Origin()) {
				from = append(from, q.Origin())
			}
		}
	}
	if len(from) == 0 {
		return "is not known as a number"
	}
	return "may come from " + strings.Join(from, " or ")
}
