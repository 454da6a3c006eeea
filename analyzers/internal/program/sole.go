package program

import (
	"slices"

	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/role"
)

// all returns the listeners of this package and those made when imported
// packages are initialised.
func (p *Program) all() []*listener.Listener {
	return append(slices.Clone(p.Listeners), p.initial...)
}

// counts reports whether l says something of what the program listens on.
func (p *Program) counts(l *listener.Listener) bool {
	return !l.Dropped && !l.Probe && (l.Node == nil || !p.InTest(l.Node))
}

// Places returns where the listeners of this package are made.
func (p *Program) Places() (places []string) {
	for _, l := range p.Listeners {
		if p.counts(l) {
			places = append(places, l.At)
		}
	}
	return places
}

// findSole finds out whether the program has one listener only, and tells it
// so: it is the program's face, whatever it serves. So is what is called an
// admin's where nothing is for anybody else. That is known in package main, where
// everything that listens is linked in; a library keeps the role that the
// routes and names say.
func (p *Program) findSole() {
	if !p.Main {
		return
	}
	all := slices.DeleteFunc(p.all(), func(l *listener.Listener) bool { return !p.counts(l) })
	faces := p.Faces(all)
	if len(faces) == 0 || p.elsewhere(all) {
		return
	}
	one := !slices.ContainsFunc(faces[1:], func(l *listener.Listener) bool { return !p.oneFace(faces[0], l) })
	users := slices.ContainsFunc(faces, func(l *listener.Listener) bool { return l.Role == "" })
	for _, l := range all {
		if l.Role == role.Admin && !users {
			l.Role = ""
		}
		l.Sole = one && !p.forOperatorAlone(l)
	}
}

// forOperatorAlone reports whether l is for the operator even if it is all
// that the program listens on: profiles on this machine, as the documentation
// of net/http/pprof has them for programs without a server, what only its name
// says to be for the operator, and what stands beside other work. Metrics are
// what an exporter is there for.
func (p *Program) forOperatorAlone(l *listener.Listener) bool {
	switch l.Role {
	case "", role.Metrics:
		return false
	case role.Pprof:
		if l.DefaultsToLoopback() {
			return true
		}
	case role.Operator:
		if p.HandlerRole(p.ev.Close(l.Handler)) == "" {
			return true
		}
	}
	return p.worksBeside(l)
}

// oneFace reports whether a and b are one server, started in two branches. What is for
// others is another one, also where both are started by one call of another package.
func (p *Program) oneFace(a, b *listener.Listener) bool {
	if a.Role != b.Role {
		return false
	}
	if a.Node == nil || b.Node == nil {
		return a.At == b.At
	}
	if a.Serves && b.Serves && p.SameServer(a, b) {
		return true
	}
	sites, others := p.Handlers(a), p.Handlers(b)
	return len(sites) > 0 && slices.Equal(sites, others) && p.HandlerRole(p.ev.Close(a.ServingOn().Handler)) != "" &&
		!slices.Contains(sites, "net/http.DefaultServeMux")
}

// Exporter reports whether the program's only listener serves metrics: that is
// what it is there for, and those who ask come again. In a library it is the
// only one as far as this sees.
func (p *Program) Exporter() bool {
	if p.Main {
		return slices.ContainsFunc(p.all(), func(l *listener.Listener) bool { return l.Exporter() })
	}
	all := slices.DeleteFunc(p.all(), func(l *listener.Listener) bool { return !p.counts(l) })
	return len(all) > 0 && !p.elsewhere(all) && !slices.ContainsFunc(all, func(l *listener.Listener) bool { return l.Role != role.Metrics })
}

// elsewhere reports whether a package that this one imports listens where none
// of all does.
func (p *Program) elsewhere(all []*listener.Listener) bool {
	return slices.ContainsFunc(p.merged.Places, func(at string) bool {
		return !slices.ContainsFunc(all, func(l *listener.Listener) bool { return l.At == at })
	})
}
