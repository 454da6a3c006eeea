package listener

import (
	"fmt"
	"go/ast"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Spot returns the node that a finding about part of l belongs on: the
// expression that fixes it, else the address that the API is given, else the
// call itself.
func (l *Listener) Spot(part Part) ast.Node {
	if e := part.Anchor(); e != nil {
		return e
	}
	if l.AddrExpr != nil {
		return l.AddrExpr
	}
	return l.Node
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
func (fi *Finder) Route(l *Listener, part Part, spot ast.Node) string {
	var notes []string
	here := fi.src.At(spot.Pos())
	if _, at := part.Written(); at != "" && !part.writtenIn(spot, here) {
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
func (l *Listener) Cause(part Part) string {
	if _, at := part.Written(); at != "" {
		return at + strings.Join(part.Known(), "|")
	}
	return fmt.Sprint(l.Spot(part).Pos())
}

// Ports returns the numbers of a port whose every origin is a literal. ok is
// false when it is not, or when a literal is no port.
func (l *Listener) Ports() (ports []int, ok bool) {
	if _, ok := l.Port.Fixed(); !ok {
		return nil, false
	}
	return l.ports(func(origin.Alt) bool { return true })
}

// FixedPorts is Ports for a message: where something in this package replaces
// a default of another, it leaves the default out.
func (l *Listener) FixedPorts() []int {
	ports, ok := l.ports(func(a origin.Alt) bool {
		return slices.ContainsFunc(a.Pieces, func(q origin.Piece) bool { return q.Anchor() != nil })
	})
	if !ok || len(ports) == 0 {
		ports, _ = l.Ports()
	}
	return ports
}

func (l *Listener) ports(include func(origin.Alt) bool) (ports []int, ok bool) {
	for _, a := range l.Port.Value.Alts {
		if !include(a) {
			continue
		}
		t, _ := a.Text()
		n, err := strconv.Atoi(t)
		if err != nil {
			n, ok = catalog.ServicePort(t)
			if t != "" && !ok {
				return nil, false
			}
		}
		if n < 0 || n > 65535 {
			return nil, false
		}
		ports = append(ports, n)
	}
	return ports, true
}

// OnLoopback reports whether every known host of l is loopback and there is
// no other.
func (l *Listener) OnLoopback() bool {
	texts, ok := l.Host.Fixed()
	return ok && allLoopback(texts)
}

// DefaultsToLoopback reports whether there are known hosts and all of them are
// loopback.
func (l *Listener) DefaultsToLoopback() bool {
	texts := l.Host.Known()
	return len(texts) > 0 && allLoopback(texts)
}

func allLoopback(texts []string) bool {
	return !slices.ContainsFunc(texts, func(t string) bool { return !IsLoopback(t) })
}

// IsLoopback reports whether host is the machine itself.
func IsLoopback(host string) bool {
	host = strings.ToLower(strings.Trim(host, "[]"))
	if host == "localhost" || host == "ip6-localhost" {
		return true
	}
	a, err := netip.ParseAddr(host)
	return err == nil && a.WithZone("").Unmap().IsLoopback()
}

// IsMulticast reports whether host is a multicast group.
func IsMulticast(host string) bool {
	a, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && a.IsMulticast()
}

// Socket reports whether l is not on a port at all: a unix or raw socket.
func (l *Listener) Socket() bool {
	if strings.HasPrefix(l.Net, "unix") || strings.HasPrefix(l.Net, "ip") || l.Net == "vsock" {
		return true
	}
	for _, a := range l.Addr.Alts {
		if t, ok := a.Text(); ok && (strings.HasPrefix(t, "/") || strings.HasPrefix(t, "@") || strings.Contains(t, ".sock")) {
			return true
		}
	}
	return false
}

// PortZero reports whether one of the listener's ports is left to the system.
func (l *Listener) PortZero() bool {
	return slices.ContainsFunc(l.Port.Known(), func(t string) bool { return t == "0" || t == "" })
}

// Raw reports whether nothing that the catalogue knows serves on the
// listener: the program speaks a protocol of its own.
func (l *Listener) Raw() bool { return !l.Serves && !l.Serving && l.ServedBy == nil }

// Here reports whether l has a place in this package.
func (l *Listener) Here() bool { return l.Node != nil }
