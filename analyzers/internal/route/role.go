package route

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
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

func (ro *Roles) collectRoutes() {
	for _, call := range ro.ev.CallsWith(catalog.Route) {
		r := ro.ev.Row(ro.src.Callee(call), catalog.Route)
		rt := route{dflt: !r.Mux.Set, role: Role(r.Role), made: r.Mux.Arg == catalog.Result}
		if v, _, ok := ro.ev.Slot(call, r.Pattern); ok {
			rt.pattern, rt.known = v.Single()
		}
		if v, _, ok := ro.ev.Slot(call, r.Handler); ok {
			rt.handler = v
		} else if !r.Handler.Set {
			rt.handler = origin.Named(origin.Unknown, "") // not the default mux
		}
		if v, _, ok := ro.ev.Slot(call, r.Mux); ok {
			rt.mux = ro.ev.Close(v)
			for _, a := range rt.mux.Alts {
				if a.Obj != nil && a.Obj.Site == defaultMux {
					rt.dflt = true
				}
			}
		}
		ro.routes = append(ro.routes, rt)
	}
}

// OwnDefaultRoutes reports whether the package registers a handler on the
// default mux that serves the program's users.
func (ro *Roles) OwnDefaultRoutes() bool {
	for _, r := range ro.routes {
		if r.dflt && ro.routeRole(r) == "" {
			return true
		}
	}
	return false
}

// routeRole returns the auxiliary role of one route, or "".
func (ro *Roles) routeRole(r route) Role {
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
	return ro.HandlerRole(r.handler, 0)
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

// HandlerRole returns the auxiliary role of a handler, or "" when it may serve
// the program's users.
func (ro *Roles) HandlerRole(v origin.Value, depth int) Role {
	if depth > 5 {
		return ""
	}
	if len(v.Alts) == 0 {
		return ro.defaultMuxRole()
	}
	var role Role
	for i, a := range v.Alts {
		r := ro.altRole(a, depth)
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

func (ro *Roles) altRole(a origin.Alt, depth int) Role {
	if fn, lit := a.Func(); fn != nil || lit != nil {
		if r := ro.ev.Row(fn, catalog.Handler); r != nil {
			return Role(r.Role)
		}
		var body *ast.BlockStmt
		switch {
		case lit != nil:
			body = lit.Body
		case ro.src.Decl(fn) != nil:
			body = ro.src.Decl(fn).Body
		}
		if body != nil && ro.redirectsToTLS(body) {
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
		return ro.defaultMuxRole()
	}
	return ro.muxRole(o, depth)
}

// defaultMuxRole returns the role of a server without a handler.
func (ro *Roles) defaultMuxRole() Role {
	// A mux may be registered on itself, below a prefix.
	if ro.base.Routes || ro.busyMux[""] {
		return ""
	}
	ro.busyMux[""] = true
	defer delete(ro.busyMux, "")
	var role Role
	n := 0
	for _, r := range ro.routes {
		if !r.dflt {
			continue
		}
		rr := ro.routeRole(r)
		if rr == "" {
			return ""
		}
		role = mix(role, rr, n == 0)
		n++
	}
	if ro.base.Pprof {
		return mix(role, Pprof, n == 0)
	}
	return role
}

// muxRole returns the role of a mux by what is registered on it.
func (ro *Roles) muxRole(o *origin.Object, depth int) Role {
	if o.Node() == nil || ro.handedOn(o) || ro.busyMux[o.Site] {
		return ""
	}
	ro.busyMux[o.Site] = true
	defer delete(ro.busyMux, o.Site)
	var role Role
	n := 0
	for _, r := range ro.routes {
		if r.dflt || r.made || !touches(r.mux, o.Site) {
			continue
		}
		rr := ro.routeRole(r)
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
func (ro *Roles) handedOn(o *origin.Object) bool {
	return slices.ContainsFunc(ro.muxArgs(), func(v origin.Value) bool {
		return slices.ContainsFunc(v.Alts, func(a origin.Alt) bool { return a.Obj == nil || a.Obj.Site == o.Site })
	})
}

// muxArgs returns the muxes that are arguments of functions of other packages
// of which the catalogue knows nothing.
func (ro *Roles) muxArgs() []origin.Value {
	if ro.muxes != nil {
		return *ro.muxes
	}
	ro.muxes = new([]origin.Value)
	for cur := range ro.aboutMuxes((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn := ro.src.Callee(call)
		if fn == nil || fn.Pkg() == ro.src.Pkg || fn.Pkg() == nil || len(ro.ev.Rows(fn)) > 0 {
			continue
		}
		for _, a := range call.Args {
			t := ro.src.Info.TypeOf(a)
			if ptr, ok := t.(*types.Pointer); ok {
				t = ptr.Elem()
			}
			if n, ok := types.Unalias(t).(*types.Named); ok && ro.isMux(n) {
				*ro.muxes = append(*ro.muxes, ro.ev.Close(ro.ev.Eval(a)))
			}
		}
	}
	return *ro.muxes
}

// isMux reports whether values of type n, or pointers to them, are muxes.
func (ro *Roles) isMux(n *types.Named) bool {
	return ro.ev.TypeRow(n, catalog.Mux) != nil || n.Obj().Name() == "ServeMux" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http"
}

// redirectsToTLS reports whether a handler's body does little but redirect to
// https.
func (ro *Roles) redirectsToTLS(body *ast.BlockStmt) bool {
	if len(body.List) > 12 {
		return false
	}
	redirects, https := false, false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if fn := ro.src.Callee(n); fn != nil && fn.FullName() == "net/http.Redirect" {
				redirects = true
			}
		case *ast.BasicLit:
			https = https || strings.Contains(n.Value, "https")
		}
		return true
	})
	return redirects && https
}

// UsersReach reports whether a route for the program's users is known on a mux
// that handler may be.
func (ro *Roles) UsersReach(handler origin.Value) bool {
	return slices.ContainsFunc(ro.routes, func(r route) bool {
		if !r.known || r.dflt || ro.routeRole(r) != "" {
			return false
		}
		return slices.ContainsFunc(handler.Alts, func(a origin.Alt) bool {
			return a.Obj != nil && slices.ContainsFunc(r.mux.Alts, func(b origin.Alt) bool {
				return b.Obj != nil && b.Obj.Site == a.Obj.Site
			})
		})
	})
}

// aboutMuxes yields the nodes of the types of nodes in the declarations that
// may have a mux in their hands.
func (ro *Roles) aboutMuxes(nodes ...ast.Node) iter.Seq[inspector.Cursor] {
	return source.Below(ro.src.Mentioning(func(obj types.Object) bool { return source.Gives(obj, ro.isMux) }), nodes...)
}
