package program

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Role says whom a listener is for. The zero Role is the program's users.
type Role string

// The roles of auxiliary listeners.
const (
	Metrics  Role = "metrics"
	Pprof    Role = "pprof"
	Health   Role = "health"
	ACME     Role = "acme"
	Redirect Role = "redirect"
	// Operator is a mix of metrics, pprof and health.
	Operator Role = "operator"
)

// Auxiliary reports whether the listener is for the operator of the process.
func (l *Listener) Auxiliary() bool { return l.Role != "" }

// route is one registration of a handler.
type route struct {
	mux     origin.Value
	dflt    bool // on the default mux
	pattern string
	handler origin.Value
	known   bool // pattern and mux are known
	role    Role // what the catalogue says of it
	made    bool // by the call that makes the mux
}

func (p *Program) collectRoutes() {
	for _, call := range p.ev.CallsWith(catalog.Route) {
		r := p.ev.Row(p.src.Callee(call), catalog.Route)
		rt := route{dflt: !r.Mux.Set, role: Role(r.Role), made: r.Mux.Arg == catalog.Result}
		if v, _, ok := p.ev.Slot(call, r.Pattern); ok {
			rt.pattern, rt.known = single(v)
		}
		if v, _, ok := p.ev.Slot(call, r.Handler); ok {
			rt.handler = v
		} else if !r.Handler.Set {
			rt.handler = origin.Named(origin.Unknown, "") // not the default mux
		}
		if v, _, ok := p.ev.Slot(call, r.Mux); ok {
			rt.mux = p.ev.Close(v)
			for _, a := range rt.mux.Alts {
				if a.Obj != nil && a.Obj.Site == defaultMux {
					rt.dflt = true
				}
			}
		}
		p.routes = append(p.routes, rt)
	}
}

// ownDefaultRoutes reports whether the package registers a handler on the
// default mux that serves the program's users.
func (p *Program) ownDefaultRoutes() bool {
	for _, r := range p.routes {
		if r.dflt && p.routeRole(r) == "" {
			return true
		}
	}
	return false
}

// routeRole returns the auxiliary role of one route, or "".
func (p *Program) routeRole(r route) Role {
	if r.role != "" {
		return r.role
	}
	path := r.pattern
	if i := strings.IndexByte(path, '/'); i >= 0 {
		path = path[i:] // "GET /metrics"
	}
	switch {
	case strings.HasPrefix(path, "/debug/"):
		return Pprof
	case r.known && isHealthPath(path):
		return Health
	case r.known && strings.HasSuffix(strings.TrimSuffix(path, "/"), "/metrics"):
		return Metrics
	}
	return p.handlerRole(r.handler, 0)
}

// healthSegments are the last segments of the paths of health endpoints.
var healthSegments = map[string]bool{
	"health": true, "healthz": true, "livez": true, "readyz": true, "ready": true, "live": true, "status": true,
	"ping": true, "up": true, "healthy": true, "alive": true, "liveness": true, "readiness": true,
	"healthcheck": true, "health-check": true, "_health": true, "heartbeat": true,
}

func isHealthPath(path string) bool {
	path = strings.TrimSuffix(path, "/")
	i := strings.LastIndexByte(path, '/')
	return i >= 0 && healthSegments[path[i+1:]]
}

// setRole finds out whom a listener is for, from what it serves.
func (p *Program) setRole(l *Listener) {
	if l.Role != "" || l.dropped {
		return
	}
	switch {
	case l.serving != nil:
		p.setRole(l.serving)
		l.Role = l.serving.Role
	case l.Serves:
		l.Role = p.handlerRole(l.Handler, 0)
	}
	if l.Role == "" && l.of != nil && l.of.Node != nil {
		p.setRole(l.of)
		l.Role = l.of.Role
	}
	if l.Role == "" && l.Node != nil && !p.servesUsers(l) && p.saysOperator(l) {
		l.Role = Operator
	}
}

