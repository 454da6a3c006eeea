package role

import (
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
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
	// Operator is a mix of pprof, health and other things that are no metrics.
	Operator Role = "operator"
	// Admin is what is called an admin's or monitoring, whatever it serves: for
	// the operator beside what is for the program's users, else its face.
	Admin Role = "admin"
	// landing is a page that says where the metrics are. By itself it is a
	// page like others.
	landing Role = "landing"
	// exporterPage is a landing page as only exporters have it: what they serve
	// beside metrics is for those who look after them.
	exporterPage Role = "exporter"
)

// isPage reports whether r is that of a page which takes the role of what is
// served beside it.
func (r Role) isPage() bool { return r == landing || r == exporterPage }

// route is one registration of a handler.
type route struct {
	mux     origin.Value
	on      types.Type // what the mux is there
	dflt    bool       // on the default mux
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
			if rt.pattern, rt.known = v.Single(); !rt.known {
				rt.pattern = beginning(v)
			}
		}
		if v, _, ok := ro.ev.Slot(call, r.Handler); ok {
			rt.handler = v
		} else if !r.Handler.Set {
			rt.handler = origin.Named(origin.Unknown, "") // not the default mux
		}
		if v, e, ok := ro.ev.Slot(call, r.Mux); ok {
			rt.mux, rt.on = ro.ev.Close(v), ro.src.Info.TypeOf(e)
			for _, a := range rt.mux.Alts {
				if a.Obj != nil && a.Obj.Site == mux.DefaultSite {
					rt.dflt = true
				}
			}
		}
		ro.routes = append(ro.routes, rt)
	}
}

// beginning returns the known text that all alternatives of v begin with, as
// "/debug/cache/" + name does, or "".
func beginning(v origin.Value) (text string) {
	for i, a := range v.Alts {
		if len(a.Pieces) == 0 || a.Pieces[0].Kind != origin.Literal || i > 0 && a.Pieces[0].Text != text {
			return ""
		}
		text = a.Pieces[0].Text
	}
	return text
}

// OwnDefaultRoutes reports whether the package registers a handler on the
// default mux that serves the program's users.
func (ro *Roles) OwnDefaultRoutes() bool {
	role, n := ro.roleOf(func(r route) bool { return r.dflt })
	return n > 0 && role == ""
}

// roleOf returns the role of those routes that are ones, "" when one of them
// is for the program's users, and their number.
func (ro *Roles) roleOf(is func(route) bool) (role Role, n int) {
	has := make(map[Role]bool)
	for _, r := range ro.routes {
		if !is(r) {
			continue
		}
		n++
		rr := ro.routeRole(r)
		has[rr] = true
		if rr != "" && !rr.isPage() {
			role = mix(role, rr)
		}
	}
	switch {
	case role == Metrics && has[exporterPage]:
		return Metrics, n
	case has[""], role != Metrics && (has[landing] || has[exporterPage]):
		return "", n
	}
	return role, n
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
	case r.known && IsHealthPath(path) && !source.BelowVariable(path):
		return Health
	case r.known && strings.HasSuffix(strings.TrimSuffix(path, "/"), "/metrics"):
		return Metrics
	case strings.HasPrefix(path, "/-/"):
		return Operator // as Prometheus and its kin have them: /-/reload
	}
	role := ro.handlerRole(r.handler)
	if root := path == "/" || path == "/{$}"; r.known && root && (role == "" || role == Redirect) && ro.isLanding(r.handler) {
		return landing
	}
	return role
}

// isLanding reports whether v is a landing page.
func (ro *Roles) isLanding(v origin.Value) bool {
	for _, a := range v.Alts {
		fn, lit := a.Func()
		body := ro.src.Body(fn, lit)
		if body == nil || !ro.landing(body) {
			return false
		}
	}
	return len(v.Alts) > 0
}

// healthSegments are the last segments of the paths of health endpoints, without the marks
// between words.
var healthSegments = map[string]bool{
	"health": true, "healthz": true, "livez": true, "readyz": true, "ready": true, "live": true, "status": true,
	"ping": true, "up": true, "healthy": true, "alive": true, "liveness": true, "readiness": true,
	"healthcheck": true, "heartbeat": true,
}

