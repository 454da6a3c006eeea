package program

import (
	"slices"

	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/route"
)

// Probed is whether those who use a server can ask it whether it is well.
type Probed uint8

// The answers.
const (
	ProbedUnknown Probed = iota // not all that it serves is known
	ProbedYes                   // something that is served looks like a health endpoint
	ProbedNo                    // all that is served is known, and nothing does
)

// Health tells whether the server that l starts can be asked whether it is
// well. Of HTTP, it is enough that some listener of the program has an
// endpoint for it; a gRPC server is asked by its own health service. The
// answer is about the program only when the package is one.
func (p *Program) Health(l *listener.Listener) Probed {
	switch {
	case !l.Serves || !p.Main:
		return ProbedUnknown
	case listener.GrpcServers[l.Life.Type]:
		return p.grpcHealth(l)
	case route.IsHTTP(l.Proto):
		return p.httpHealth()
	}
	return ProbedUnknown
}

func (p *Program) grpcHealth(l *listener.Listener) Probed {
	server := p.Identify(p.ev.Close(l.Server))
	switch {
	case p.merged.Probes.GRPCHealth:
		return ProbedYes // in another package, perhaps on this server
	case p.Found().GRPCHealth && len(p.HealthServers()) == 0:
		return ProbedYes // by its description
	}
	for _, v := range p.HealthServers() {
		if server.Meets(p.Identify(p.ev.Close(v))) {
			return ProbedYes
		}
	}
	// Which server it is does not matter where none has a health service, of those that
	// the modules worked on make.
	which := server.Any || server.Open
	if which && (!l.Own || len(p.HealthServers()) > 0) || p.Found().GRPCHidden || p.merged.Probes.GRPCHidden {
		return ProbedUnknown
	}
	return ProbedNo
}

func (p *Program) httpHealth() Probed {
	all := p.Found()
	all.Add(p.merged.Probes)
	switch {
	case all.Health || all.GRPCHealth:
		return ProbedYes
	case all.Aside && len(p.IdleMuxes()) == 0:
		return ProbedYes
	case all.Hidden:
		return ProbedUnknown
	}
	for _, l := range p.all() {
		if !p.servesSeen(l) {
			return ProbedUnknown
		}
	}
	return ProbedNo
}

// IdleMuxes returns the muxes that are there without being made and that nobody serves,
// in the terms of Served.Muxes: the default mux of net/http, if every server has another
// handler, and it is no part of one.
func (p *Program) IdleMuxes() []string {
	if p.Found().Served || p.merged.Probes.Served ||
		slices.ContainsFunc(p.all(), func(l *listener.Listener) bool { return p.MayServeDefault(l.Proto, p.ev.Close(l.Handler)) }) {
		return nil
	}
	return []string{mux.DefaultSite}
}

// servesSeen reports whether all that is served on l is in sight, as far as it
// can be a health endpoint.
func (p *Program) servesSeen(l *listener.Listener) bool {
	switch {
	case l.Socket() || l.Probe || l.Net == "udp" || l.Net == "multicast" || l.Net == "raw":
		return true
	case l.Serves || l.Serving:
		return !route.IsHTTP(l.Proto) && l.Proto != "rpc" && l.Proto != "" || l.Role == role.ACME || l.Role == role.Redirect ||
			l.Role == role.Pprof || l.Role == role.Metrics || p.HandlerKnown(p.ev.Close(l.Handler), 0)
	case l.Role == role.Pprof || l.Role == role.Metrics:
		return true
	}
	// A port that something is to serve on.
	return l.ServedBy != nil || slices.ContainsFunc(p.Listeners, func(o *listener.Listener) bool {
		return o.Serving && o.Inherited && l.Inherited && o.Node == l.Node && o.Node != nil
	})
}

// PublicServers returns the servers that the program starts for users who may be
// anywhere: not those for its operator, nor those on this machine only.
func (p *Program) PublicServers() []*listener.Listener {
	var ls []*listener.Listener
	for _, l := range p.all() {
		local := l.DefaultsToLoopback() || slices.ContainsFunc(l.Bound, func(b *listener.Listener) bool { return b.DefaultsToLoopback() || b.Socket() })
		if !l.Serves || l.Dropped || local || l.Auxiliary() || p.LocalByDesign(l) || l.Net == "fd" || !p.onPort(l) {
			continue
		}
		if l.Node != nil && !p.Reportable(l.Node.Pos()) {
			continue
		}
		ls = append(ls, l)
	}
	// The start itself comes before the calls that lead to it.
	slices.SortStableFunc(ls, func(a, b *listener.Listener) int {
		switch {
		case a.Inherited == b.Inherited:
			return 0
		case b.Inherited:
			return -1
		}
		return 1
	})
	return ls
}

// onPort reports whether the server that l starts is sure to be on a port: it
// binds one itself, or is put on a listener that is made in sight.
func (p *Program) onPort(l *listener.Listener) bool {
	if !l.Serving || len(l.Bound) > 0 {
		return true
	}
	objs, all := p.ev.Close(l.On).Objects()
	return all && !slices.ContainsFunc(objs, func(o *origin.Object) bool { return o.Type != origin.TypeListener })
}
