package address

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// onePort returns the port of l when nothing outside of the program says
// otherwise, or 0 when that is not known or not one port.
func onePort(l *Binding) int {
	port := 0
	for _, a := range l.Port.Value.Alts {
		t, known := a.Text()
		switch {
		case a.Obj != nil || a.IsUnknown() || !known && unsure(a):
			return 0
		case !known, t == "": // set from outside, or before the default is
			continue
		}
		n, err := strconv.Atoi(t)
		if err != nil {
			n, _ = catalog.ServicePort(t)
		}
		if n <= 0 || n > 65535 || port != 0 && port != n {
			return 0
		}
		port = n
	}
	return port
}

// oneVariable returns the environment variable that decides the port of l, when
// there is one and nothing that is not known.
func oneVariable(l *Binding) string {
	name := ""
	for _, a := range l.Port.Value.Alts {
		if a.Obj != nil || unsure(a) {
			return ""
		}
		if !slices.ContainsFunc(a.Pieces, func(q origin.Piece) bool { return q.Kind == origin.Env }) {
			continue
		}
		n, whole := variable(a)
		if !whole || name != "" {
			return ""
		}
		name = n
	}
	return name
}

// SamePort tells which port a and b both have, when all is as the program sets
// it, or which variable decides both.
func SamePort(a, b *Binding) (port int, env string, ok bool) {
	if n := onePort(a); n > 0 && n == onePort(b) {
		return n, "", true
	}
	v := oneVariable(a)
	return 0, v, v != "" && v == oneVariable(b)
}

// unsure reports whether an alternative has something in it that is not known.
func unsure(a origin.Alt) bool {
	return slices.ContainsFunc(a.Pieces, func(q origin.Piece) bool {
		return q.Kind == origin.Unknown || q.Kind == origin.Param || q.Derived
	})
}

// Overlap reports whether a and b, which have one port, are on one address.
func Overlap(a, b *Binding) bool {
	if familyOf(a.Network) == "?" || familyOf(b.Network) == "?" {
		return false
	}
	x, okx := oneHost(a)
	y, oky := oneHost(b)
	if !okx || !oky {
		return okx && x == "" && familyOf(a.Network) == "" || oky && y == "" && familyOf(b.Network) == ""
	}
	fx, fy := familyOfHost(x, familyOf(a.Network)), familyOfHost(y, familyOf(b.Network))
	if fx != "" && fy != "" && fx != fy {
		return false
	}
	return x == y || everyHost(x) || everyHost(y)
}

// oneHost returns the host of l when there is one: a text, or a hole that
// stands for the same at every listener.
func oneHost(l *Binding) (string, bool) {
	host, found := "", false
	for _, a := range l.Host.Value.Alts {
		t, known := a.Text()
		if !known {
			if a.Obj != nil || unsure(a) {
				return "", false
			}
			if len(l.Host.Value.Alts) > 1 {
				continue // the default decides
			}
			t = gap + a.String()
		}
		t = strings.ToLower(strings.Trim(t, "[]"))
		if t == "localhost" {
			t = "127.0.0.1"
		}
		if found && t != host {
			return "", false
		}
		host, found = t, true
	}
	return host, found
}

func everyHost(host string) bool { return host == "" || host == "0.0.0.0" || host == "::" }

// familyOfHost returns "4" or "6" when a listener on host takes only such
// connections. Where the network does not say, 0.0.0.0 is all addresses of both
// in Go, as the empty host is.
func familyOfHost(host, family string) string {
	if family != "" {
		return family
	}
	addr, err := netip.ParseAddr(host)
	switch {
	case err != nil || addr.IsUnspecified():
		return ""
	case addr.Unmap().Is4():
		return "4"
	}
	return "6"
}