// servesUsers reports whether a route for the program's users is in sight.
func (p *Program) servesUsers(l *Listener) bool {
	handler := l.Handler
	if l.serving != nil {
		handler = l.serving.Handler
	}
	return slices.ContainsFunc(p.routes, func(r route) bool {
		if !r.known || r.dflt || p.routeRole(r) != "" {
			return false
		}
		return slices.ContainsFunc(handler.Alts, func(a origin.Alt) bool {
			return a.Obj != nil && slices.ContainsFunc(r.mux.Alts, func(b origin.Alt) bool {
				return b.Obj != nil && b.Obj.Site == a.Obj.Site
			})
		})
	})
}

// OperatorWords in the name of what starts a listener, or of its address, say
// that it is for the operator.
var OperatorWords = []string{"pprof", "debug", "profil", "diag", "metrics"}

// saysOperator reports whether names say that l is for the operator. Handlers
// are often put together where nobody can follow, and a listener whose
// function is called startPprof is not for the program's users.
func (p *Program) saysOperator(l *Listener) bool {
	names := p.surroundings(l)
	if l.call != nil {
		names = append(names, identifiers(l.call.Fun)...)
	}
	if l.AddrExpr != nil {
		names = append(names, identifiers(l.AddrExpr)...)
	}
	if e := l.Port.Anchor(); e != nil {
		names = append(names, identifiers(e)...)
	}
	return slices.ContainsFunc(names, func(name string) bool {
		name = strings.ToLower(name)
		return slices.ContainsFunc(OperatorWords, func(w string) bool { return strings.Contains(name, w) })
	})
}

// handlerRole returns the auxiliary role of a handler, or "" when it may serve
// the program's users.
func (p *Program) handlerRole(v origin.Value, depth int) Role {
	if depth > 5 {
		return ""
	}
	if len(v.Alts) == 0 {
		return p.defaultMuxRole()
	}
	var role Role
	for i, a := range v.Alts {
		r := p.altRole(a, depth)
		if r == "" {
			return ""
		}
		role = mix(role, r, i == 0)
	}
	return role
}

func mix(a, b Role, first bool) Role {
	if first || a == b {
		return b
	}
	return Operator
}

func (p *Program) altRole(a origin.Alt, depth int) Role {
	if fn, lit := a.Func(); fn != nil || lit != nil {
		if r := p.ev.Row(fn, catalog.Handler); r != nil {
			return Role(r.Role)
		}
		var body *ast.BlockStmt
		switch {
		case lit != nil:
			body = lit.Body
		case p.src.Decl(fn) != nil:
			body = p.src.Decl(fn).Body
		}
		if body != nil && p.redirectsToTLS(body) {
			return Redirect
		}
		return ""
	}
	o := a.Obj
	if o == nil {
		return ""
	}
	if o.Type == origin.TypeHandler {
		return Role(o.Role)
	}
	if o.Site == defaultMux {
		return p.defaultMuxRole()
	}
	return p.muxRole(o, depth)
}

// defaultMuxRole returns the role of a server without a handler.
func (p *Program) defaultMuxRole() Role {
	// A mux may be registered on itself, below a prefix.
	if p.merged.Routes || p.busyMux[""] {
		return ""
	}
	p.busyMux[""] = true
	defer delete(p.busyMux, "")
	var role Role
	n := 0
	for _, r := range p.routes {
		if !r.dflt {
			continue
		}
		rr := p.routeRole(r)
		if rr == "" {
			return ""
		}
		role = mix(role, rr, n == 0)
		n++
	}
	if p.merged.Pprof {
		return mix(role, Pprof, n == 0)
	}
	return role
}

// muxRole returns the role of a mux by what is registered on it.
func (p *Program) muxRole(o *origin.Object, depth int) Role {
	if o.Node() == nil || p.handedOn(o) || p.busyMux[o.Site] {
		return ""
	}
	p.busyMux[o.Site] = true
	defer delete(p.busyMux, o.Site)
	var role Role
	n := 0
	for _, r := range p.routes {
		if r.dflt || r.made || !touches(r.mux, o.Site) {
			continue
		}
		rr := p.routeRole(r)
		if rr == "" {
			return ""
		}
		role = mix(role, rr, n == 0)
		n++
	}
	return role
}

