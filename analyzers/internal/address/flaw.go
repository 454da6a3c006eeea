package address

import (
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Flaw is why an address cannot mean what was intended.
type Flaw int

// The flaws of an address.
const (
	NoColon     Flaw = iota + 1 // a port or host alone
	PortAlone                   // a variable alone that holds a bare number: PORT, or SHOP_PORT beside ":8080"
	TooMany                     // more than one colon outside of brackets
	WithScheme                  // http://:8080
	OutOfRange                  // a port beyond 65535, or negative
	UnknownName                 // a port by a name that does not exist
	Brackets                    // a host in brackets twice
)

// Fault is a flaw of one value that an address may have.
type Fault struct {
	Flaw  Flaw
	Value string // the address, port or variable that is at fault
	Part  Part   // the value, to find its place with
	// Fallback is, of PortAlone, what the address is when the variable is empty.
	Fallback string
}

// gap stands for a hole in the text of an address.
const gap = "\x00"

// render returns a's text, with a gap for each hole.
func render(a origin.Alt) string {
	var b strings.Builder
	for _, p := range a.Pieces {
		if p.Kind == origin.Literal {
			b.WriteString(p.Text)
		} else {
			b.WriteString(gap)
		}
	}
	return b.String()
}

// Faults returns what is wrong with the values that the address of l may have.
// It is about each value by itself, so a default that the environment can
// replace is among them.
func (ck *Checker) Faults(l *Binding) []Fault {
	if !l.addressed() {
		return ck.portFaults(l)
	}
	addr := l.Address()
	if _, all := addr.Objects(); all {
		return ck.portFaults(l) // net.TCPAddr
	}
	var out []Fault
	if slices.ContainsFunc(addr.Alts, origin.Alt.IsUnknown) {
		return nil // what is not known may be the value, mended
	}
	for _, a := range addr.Alts {
		if a.Obj != nil {
			continue
		}
		part := Part{origin.Value{Alts: []origin.Alt{a}}}
		if name, ok := variable(a); ok {
			if (name == "PORT" || isNumber(name) && strings.Contains(fallback(addr), ":")) && ck.staysAlone(addr, name) {
				out = append(out, Fault{Flaw: PortAlone, Value: name, Part: part, Fallback: fallback(addr)})
			}
			continue
		}
		flaw, value := flawOf(render(a))
		if flaw == 0 || corrected(addr, a, flaw) || flaw == NoColon && !plainly(addr, value) {
			continue
		}
		if flaw == OutOfRange && value[0] == '-' && len(addr.Alts) > 1 {
			continue // flag.Int("port", -1, …): it was not set
		}
		out = append(out, Fault{Flaw: flaw, Value: value, Part: part})
	}
	return out
}

// portFaults is Faults for a port that is given as a number.
func (ck *Checker) portFaults(l *Binding) []Fault {
	if _, all := l.Addr.Objects(); l.Serving || len(l.Addr.Alts) > 0 && !all {
		return nil
	}
	var out []Fault
	for _, a := range l.Port.Value.Alts {
		t, ok := a.Text()
		if n, err := strconv.Atoi(t); ok && err == nil && n > 65535 {
			out = append(out, Fault{Flaw: OutOfRange, Value: t, Part: Part{origin.Value{Alts: []origin.Alt{a}}}})
		}
	}
	return out
}

// Malformed reports whether the address of l is fixed, and none.
func (ck *Checker) Malformed(l *Binding) bool {
	addr := l.Address()
	for _, a := range addr.Alts {
		if _, ok := a.Text(); !ok {
			return false
		}
	}
	return len(ck.Faults(l)) > 0
}

// variable returns the name of the environment variable that an alternative is
// as a whole.
func variable(a origin.Alt) (name string, ok bool) {
	if len(a.Pieces) != 1 || a.Pieces[0].Kind != origin.Env || a.Pieces[0].Derived || len(a.Pieces[0].Key) > 0 {
		return "", false
	}
	return a.Pieces[0].Text, true
}

// isNumber reports whether the variable called name holds a number by its name:
// SHOP_PORT. Others may well hold an address.
func isNumber(name string) bool { return strings.HasSuffix(strings.ToUpper(name), "_PORT") }

// flawOf returns the flaw of an address, and the part of it that is at fault.
func flawOf(s string) (Flaw, string) {
	switch {
	case s == "" || s == gap:
		return 0, ""
	case strings.Contains(s, "://"):
		return WithScheme, readable(s)
	case strings.HasPrefix(s, "[["):
		return Brackets, readable(s)
	}
	outside := s
	if i := strings.LastIndexByte(s, ']'); i >= 0 {
		outside = s[i+1:]
	} else if strings.Contains(s, "[") {
		return 0, ""
	}
	switch colons := strings.Count(outside, ":"); {
	case colons == 0 && strings.Contains(s, gap):
		return 0, ""
	case colons == 0:
		return NoColon, s
	case colons > 1:
		return TooMany, readable(s)
	}
	port := outside[strings.LastIndexByte(outside, ':')+1:]
	if port == "" || strings.Contains(port, gap) {
		return 0, ""
	}
	n, err := strconv.Atoi(port)
	switch {
	case err == nil && (n < 0 || n > 65535), err != nil && strings.Trim(port, "0123456789") == "":
		return OutOfRange, port
	case err != nil && !catalog.IsService(port):
		return UnknownName, port
	}
	return 0, ""
}

// readable shows the holes of an address as dots.
func readable(s string) string { return strings.ReplaceAll(s, gap, "…") }

// corrected reports whether another alternative of an address holds the one
// that is at fault, in a better form: addr = ":" + addr where the colon was
// missing, or the part behind a colon where there were two. Order is not
// followed, so what was there before still counts among the alternatives.
func corrected(addr origin.Value, a origin.Alt, flaw Flaw) bool {
	s := render(a)
	return slices.ContainsFunc(addr.Alts, func(b origin.Alt) bool {
		t := render(b)
		switch {
		case t == s || b.Obj != nil:
			return false
		case flaw == NoColon:
			return strings.Contains(t, ":") && strings.Contains(t, s)
		case flaw == TooMany:
			return len(t) > 1 && strings.Contains(s, t)
		case flaw == WithScheme:
			return strings.Contains(s, "://"+t)
		}
		return false
	})
}

// plainly reports whether a value without a colon is bound to be the address:
// it is all that there is, or a bare number that is the default of something
// known.
func plainly(addr origin.Value, value string) bool {
	fixed := true
	for _, a := range addr.Alts {
		if _, ok := a.Text(); !ok {
			fixed = false
		}
	}
	return fixed || strings.Trim(value, "0123456789") == ""
}
