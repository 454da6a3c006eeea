package hardcodedport

import (
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/program"
)

// nameFor returns the environment variable that is to hold the port of l, or
// "" when that is not clear.
//
// Platforms set PORT, so it must go to the one listener that they send
// requests to. That is known in package main only, and if no other listener
// could be meant; the others are called by what they are for.
func nameFor(p *program.Program, l *program.Listener) string {
	name := roleName(p, l)
	if name == "" || !p.Main || slices.Contains(p.Env.Names, name) || name == "PORT" && p.ListensUnseen() {
		return ""
	}
	for _, o := range p.Listeners {
		if o != l && binds(o) && o.Cause(o.Port) != l.Cause(l.Port) && roleName(p, o) == name {
			return ""
		}
	}
	return name
}

// roleName returns what the variable for the port of l would be called.
func roleName(p *program.Program, l *program.Listener) string {
	if l.Auxiliary() {
		switch l.Role {
		case program.Metrics:
			return "METRICS_PORT"
		case program.Health:
			return "HEALTH_PORT"
		case program.Pprof, program.Operator, program.Admin:
			return "ADMIN_PORT"
		}
		return ""
	}
	beside := func(like func(*program.Listener) bool) bool {
		return slices.ContainsFunc(p.Listeners, func(o *program.Listener) bool {
			return o != l && binds(o) && !o.Auxiliary() && o.Net != "udp" && !like(o)
		})
	}
	switch {
	case l.Net == "udp":
		return "UDP_PORT"
	case web(l):
		if l.TLS && beside(func(o *program.Listener) bool { return o.TLS || !web(o) }) {
			return "HTTPS_PORT"
		}
	case l.Proto != "" && l.Proto != "tcp" && l.Proto != "tls":
		if beside(func(o *program.Listener) bool { return o.Proto == l.Proto }) {
			return strings.ToUpper(l.Proto) + "_PORT"
		}
	}
	return "PORT"
}

// web reports whether l serves HTTP.
func web(l *program.Listener) bool { return l.Proto == "http" || l.Proto == "https" }

// binds reports whether l has a port of its own. What stands in a function with
// a parameter for the port is there once more for each call.
func binds(l *program.Listener) bool { return !l.Serving && !l.Socket() && !l.Probe && !l.Open() }