// touches reports whether v may be the object made at site.
func touches(v origin.Value, site string) bool {
	if len(v.Alts) == 0 {
		return true
	}
	for _, a := range v.Alts {
		if a.Obj == nil || a.Obj.Site == site {
			return true
		}
	}
	return false
}

// handedOn reports whether the mux o is given to a function of another
// package, which may register what it likes.
func (p *Program) handedOn(o *origin.Object) bool {
	return slices.ContainsFunc(p.muxArgs(), func(v origin.Value) bool {
		return slices.ContainsFunc(v.Alts, func(a origin.Alt) bool { return a.Obj == nil || a.Obj.Site == o.Site })
	})
}

// muxArgs returns the muxes that are arguments of functions of other packages
// of which the catalogue knows nothing.
func (p *Program) muxArgs() []origin.Value {
	if p.muxes != nil {
		return *p.muxes
	}
	p.muxes = new([]origin.Value)
	for cur := range p.aboutMuxes((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn := p.src.Callee(call)
		if fn == nil || fn.Pkg() == p.pass.Pkg || fn.Pkg() == nil || len(p.ev.Rows(fn)) > 0 {
			continue
		}
		for _, a := range call.Args {
			t := p.pass.TypesInfo.TypeOf(a)
			if ptr, ok := t.(*types.Pointer); ok {
				t = ptr.Elem()
			}
			if n, ok := types.Unalias(t).(*types.Named); ok && p.isMux(n) {
				*p.muxes = append(*p.muxes, p.ev.Close(p.ev.Eval(a)))
			}
		}
	}
	return *p.muxes
}

// isMux reports whether values of type n, or pointers to them, are muxes.
func (p *Program) isMux(n *types.Named) bool {
	return p.ev.TypeRow(n, catalog.Mux) != nil || n.Obj().Name() == "ServeMux" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http"
}

// redirectsToTLS reports whether a handler's body does little but redirect to
// https.
func (p *Program) redirectsToTLS(body *ast.BlockStmt) bool {
	if len(body.List) > 12 {
		return false
	}
	redirects, https := false, false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if fn := p.src.Callee(n); fn != nil && fn.FullName() == "net/http.Redirect" {
				redirects = true
			}
		case *ast.BasicLit:
			https = https || strings.Contains(n.Value, "https")
		}
		return true
	})
	return redirects && https
}

// linkServings tells each bound listener what serves on it, so that it takes
// its role, and drops servers on listeners that are no ports.
func (p *Program) linkServings() {
	for _, s := range p.Listeners {
		if !s.Serving {
			continue
		}
		objs, all := p.ev.Close(s.On).Objects()
		ports := !all
		for _, o := range objs {
			ports = p.servedOn(s, o, 0) || ports
		}
		s.dropped = !ports
	}
	for _, l := range p.Listeners {
		for of := l.of; l.serving == nil && of != nil; of = of.of {
			l.serving = of.serving
		}
		if l.serving != nil {
			l.TLS = l.TLS || l.serving.TLS
			if l.Proto == "" || l.Proto == "tls" {
				l.Proto = l.serving.Proto
			}
		}
	}
}

// servedOn links the server s with the listener o, and reports whether o is a
// port or may be one. A type of the program's own that implements
// net.Listener is one when it holds one.
func (p *Program) servedOn(s *Listener, o *origin.Object, depth int) bool {
	switch {
	case o.Type == origin.TypeNotPort:
		return false
	case o.Type == origin.TypeListener:
		for _, l := range p.Listeners {
			if l != s && !l.Serves && !l.Serving && l.call != nil && o.Node() == l.call {
				l.serving = s
				s.bound = append(s.bound, l)
				s.TLS = s.TLS || l.TLS
			}
		}
		return true
	case depth > 2 || o.Node() == nil:
		return true
	}
	port, holds := false, false
	for _, v := range p.ev.ListenersIn(o) {
		holds = true
		inner, all := p.ev.Close(v).Objects()
		port = port || !all
		for _, i := range inner {
			port = p.servedOn(s, i, depth+1) || port
		}
	}
	return holds && port
}