// IsHealthPath reports whether path is one that health endpoints usually have.
func IsHealthPath(path string) bool {
	path = strings.TrimSuffix(path, "/")
	i := strings.LastIndexByte(path, '/')
	return i >= 0 && healthSegments[strings.ReplaceAll(strings.ReplaceAll(path[i+1:], "-", ""), "_", "")]
}

// HandlerRole returns the auxiliary role of a handler, or "" when it may serve
// the program's users.
func (ro *Roles) HandlerRole(v origin.Value) Role {
	role := ro.handlerRole(v)
	if role.isPage() {
		return ""
	}
	return role
}

func (ro *Roles) handlerRole(v origin.Value) Role {
	if len(v.Alts) == 0 {
		return ro.defaultMuxRole()
	}
	var role Role
	for _, a := range v.Alts {
		r := ro.altRole(a)
		if r == "" {
			return ""
		}
		role = mix(role, r)
	}
	return role
}

// mix returns the role of what has the role a so far, "" for nothing yet, and
// something of the role b as well. Where there are metrics, health and pprof
// beside them change nothing.
func mix(a, b Role) Role {
	switch {
	case a == "" || a == b:
		return b
	case forOperator[a] && forOperator[b] && (a == Metrics || b == Metrics):
		return Metrics
	}
	return Operator
}

var forOperator = map[Role]bool{Metrics: true, Pprof: true, Health: true, Operator: true}

func (ro *Roles) altRole(a origin.Alt) Role {
	if fn, lit := a.Func(); fn != nil || lit != nil {
		if r := ro.ev.Row(fn, catalog.Handler); r != nil {
			return Role(r.Role)
		}
		body := ro.src.Body(fn, lit)
		switch {
		case body == nil:
			return ""
		case ro.redirects(body, 0):
			return Redirect
		}
		return ro.guards(body)
	}
	o := a.Obj
	if o == nil {
		return ""
	}
	if o.Type == origin.TypeHandler || o.Node() == nil && o.Role != "" {
		return Role(o.Role) // nobody can put more on a mux of another package that has one
	}
	if o.Site == mux.DefaultSite {
		return ro.defaultMuxRole()
	}
	return ro.muxRole(o)
}

// defaultMuxRole returns the role of a server without a handler.
func (ro *Roles) defaultMuxRole() Role {
	// A mux may be registered on itself, below a prefix.
	if ro.base.Routes || ro.busyMux[""] {
		return ""
	}
	ro.busyMux[""] = true
	defer delete(ro.busyMux, "")
	role, n := ro.roleOf(func(r route) bool { return r.dflt })
	if n > 0 && role == "" || ro.escapes(mux.Default) {
		return ""
	}
	if ro.base.Pprof {
		return mix(role, Pprof)
	}
	return role
}

// muxRole returns the role of a mux by what is registered on it, when that is
// all in sight.
func (ro *Roles) muxRole(o *origin.Object) Role {
	if o.Node() == nil || ro.busyMux[o.Site] {
		return ""
	}
	ro.busyMux[o.Site] = true
	defer delete(ro.busyMux, o.Site)
	role, _ := ro.roleOf(func(r route) bool {
		return !r.dflt && !r.made && ro.mayBe(r.on, o.Type) && ro.meets(r.mux, o)
	})
	if role == "" || ro.escapes(o) {
		return ""
	}
	return role
}

// UsersReach reports whether a route for the program's users is known on a mux
// that handler may be. A function at the root is none by itself: it may be a page
// that says what else there is.
func (ro *Roles) UsersReach(handler origin.Value) bool {
	return slices.ContainsFunc(ro.routes, func(r route) bool {
		return r.known && !r.dflt && ro.routeRole(r) == "" && r.isOn(handler) && !r.isFront()
	})
}

// isFront reports whether r is the root, and a function answers there.
func (r route) isFront() bool {
	return (r.pattern == "/" || r.pattern == "/{$}") && len(r.handler.Alts) > 0 && !slices.ContainsFunc(r.handler.Alts, func(a origin.Alt) bool {
		fn, lit := a.Func()
		return fn == nil && lit == nil
	})
}

// isOn reports whether the mux that r is registered on is known to be one that
// handler may be.
func (r route) isOn(handler origin.Value) bool {
	return slices.ContainsFunc(handler.Alts, func(a origin.Alt) bool {
		return a.Obj != nil && slices.ContainsFunc(r.mux.Alts, func(b origin.Alt) bool {
			return b.Obj != nil && b.Obj.Site == a.Obj.Site
		})
	})
}
