package ports

import (
	"slices"
	"strconv"

	"github.com/portvet/portvet/cmd/internal/manifest"
)

// way is how requests come to a program: by an Ingress and a Service, where
// there are any, to a port of a container.
type way struct {
	ingress string // "host/path of Ingress NAME", or ""
	service string // "Service NAME:PORT", or ""
	port    string // of the container
	run     *Run
	on      *Listener // what listens on the port, or nil
}

// index returns the place of the listener among those of the program, or -1.
func (w way) index() int { return slices.Index(w.run.Program.Listeners, w.on) }

// ways returns all ways to the programs, in the order of the manifests.
func (plan *Plan) ways() (out []way) {
	if plan.set == nil {
		return nil
	}
	c := &checker{set: plan.set, runs: plan.Runs}
	for _, r := range plan.Runs {
		if r.Program == nil {
			continue
		}
		done := make(map[string]bool)
		for _, s := range plan.set.Services {
			selected, _ := c.selected(s)
			if !slices.Contains(selected, r) {
				continue
			}
			for _, p := range s.Ports {
				w := way{service: "Service " + s.Name + ":" + p.Port.Value, port: r.target(p), run: r}
				if w.port == "" || !r.offers(w.port) {
					continue
				}
				w.on = r.listenerOn(w.port)
				done[w.port] = true
				found := false
				for _, in := range ingressesOf(plan.set, s, p) {
					w.ingress, found = in, true
					out = append(out, w)
				}
				if !found {
					out = append(out, w)
				}
			}
		}
		for _, p := range r.declared() {
			w := way{port: p.Number.Value, run: r, on: r.listenerOn(p.Number.Value)}
			if p.Host.Set() && !p.Host.Open {
				w.service = "host port " + p.Host.Value
			}
			if !p.Number.Open && !done[w.port] {
				done[w.port] = true
				out = append(out, w)
			}
		}
	}
	return out
}

// target returns the number of the container's port that a Service sends to,
// or "" where that is not known.
func (r *Run) target(p manifest.ServicePort) string {
	if _, ok := p.Target.Number(); ok {
		return p.Target.Value
	}
	for _, d := range r.Container.Ports {
		if d.Name.Value == p.Target.Value && !d.Number.Open {
			return d.Number.Value
		}
	}
	return ""
}

// offers reports whether the container of r, and not another of its pod, has
// a port.
func (r *Run) offers(port string) bool {
	return r.listenerOn(port) != nil || slices.ContainsFunc(r.Container.Ports, func(d manifest.Port) bool { return d.Number.Value == port }) ||
		len(r.Workload.Containers) == 1
}

// listenerOn returns what listens on a port, or nil where that is not known.
func (r *Run) listenerOn(port string) *Listener {
	n, err := strconv.Atoi(port)
	if err != nil || len(r.bound.on[n]) == 0 {
		return nil
	}
	return r.bound.on[n][0]
}

// ingressesOf returns the Ingresses that lead to a port of a Service.
func ingressesOf(set *manifest.Set, s *manifest.Service, p manifest.ServicePort) (out []string) {
	for _, in := range set.Ingresses {
		for _, b := range in.Backends {
			if b.Service.Value != s.Name || s.Namespace != "" && in.Namespace != "" && s.Namespace != in.Namespace {
				continue
			}
			if b.Port.Value != p.Port.Value && b.Port.Value != p.Name {
				continue
			}
			text := "Ingress " + in.Name
			if b.Host+b.Path != "" {
				text += " " + b.Host + b.Path
			}
			if !slices.Contains(out, text) {
				out = append(out, text)
			}
		}
	}
	return out
}
