package deploy

import (
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// What follows is about probes: whether the program answers them.

// probes checks what asks a container whether it is well.
func (c *checker) probes(r *run) {
	var all []manifest.Probe
	if r.Container != nil {
		all = slices.Clone(r.Container.Probes)
	}
	if how := r.imageCheck(); how.Set() {
		all = append(all, manifest.Asks("HEALTHCHECK", how)...)
	}
	for _, p := range all {
		n, ok := c.probed(r, p)
		if !c.reach(r, p, n, ok) {
			continue
		}
		if ok && !c.flagged[key(r, n)] && !c.others(r, n) && r.deaf(n, "tcp") {
			text, other := r.listens()
			c.report("manifestprobe", p.Port.Position, other, "it listens here", "%s asks port %d, but %s listens on %s", p.Kind, n, r.Program.Name, text)
			continue
		}
		if ok && !r.bound.Has(n, "tcp") && (c.others(r, n) || r.bound.Complete) {
			continue
		}
		switch p.Type {
		case "http":
			if !p.Path.Set() || p.Path.Open {
				continue
			}
			if served, known := r.Program.Serves(p.Path.Value); known && !served {
				_, other := r.listens()
				c.report("manifestprobe", p.Path.Position, other, "it listens here", "%s asks for %q, but no route of %s serves it%s", p.Kind, p.Path.Value, r.Program.Name, routesText(r.Program))
			} else if ls := r.bound.On[n]; ok && len(ls) == 1 {
				if l := r.Program.ServedBeside(ls[0], p.Path.Value); l != nil {
					c.report("manifestprobe", p.Path.Position, l.Position(), "it is served here", "%s asks for %q at port %d, but %s serves it on another listener only (%s)", p.Kind, p.Path.Value, n, r.Program.Name, l.Position())
				}
			}
		case "grpc":
			if i := slices.IndexFunc(r.Program.Listeners, func(l *ports.Listener) bool { return l.GRPC }); i >= 0 && !r.Program.GRPCWell {
				c.report("manifestprobe", p.Position, r.Program.Listeners[i].Position(), "the gRPC server", "%s asks the gRPC health service, but %s registers none (%s)",
					p.Kind, r.Program.Name, r.Program.Listeners[i].Position())
			}
		}
	}
}

// imageCheck returns the health check of the image of r, where that is what asks
// it: Kubernetes and others do not know it.
func (r *run) imageCheck() manifest.Command {
	if r.Image == nil || r.Container != nil && (r.Workload.Kind != "compose" || r.Container.Checked) {
		return manifest.Command{}
	}
	return r.Image.Check(r.Container)
}

// routesText lists the health endpoints that there are, for a message.
func routesText(p *ports.Program) string {
	var paths []string
	for _, l := range p.Listeners {
		for _, h := range l.Health {
			if strings.HasPrefix(h, "/") && !slices.Contains(paths, h) {
				paths = append(paths, h)
			}
		}
	}
	if len(paths) == 0 {
		return ""
	}
	slices.Sort(paths)
	return "; it serves " + strings.Join(paths, " and ")
}

// probed returns the number of the port that a probe asks, and reports a name
// that no port has.
func (c *checker) probed(r *run, p manifest.Probe) (n int, ok bool) {
	if n, ok := r.portOf(p); ok {
		return n, true
	}
	if !p.Port.Set() || p.Port.Open || r.Container == nil || slices.ContainsFunc(r.Container.Ports, func(d manifest.Port) bool { return d.Name.Open || d.Name.Value == p.Port.Value }) {
		return 0, false
	}
	if !r.Workload.Open && r.Workload.Kind != "knative" {
		c.report("manifestprobe", p.Port.Position, ports.Position(r.Container.Position), "the container", "%s asks port %q, but the container has no port of that name", p.Kind, p.Port.Value)
	}
	return 0, false
}

// portOf returns the number of the port that a probe asks; ok is false where
// that is not known.
func (r *run) portOf(p manifest.Probe) (n int, ok bool) {
	if n, ok := p.Port.Number(); ok {
		return n, true
	}
	if !p.Port.Set() || p.Port.Open || r.Container == nil {
		return 0, false
	}
	for _, d := range r.Container.Ports {
		if d.Name.Open || d.Name.Value == p.Port.Value {
			return d.Number.Number()
		}
	}
	return 0, false
}

// others reports whether another container beside r may listen on port n.
func (c *checker) others(r *run, n int) bool {
	return r.Workload != nil && r.Workload.Injected || slices.ContainsFunc(c.runs, func(o *run) bool {
		return o != r && o.Workload != nil && o.Workload == r.Workload && (o.Program == nil || !o.bound.Complete || len(o.bound.On[n]) > 0)
	})
}
