package listener

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/route"
)

// Conflict is two listeners that one process opens on one port of one network.
type Conflict struct {
	First, Second *Listener // in source order
	Port          int       // the port that both have, fixed or by default
	Env           string    // else the environment variable that decides both
}

// Part returns what in the port of l, one of the two, is to blame.
func (c Conflict) Part(l *Listener) Part {
	return Part{origin.Value{Alts: slices.DeleteFunc(slices.Clone(l.Port.Value.Alts), func(a origin.Alt) bool {
		_, known := a.Text()
		return known == (c.Env != "")
	})}}
}

// Conflicts returns, for each listener that takes the port of one before it in
// the source, the first of those.
func (fi *Finder) Conflicts() []Conflict {
	var ls []*Listener
	for _, l := range fi.Listeners {
		if fi.competes(l) {
			ls = append(ls, l)
		}
	}
	var out []Conflict
	for i, b := range ls {
		for _, a := range ls[:i] {
			c, same := samePort(a, b)
			if !same || !fi.apart(a, b, c) || !overlap(a, b) || !fi.sharedFunc(a, b) {
				continue
			}
			c.First, c.Second = a, b
			out = append(out, c)
			break
		}
	}
	return out
}

// competes reports whether l takes a port for itself.
func (fi *Finder) competes(l *Listener) bool {
	return l.Node != nil && !l.Serving && !l.Dropped && !l.Probe && !l.Reuse && !l.Open() && l.Role != route.ACME &&
		(l.Net == "tcp" || l.Net == "udp") && !l.Socket() && !fi.closes(l) && fi.src.Reportable(l.Node.Pos())
}

// apart reports whether a and b are two sockets, and not two views, or two
// starts, of one.
func (fi *Finder) apart(a, b *Listener, c Conflict) bool {
	if a.Net != b.Net || a.sameBind(b) || a.Node == b.Node {
		return false
	}
	if sa, sb := serverOf(a), serverOf(b); sa != nil && sb != nil && sa.Node != nil && sb.Node != nil &&
		!(sa == sb && a.Inherited) && fi.Servers.ServerID(&sa.Running) == fi.Servers.ServerID(&sb.Running) {
		return false
	}
	if a.API == b.API && a.At == b.At {
		// One function that listens, called twice: with one value, by several
		// who need it; with two, for two listeners.
		_, at := a.Port.Written()
		_, other := b.Port.Written()
		return c.Env == "" && a.Inherited && b.Inherited && at != other
	}
	return true
}

// serverOf returns the listener that starts the server on l, or nil.
func serverOf(l *Listener) *Listener {
	switch {
	case l.ServedBy != nil:
		return l.ServedBy
	case l.Serves && len(l.Server.Alts) > 0:
		return l
	}
	return nil
}

// sharedFunc reports whether one function opens both.
func (fi *Finder) sharedFunc(a, b *Listener) bool {
	for _, fn := range fi.src.Functions() {
		ls := fi.perFunc[fn]
		if slices.Contains(ls, a) && slices.Contains(ls, b) && fi.ways.Together(fn, &a.Start, &b.Start) {
			return true
		}
	}
	return false
}

// samePort tells which port both listeners have, when all is as the program
// sets it, or which variable decides both.
func samePort(a, b *Listener) (Conflict, bool) {
	if n := onePort(a); n > 0 && n == onePort(b) {
		return Conflict{Port: n}, true
	}
	if v := oneVariable(a); v != "" && v == oneVariable(b) {
		return Conflict{Env: v}, true
	}
	return Conflict{}, false
}

// onePort returns the port of l when nothing outside of the program says
// otherwise, or 0 when that is not known or not one port.
func onePort(l *Listener) int {
	port := 0
	for _, a := range l.Port.Value.Alts {
		t, known := a.Text()
		switch {
		case a.Obj != nil || a.IsUnknown() || !known && unsure(a):
			return 0
		case !known:
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
func oneVariable(l *Listener) string {
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

// unsure reports whether an alternative has something in it that is not known.
func unsure(a origin.Alt) bool {
	return slices.ContainsFunc(a.Pieces, func(q origin.Piece) bool {
		return q.Kind == origin.Unknown || q.Kind == origin.Param || q.Derived
	})
}

// overlap reports whether a and b, which have one port, are on one address.
func overlap(a, b *Listener) bool {
	if familyOf(a.network) == "?" || familyOf(b.network) == "?" {
		return false
	}
	x, okx := oneHost(a)
	y, oky := oneHost(b)
	if !okx || !oky {
		return okx && x == "" && familyOf(a.network) == "" || oky && y == "" && familyOf(b.network) == ""
	}
	fx, fy := familyOfHost(x, familyOf(a.network)), familyOfHost(y, familyOf(b.network))
	if fx != "" && fy != "" && fx != fy {
		return false
	}
	return x == y || everyHost(x) || everyHost(y)
}

// oneHost returns the host of l when there is one: a text, or a hole that
// stands for the same at every listener.
func oneHost(l *Listener) (string, bool) {
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
// connections.
func familyOfHost(host, family string) string {
	if family != "" {
		return family
	}
	addr, err := netip.ParseAddr(host)
	switch {
	case err != nil || host == "::":
		return ""
	case addr.Unmap().Is4():
		return "4"
	}
	return "6"
}
