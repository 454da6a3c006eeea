package ports

import (
	"slices"
	"strings"
)

// healthWords are the last parts of the paths of health endpoints.
var healthWords = []string{
	"health", "healthz", "livez", "readyz", "ready", "live", "healthy", "alive", "liveness", "readiness",
	"healthcheck", "health-check", "_health", "heartbeat", "ping", "status", "up",
}

// health tells of each listener which health endpoint it has.
func (p *Program) health() {
	var web []*Listener
	for _, l := range p.Listeners {
		switch {
		case l.GRPC && p.GRPCWell:
			l.Health = []string{"grpc.health.v1.Health"}
			l.HealthShared = true
		case l.Proto == "http" || l.Proto == "https":
			web = append(web, l)
		}
	}
	defer func() {
		placed := !slices.ContainsFunc(p.Routes, func(r Route) bool { return r.behind })
		for _, l := range web {
			l.HealthNone = len(l.Health) == 0 && p.RoutesKnown && placed
		}
	}()
	for _, r := range p.Routes {
		if !slices.Contains(healthWords, lastPart(r.Path)) || strings.Contains(r.Path, "{") {
			continue
		}
		var on []*Listener
		for _, l := range web {
			if len(l.Handlers) > 0 && slices.ContainsFunc(r.muxes, func(m string) bool { return slices.Contains(l.Handlers, m) }) {
				on = append(on, l)
			}
		}
		shared := len(on) == 0 && len(web) > 1
		if len(on) == 0 {
			on = web
		}
		for _, l := range on {
			if !slices.Contains(l.Health, r.Path) {
				l.Health = append(l.Health, r.Path)
			}
			l.HealthShared = l.HealthShared || shared
		}
	}
}

// Serves reports whether the program answers requests for a path; ok is false
// when that cannot be told.
func (p *Program) Serves(path string) (yes, ok bool) {
	path, _, _ = strings.Cut(path, "?")
	for _, r := range p.Routes {
		if matches(r, path) {
			return true, true
		}
	}
	if !p.RoutesKnown || strings.HasPrefix(path, "/debug/") || p.mayServe(path) {
		return false, false
	}
	// A handler may compare paths with a text, whole or from its last slash on.
	trimmed := strings.TrimSuffix(path, "/")
	for _, t := range p.paths {
		t = strings.TrimSuffix(t, "/")
		if t != "" && (t == trimmed || strings.HasSuffix(trimmed, "/"+strings.TrimPrefix(t, "/"))) {
			return false, false
		}
	}
	return false, true
}

// ServedBeside returns the listener that answers requests for a path which l, a
// listener beside it, is certain not to answer, or nil.
func (p *Program) ServedBeside(l *Listener, path string) (other *Listener) {
	path, _, _ = strings.Cut(path, "?")
	if !p.RoutesKnown || len(l.Handlers) == 0 || p.mayServe(path) {
		return nil
	}
	on := func(l *Listener, r Route) bool {
		return slices.ContainsFunc(r.muxes, func(m string) bool { return slices.Contains(l.Handlers, m) })
	}
	for _, r := range p.Routes {
		if !matches(r, path) {
			continue
		}
		if len(r.muxes) == 0 || on(l, r) {
			return nil
		}
		i := slices.IndexFunc(p.Listeners, func(o *Listener) bool { return o != l && on(o, r) })
		if i < 0 {
			return nil // it may be part of what l answers with
		}
		other = p.Listeners[i]
	}
	return other
}

// mayServe reports whether a route before which something may stand may be that
// of path: what a function of another package registers on a router that it is
// given ends as it is written there.
func (p *Program) mayServe(path string) bool {
	return slices.ContainsFunc(p.Routes, func(r Route) bool {
		last := lastPart(r.Path)
		return r.behind && (r.Below || last == "" || last == lastPart(path) || strings.ContainsAny(last, "*+{:<$"))
	})
}

// lastPart returns the last part of a path.
func lastPart(path string) string {
	path = strings.TrimSuffix(path, "/")
	return path[strings.LastIndexByte(path, '/')+1:]
}

// Names reports whether the code of the program has a path in it, of a file or
// folder.
func (p *Program) Names(path string) bool { return slices.Contains(p.paths, path) }

// matches reports whether a route may be that of path.
func matches(r Route, path string) bool {
	want, have := strings.Split(strings.Trim(path, "/"), "/"), strings.Split(strings.Trim(r.Path, "/"), "/")
	for i, part := range have {
		if strings.ContainsAny(part, "*+") || strings.HasSuffix(part, "...}") {
			return true
		}
		if part == "" && i == len(have)-1 && r.Below {
			return true
		}
		if i >= len(want) {
			return false
		}
		if part != want[i] && !strings.ContainsAny(part, "{:<$") {
			return false
		}
	}
	return len(want) == len(have) || r.Below
}
