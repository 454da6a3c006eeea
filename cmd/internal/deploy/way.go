package deploy

import (
	"slices"
	"strconv"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// ways returns all ways to the programs, in the order of the manifests.
func (d *Deployment) ways() (out []ports.Way) {
	for _, r := range d.runs {
		if r.Program == nil {
			continue
		}
		done := make(map[string]bool)
		for _, s := range d.set.Services {
			selected, _ := d.selected(s)
			if !slices.Contains(selected, r) {
				continue
			}
			for _, p := range s.Ports {
				w := ports.Way{Service: "Service " + s.Name + ":" + p.Port.Value, Port: r.target(p), Run: r.Run}
				if w.Port == "" || !r.offers(w.Port) {
					continue
				}
				w.On = r.listenerOn(w.Port)
				done[w.Port] = true
				found := false
				for _, in := range ingressesOf(d.set, s, p) {
					w.Ingress, found = in, true
					out = append(out, w)
				}
				if !found {
					out = append(out, w)
				}
			}
		}
		for _, p := range r.declared() {
			w := ports.Way{Port: p.Number.Value, Run: r.Run, On: r.listenerOn(p.Number.Value)}
			if p.Host.Set() && !p.Host.Open {
				w.Service = "host port " + p.Host.Value
			}
			if !p.Number.Open && !done[w.Port] {
				done[w.Port] = true
				out = append(out, w)
			}
		}
	}
	return out
}

// target returns the number of the container's port that a Service sends to,
// or "" where that is not known.
func (r *run) target(p manifest.ServicePort) string {
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
func (r *run) offers(port string) bool {
	return r.listenerOn(port) != nil || slices.ContainsFunc(r.Container.Ports, func(d manifest.Port) bool { return d.Number.Value == port }) ||
		len(r.Workload.Containers) == 1
}

// listenerOn returns what listens on a port, or nil where that is not known.
func (r *run) listenerOn(port string) *ports.Listener {
	n, err := strconv.Atoi(port)
	if err != nil || len(r.bound.On[n]) == 0 {
		return nil
	}
	return r.bound.On[n][0]
}

// ingressesOf returns the Ingresses that lead to a port of a Service.
func ingressesOf(set *manifest.Set, s *manifest.Service, p manifest.ServicePort) (out []string) {
	for _, in := range set.Ingresses {
		for _, b := range in.Backends {
			if b.Service.Value != s.Name || s.Namespace != "" && in.Namespace != "" && s.Namespace != in.Namespace {
				continue
			}
			if !b.Leads(p) {
				continue
			}
			text := in.Kind + " " + in.Name
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
