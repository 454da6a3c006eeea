package listener

import (
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Auxiliary reports whether the listener is for the operator of the process,
// beside others that serve the program's users. What only gets certificates is
// by its nature.
func (l *Listener) Auxiliary() bool { return l.Role != "" && (!l.Sole || l.Role == role.ACME) }

// Exporter reports whether l is all that the program listens on, and serves
// metrics.
func (l *Listener) Exporter() bool { return l.Sole && l.Role == role.Metrics }

// Faces returns the listeners among ls that are sockets of their own: not what
// is put on another, nor what a function makes that is called in sight.
func (fi *Finder) Faces(ls []*Listener) []*Listener {
	return slices.DeleteFunc(slices.Clone(ls), func(l *Listener) bool {
		return l.Placed() || slices.ContainsFunc(ls, func(o *Listener) bool { return o.of == l })
	})
}

// setRole finds out whom a listener is for, from what it serves.
func (fi *Finder) setRole(l *Listener) {
	if l.Role != "" || l.Dropped {
		return
	}
	switch {
	case l.ServedBy != nil:
		fi.setRole(l.ServedBy)
		l.Role = l.ServedBy.Role
	case l.Serves:
		l.Role = fi.Roles.HandlerRole(l.Handler)
	}
	if l.Role == "" && l.of != nil && l.of.Node != nil {
		fi.setRole(l.of)
		l.Role = l.of.Role
	}
	if l.Role != "" || l.Node == nil {
		return
	}
	switch names := fi.namesOf(l); {
	case !fi.servesUsers(l) && says(names, OperatorWords):
		l.Role = role.Operator
	case says(names, adminWords):
		l.Role = role.Admin
	}
}

// servesUsers reports whether a route for the program's users is in sight.
func (fi *Finder) servesUsers(l *Listener) bool {
	handler := l.Handler
	if l.ServedBy != nil {
		handler = l.ServedBy.Handler
	}
	return fi.Roles.UsersReach(handler)
}

// OperatorWords in the name of what starts a listener, or of its address, say
// that it is for the operator.
var OperatorWords = []string{"pprof", "hprof", "debug", "profil", "diag", "metrics"}

// adminWords say that something is for those who look after the program,
// whatever routes it has.
var adminWords = []string{"admin", "monitoring"}

// namesOf returns what starts l and what decides its address are called. Handlers
// are often put together where nobody can follow, and a listener whose
// function is called startPprof is not for the program's users.
func (fi *Finder) namesOf(l *Listener) []string {
	names := fi.Around(l)
	if l.Call != nil {
		names = append(names, source.Identifiers(l.Call.Fun)...)
	}
	if l.AddrExpr != nil {
		names = append(names, source.Identifiers(l.AddrExpr)...)
	}
	if e := l.Port.Anchor(); e != nil {
		names = append(names, source.Identifiers(e)...)
	}
	return append(names, l.Port.Keys()...)
}

// says reports whether one of words is in one of names.
func says(names, words []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		name = strings.ToLower(name)
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
	})
}

// linkServings tells each bound listener what serves on it, so that it takes
// its role, and drops servers on listeners that are no ports.
func (fi *Finder) linkServings() {
	for _, s := range fi.Listeners {
		if !s.Serving {
			continue
		}
		objs, all := fi.ev.Close(s.On).Objects()
		ports := !all
		for _, o := range objs {
			ports = fi.servedOn(s, o, 0) || ports
		}
		s.Dropped = s.Dropped || !ports
	}
	for _, l := range fi.Listeners {
		for of := l.of; l.ServedBy == nil && of != nil; of = of.of {
			l.ServedBy, l.plain = of.ServedBy, of.plain
		}
		if l.ServedBy != nil {
			l.TLS = l.TLS || l.ServedBy.TLS
			if l.Proto == "" || l.Proto == "tls" {
				l.Proto = l.ServedBy.Proto
			}
		}
	}
}

// joinGroups finds the listeners that join a multicast group: who sends to it
// chose its port, too.
func (fi *Finder) joinGroups() {
	for _, call := range fi.ev.CallsWith(catalog.Group) {
		r := fi.ev.Row(fi.src.Callee(call), catalog.Group)
		_, e, ok := fi.ev.Slot(call, r.Listener)
		if !ok {
			continue
		}
		// What the method is promoted from is no listener of its own.
		objs, _ := fi.ev.Close(fi.ev.Eval(e)).Objects()
		for _, o := range objs {
			for _, l := range fi.Listeners {
				if l.Call != nil && l.Call == o.Node() {
					l.Net = "multicast"
				}
			}
		}
	}
	for _, l := range fi.Listeners {
		for of := l.of; of != nil; of = of.of {
			if of.Net == "multicast" {
				l.Net = "multicast"
			}
		}
	}
}

// servedOn links the server s with the listener o, and reports whether o is a
// port or may be one. A type of the program's own that implements
// net.Listener is one when it holds one.
func (fi *Finder) servedOn(s *Listener, o *origin.Object, depth int) bool {
	switch {
	case o.Type == origin.TypeNotPort:
		return false
	case o.Type == origin.TypeListener:
		for _, l := range fi.Listeners {
			if l != s && !l.Serves && !l.Serving && l.Call != nil && o.Node() == l.Call {
				l.plain = l.plain || l.ServedBy != nil && l.ServedBy.TLS != s.TLS
				l.ServedBy = s
				s.Bound = append(s.Bound, l)
				s.TLS = s.TLS || l.TLS
			}
		}
		return true
	case depth > 2 || o.Node() == nil:
		return true
	}
	port, holds := false, false
	for _, v := range fi.ev.ListenersIn(o) {
		holds = true
		inner, all := fi.ev.Close(v).Objects()
		port = port || !all
		for _, i := range inner {
			port = fi.servedOn(s, i, depth+1) || port
		}
	}
	return holds && port
}
