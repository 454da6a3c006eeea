package address

import (
	"go/ast"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Address returns the whole address of l, as far as it is known here.
func (l *Binding) Address() origin.Value {
	if len(l.Whole.Alts) > 0 {
		return l.Whole
	}
	return l.Addr
}

// addressed reports whether l takes host:port addresses, and no others.
func (l *Binding) addressed() bool {
	return !l.Serving && !l.Lax && (l.Net == "tcp" || l.Net == "udp") && !l.Socket() && len(l.Addr.Alts) > 0
}

// Ports returns the numbers of a port whose every origin is a literal. ok is
// false when it is not, or when a literal is no port.
func (l *Binding) Ports() (ports []int, ok bool) {
	if _, ok := l.Port.Fixed(); !ok {
		return nil, false
	}
	return l.ports(func(origin.Alt) bool { return true })
}

// FixedPorts is Ports for a message: where something in this package replaces
// a default of another, it leaves the default out.
func (l *Binding) FixedPorts() []int {
	ports, ok := l.ports(func(a origin.Alt) bool {
		return slices.ContainsFunc(a.Pieces, func(q origin.Piece) bool { return q.Anchor() != nil })
	})
	if !ok || len(ports) == 0 {
		ports, _ = l.Ports()
	}
	return ports
}

func (l *Binding) ports(include func(origin.Alt) bool) (ports []int, ok bool) {
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
func (l *Binding) OnLoopback() bool {
	texts, ok := l.Host.Fixed()
	return ok && allLoopback(texts)
}

// DefaultsToLoopback reports whether there are known hosts and all of them are
// loopback.
func (l *Binding) DefaultsToLoopback() bool {
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
func (l *Binding) Socket() bool {
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
func (l *Binding) PortZero() bool {
	_, fixed := l.Port.Fixed()
	return slices.ContainsFunc(l.Port.Known(), func(t string) bool { return t == "0" || t == "" && fixed })
}

// Absent returns the address that leaving out the argument stands for:
// "PORT,:8080" asks the environment first.
func Absent(spec string) origin.Value {
	var v origin.Value
	for s := range strings.SplitSeq(spec, ",") {
		if strings.Contains(s, ":") {
			v = origin.Union(v, origin.Text(s))
		} else {
			v = origin.Union(v, origin.Value{Alts: []origin.Alt{{Pieces: []origin.Piece{
				{Kind: origin.Literal, Text: ":"}, {Kind: origin.Env, Text: s},
			}}}})
		}
	}
	return v
}

// OrDefault replaces an empty address by what the API takes it for.
func OrDefault(v origin.Value, empty string) origin.Value {
	if empty == "" {
		return v
	}
	var out origin.Value
	for _, a := range v.Alts {
		if t, ok := a.Text(); ok && t == "" {
			out = origin.Union(out, origin.Text(empty))
			continue
		}
		out.Alts = append(out.Alts, a)
	}
	return out
}

// SetNetwork sets the network to what v says of it, when it says anything.
func (l *Binding) SetNetwork(v origin.Value) {
	l.Network = v
	l.AnyNet = v.HasKind(origin.Unknown) || v.HasKind(origin.Env) || v.Has(origin.Piece.OfStd)
	net := ""
	for i, a := range v.Alts {
		t, ok := a.Text()
		t = strings.TrimRight(t, "46")
		if !ok || i > 0 && t != net {
			return
		}
		net = t
	}
	if net != "" && (net != "tcp" || l.Net == "") {
		l.Net = net
	}
}

// familyOf returns "4" or "6" when every network that v may be takes only such
// addresses, "?" when it may be of several kinds, and else "".
func familyOf(v origin.Value) string {
	family := ""
	for i, a := range v.Alts {
		t, _ := a.Text()
		f := ""
		if strings.HasSuffix(t, "4") || strings.HasSuffix(t, "6") {
			f = t[len(t)-1:]
		}
		if i > 0 && f != family {
			return "?"
		}
		family = f
	}
	return family
}

// Binding is what a listener listens on.
type Binding struct {
	Serving bool // a server on a listener made elsewhere: no port is bound here

	Net string // tcp, udp, unix, …; "" when not known

	// AnyNet reports whether the network comes from where it cannot be
	// followed: the listener may as well be a unix socket.
	AnyNet bool

	Host, Port Part
	Addr       origin.Value
	AddrExpr   ast.Expr // what stands at the API, in the package that calls it
	Lax        bool     // more than host:port is taken for an address
	Reuse      bool     // other sockets may have the port as well (SO_REUSEPORT)

	Network origin.Value // where an argument says it
	Whole   origin.Value // Addr, closed, when only the fields of this package's types tell
	Empty   string       // address that an empty one stands for
}

// Family returns "4" or "6" when l takes only addresses of that version of IP,
// and else "".
func (l *Binding) Family() string { return strings.Trim(familyOf(l.Network), "?") }

// Open reports whether the host or port depends on a parameter: callers tell
// what it is.
func (l *Binding) Open() bool { return !l.Port.Closed() || !l.Host.Closed() }
