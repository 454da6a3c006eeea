package listener

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/address"
)

// Spot returns the node that a finding about part of l belongs on: the
// expression that fixes it, else the address that the API is given, in the
// functions of this package that lead to it, else the call itself.
func (l *Listener) Spot(part address.Part) ast.Node {
	if e := part.Anchor(); e != nil {
		return e
	}
	for o := l; o != nil && o.Node != nil; o = o.of {
		if o.AddrExpr != nil {
			return o.AddrExpr
		}
	}
	return l.Node
}

// EachPort returns l as it is with each value of its port that is written in a
// place of its own, such as the entries of a table: these are to be changed one
// by one.
func (l *Listener) EachPort() []*Listener {
	return l.each(l.Port, func(o *Listener, p address.Part) { o.Port = p })
}

// EachHost is EachPort for the host.
func (l *Listener) EachHost() []*Listener {
	return l.each(l.Host, func(o *Listener, p address.Part) { o.Host = p })
}

func (l *Listener) each(part address.Part, set func(*Listener, address.Part)) []*Listener {
	parts := part.Apart()
	if len(parts) < 2 {
		return []*Listener{l}
	}
	ls := make([]*Listener, len(parts))
	for i, p := range parts {
		one := *l
		set(&one, p)
		ls[i] = &one
	}
	return ls
}

// AddrSpot returns the node that a finding about the whole address of l, and
// not about a literal in it, belongs on.
func (l *Listener) AddrSpot() ast.Node {
	if l.AddrExpr != nil {
		return l.AddrExpr
	}
	return l.Spot(l.Port)
}

// Route tells, for a message about part of l found at spot, where the value
// is written and where it goes, as far as that is not to be seen at spot:
// " (written at config.go:12, passed to net.Listen at server.go:39)". It is
// empty when there is nothing to add.
func (fi *Finder) Route(l *Listener, part address.Part, spot ast.Node) string {
	var notes []string
	here := fi.src.At(spot.Pos())
	if _, at := part.Written(); at != "" && !part.WrittenIn(spot, here) {
		notes = append(notes, "written at "+at)
	}
	if l.At != here || l.Inherited {
		notes = append(notes, "passed to "+l.API+" at "+l.At)
	}
	if len(notes) == 0 {
		return ""
	}
	return " (" + strings.Join(notes, ", ") + ")"
}

// Cause identifies what is to blame for part of l, so that one literal that
// reaches several listeners is reported once.
func (l *Listener) Cause(part address.Part) string {
	if _, at := part.Written(); at != "" {
		return at + strings.Join(part.Known(), "|")
	}
	return fmt.Sprint(l.Spot(part).Pos())
}

// Raw reports whether nothing that the catalogue knows serves on the
// listener: the program speaks a protocol of its own.
func (l *Listener) Raw() bool { return !l.Serves && !l.Serving && l.ServedBy == nil }

// Web reports whether what is served is HTTP or gRPC, and not a protocol of
// another kind or of the program's own.
func (l *Listener) Web() bool {
	switch l.Proto {
	case "http", "https", "http3", "grpc":
		return true
	}
	return false
}

// Here reports whether l has a place in this package.
func (l *Listener) Here() bool { return l.Node != nil }

// datagrams are protocols whose requests and answers are one datagram each, or
// whose clients ask again as if they were: nothing is in flight for long.
var datagrams = []string{"dns", "dhcp", "ntp", "radius", "snmp", "stun", "syslog", "tftp", "udp"}

// Datagrams reports whether the answers of the server that l starts are single
// datagrams. Over QUIC they are not.
func (l *Listener) Datagrams() bool { return slices.Contains(datagrams, l.Proto) }
