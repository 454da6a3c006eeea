package program

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
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
func (p *Program) Health(l *Listener) Probed {
	switch {
	case !l.Serves || !p.Main:
		return ProbedUnknown
	case grpcServers[l.Life.Type]:
		return p.grpcHealth(l)
	case isHTTP(l.Proto):
		return p.httpHealth()
	}
	return ProbedUnknown
}

// GRPC reports whether l starts a gRPC server.
func (l *Listener) GRPC() bool { return grpcServers[l.Life.Type] }

// grpcServers are the types of servers that have the services that are
// registered on them, and no others.
var grpcServers = map[string]bool{
	"google.golang.org/grpc.Server":         true,
	"google.golang.org/grpc/xds.GRPCServer": true,
}

func isHTTP(proto string) bool { return proto == "http" || proto == "https" || proto == "http3" }

func (p *Program) grpcHealth(l *Listener) Probed {
	server := p.identify(p.ev.Close(l.Server))
	switch {
	case p.merged.Probes.GRPCHealth:
		return ProbedYes // in another package, perhaps on this server
	case p.seen.GRPCHealth && len(p.healthServices) == 0:
		return ProbedYes // by its description
	}
	for _, v := range p.healthServices {
		if server.meets(p.identify(p.ev.Close(v))) {
			return ProbedYes
		}
	}
	if server.any || server.open || p.seen.GRPCHidden || p.merged.Probes.GRPCHidden {
		return ProbedUnknown
	}
	return ProbedNo
}

func (p *Program) httpHealth() Probed {
	all := p.seen
	all.add(p.merged.Probes)
	switch {
	case all.Health || all.GRPCHealth:
		return ProbedYes
	case all.Hidden:
		return ProbedUnknown
	}
	ls := slices.Clone(p.Listeners)
	for _, f := range p.merged.Init {
		ls = append(ls, p.decode(f, nil))
	}
	for _, l := range ls {
		if !p.servesSeen(l) {
			return ProbedUnknown
		}
	}
	return ProbedNo
}

// servesSeen reports whether all that is served on l is in sight, as far as it
// can be a health endpoint.
func (p *Program) servesSeen(l *Listener) bool {
	switch {
	case l.Socket() || l.Probe || l.Net == "udp" || l.Net == "multicast" || l.Net == "raw":
		return true
	case l.Serves || l.Serving:
		return !isHTTP(l.Proto) && l.Proto != "rpc" && l.Proto != "" || l.Role == ACME || l.Role == Redirect ||
			l.Role == Pprof || l.Role == Metrics || p.handlerKnown(p.ev.Close(l.Handler), 0)
	case l.Role == Pprof || l.Role == Metrics:
		return true
	}
	// A port that something is to serve on.
	return l.serving != nil || slices.ContainsFunc(p.Listeners, func(o *Listener) bool {
		return o.Serving && o.Inherited && l.Inherited && o.Node == l.Node && o.Node != nil
	})
}

// handlerKnown reports whether all routes of what v serves are in sight: it is
// a mux, or middleware of the modules worked on before one.
func (p *Program) handlerKnown(v origin.Value, depth int) bool {
	if depth > 6 {
		return false
	}
	if len(v.Alts) == 0 {
		return !p.merged.Probes.Default
	}
	for _, a := range v.Alts {
		if !p.altKnown(a, depth) {
			return false
		}
	}
	return true
}

func (p *Program) altKnown(a origin.Alt, depth int) bool {
	if fn, lit := a.Func(); fn != nil || lit != nil {
		if r := p.ev.Row(fn, catalog.Handler); r != nil {
			if r.Handler.Arg == catalog.Receiver && a.Bound() != nil {
				return p.handlerKnown(p.ev.Close(p.ev.Eval(a.Bound())), depth+1) // router.Handler, of fasthttp
			}
			return r.Role != ""
		}
		if lit != nil {
			return p.passesOnTo(lit.Body, depth)
		}
		d := p.src.Decl(fn)
		return d != nil && d.Body != nil && p.passesOnTo(d.Body, depth)
	}
	o := a.Obj
	switch {
	case o == nil:
		return false
	case o.Site == defaultMux:
		return !p.merged.Probes.Default
	case o.Type == origin.TypeHandler:
		return o.Role != ""
	}
	pkg, name, ok := cutType(o.Type)
	if !ok {
		return false
	}
	if p.cat.Package(pkg).Mux(o.Type) {
		return o.Node() != nil || p.madeHere(o)
	}
	if pkg != p.pass.Pkg.Path() || o.Node() == nil {
		return false
	}
	tn, ok := p.pass.Pkg.Scope().Lookup(name).(*types.TypeName)
	if !ok {
		return false
	}
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, p.pass.Pkg, "ServeHTTP")
	fn, ok := m.(*types.Func)
	if !ok {
		return false
	}
	if d := p.src.Decl(fn.Origin()); d != nil && d.Body != nil {
		return p.passesOnTo(d.Body, depth)
	}
	return p.muxOf(tn.Type()) == httpMux // that of the mux in it
}

// madeHere reports whether a mux of another package was made by one of the
// modules worked on.
func (p *Program) madeHere(o *origin.Object) bool {
	return slices.ContainsFunc(p.merged.Own, func(path string) bool { return strings.HasPrefix(o.Site, path+":") })
}

// cutType cuts the name of a type off its import path.
func cutType(typ string) (pkg, name string, ok bool) {
	i := strings.LastIndexByte(typ, '.')
	if i < 0 {
		return "", "", false
	}
	return typ[:i], typ[i+1:], true
}

// passesOnTo reports whether a handler's body hands the request on, to
// handlers of which all routes are in sight: it is middleware. What paths it
// answers itself, it has to name.
func (p *Program) passesOnTo(body *ast.BlockStmt, depth int) bool {
	found, known := false, true
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "ServeHTTP" || len(call.Args) != 2 {
			return true
		}
		found = true
		v, _, _ := p.ev.Slot(call, onReceiver)
		known = known && len(v.Alts) > 0 && p.handlerKnown(p.ev.Close(v), depth+1)
		return true
	})
	return found && known
}

// Servers returns the servers that the program starts for users who may be
// anywhere: not those for its operator, nor those on this machine only.
func (p *Program) Servers() []*Listener {
	var ls []*Listener
	all := slices.Clone(p.Listeners)
	for _, f := range p.merged.Init {
		all = append(all, p.decode(f, nil))
	}
	for _, l := range all {
		local := l.DefaultsToLoopback() || slices.ContainsFunc(l.bound, func(b *Listener) bool { return b.DefaultsToLoopback() || b.Socket() })
		if !l.Serves || l.dropped || local || l.Auxiliary() || p.LocalByDesign(l) || l.Net == "fd" || !p.onPort(l) {
			continue
		}
		if l.Node != nil && !p.Reportable(l.Node.Pos()) {
			continue
		}
		ls = append(ls, l)
	}
	// The start itself comes before the calls that lead to it.
	slices.SortStableFunc(ls, func(a, b *Listener) int {
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
func (p *Program) onPort(l *Listener) bool {
	if !l.Serving || len(l.bound) > 0 {
		return true
	}
	objs, all := p.ev.Close(l.On).Objects()
	return all && !slices.ContainsFunc(objs, func(o *origin.Object) bool { return o.Type != origin.TypeListener })
}
