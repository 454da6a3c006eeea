package deploy

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// What follows is about several things of the manifests together: containers on
// one network, Services and what they select, Ingresses, and Consul.

// conflicts checks that no two containers on one network take one port.
func (c *checker) conflicts() {
	for i, b := range c.runs {
		if b.Workload == nil {
			continue
		}
		for _, a := range c.runs[:i] {
			if a.Workload == nil || !shareNetwork(a, b) {
				continue
			}
			if n, at, other := clash(a, b); n > 0 {
				c.report("manifestconflict", at, ports.Position(other), "the other", "%s and %s are on one network and both listen on port %d, so one of the two fails with \"address already in use\" (%s:%d)",
					a.What(), b.What(), n, other.File, other.Line)
				break
			}
		}
	}
}

// shareNetwork reports whether two containers share their ports.
func shareNetwork(a, b *run) bool {
	if a.Workload == b.Workload {
		return a.Container != b.Container
	}
	if a.Workload.Kind == "nomad" && b.Workload.Kind == "nomad" {
		return a.Workload.Group != "" && a.Workload.Group == b.Workload.Group
	}
	if a.Workload.Kind != "compose" || b.Workload.Kind != "compose" || !together(a, b) {
		return false
	}
	if of := cmp.Or(a.Workload.NetOf, a.Workload.Name); of == cmp.Or(b.Workload.NetOf, b.Workload.Name) {
		return true
	}
	return a.Workload.HostNet && b.Workload.HostNet
}

// together reports whether two services of Compose are started together.
func together(a, b *run) bool {
	v, w := a.Workload, b.Workload
	return v.Group == w.Group && v.Name != w.Name && !v.Optional && !w.Optional && (v.Overlay == w.Overlay || v.Overlay == "" || w.Overlay == "")
}

// published checks that no two services of Compose are given one port of the
// machine.
func (c *checker) published() {
	for i, b := range c.runs {
		if b.Workload == nil || b.Workload.Kind != "compose" || b.Workload.HostNet || b.Workload.NetOf != "" {
			continue
		}
		for _, a := range c.runs[:i] {
			if a.Workload == nil || a.Workload.Kind != "compose" || a.Program == nil && b.Program == nil || !together(a, b) {
				continue
			}
			for _, p := range b.Container.Ports {
				n, ok := p.Host.Number()
				j := slices.IndexFunc(a.Container.Ports, func(o manifest.Port) bool {
					m, number := o.Host.Number()
					return ok && number && m == n && m > 0 && o.Proto == p.Proto && (o.HostIP == p.HostIP || o.HostIP == "" || p.HostIP == "")
				})
				if j >= 0 {
					other := a.Container.Ports[j].Position
					c.report("manifestconflict", p.Position, ports.Position(other), "the other", "%s and %s both publish port %d of the machine, so one of the two fails with \"port is already allocated\" (%s:%d)",
						a.What(), b.What(), n, other.File, other.Line)
				}
			}
		}
	}
}

// clash returns the first port that both take, and where.
func clash(a, b *run) (n int, at, other manifest.Position) {
	of := a.takes()
	mine := b.takes()
	var ports []int
	for n := range mine {
		if _, both := of[n]; both {
			ports = append(ports, n)
		}
	}
	if len(ports) == 0 {
		return 0, at, other
	}
	n = slices.Min(ports)
	return n, mine[n], of[n]
}

// takes returns the TCP ports that a container takes, and where it says so.
func (r *run) takes() map[int]manifest.Position {
	out := make(map[int]manifest.Position)
	if r.Program != nil && r.bound.Complete {
		for _, n := range r.bound.Numbers() {
			if r.bound.Has(n, "tcp") {
				out[n] = r.Position()
			}
		}
	}
	for _, p := range r.Container.Ports {
		if n, ok := p.Number.Number(); ok && p.Proto == "tcp" && p.Via == "containerPort" {
			if _, known := out[n]; known || r.Program == nil || !r.bound.Complete {
				out[n] = p.Number.Position
			}
		}
	}
	return out
}

// selected returns the runs of the pods that a Service selects.
func (d *Deployment) selected(s *manifest.Service) (runs []*run, open bool) {
	if len(s.Selector) == 0 || s.Open {
		return nil, true
	}
	for _, r := range d.runs {
		w := r.Workload
		if w == nil || w.Labels == nil || w.Kind == "knative" || s.Namespace != "" && w.Namespace != "" && s.Namespace != w.Namespace {
			continue
		}
		fits := true
		for k, v := range s.Selector {
			fits = fits && w.Labels[k] == v
		}
		if fits {
			runs = append(runs, r)
			open = open || w.Open
		}
	}
	return runs, open
}

// services checks where Services send requests.
func (c *checker) services() {
	for _, s := range c.set.Services {
		all, open := c.selected(s)
		if open {
			continue
		}
		for _, runs := range byOverlay(all) {
			c.service(s, runs)
		}
	}
}

// byOverlay takes runs apart that are not deployed together: what a workload is
// by itself, and under each overlay.
func byOverlay(runs []*run) (out [][]*run) {
	for _, r := range runs {
		i := slices.IndexFunc(out, func(o []*run) bool { return o[0].Workload.Overlay == r.Workload.Overlay })
		if i < 0 {
			out = append(out, []*run{r})
			continue
		}
		out[i] = append(out[i], r)
	}
	return out
}

// service checks where a Service sends requests, of the containers that it
// selects.
func (c *checker) service(s *manifest.Service, runs []*run) {
	for _, p := range s.Ports {
		if p.Target.Open {
			continue
		}
		if n, ok := p.Target.Number(); ok {
			c.target(s, p, n, runs)
			continue
		}
		if !slices.ContainsFunc(runs, func(r *run) bool {
			return slices.ContainsFunc(r.Container.Ports, func(d manifest.Port) bool { return d.Name.Open || d.Name.Value == p.Target.Value })
		}) {
			c.report("manifesttarget", p.Target.Position, ports.Position(runs[0].Container.Position), "a container that it selects",
				"Service %s sends port %s to a port called %q, which no container of %s %s has (%s:%d)", s.Name, p.Port.Value, p.Target.Value,
				runs[0].Workload.Kind, runs[0].Workload.Name, runs[0].Container.Position.File, runs[0].Container.Line)
		}
	}
}

// target checks a port of a Service that is given by its number.
func (c *checker) target(s *manifest.Service, p manifest.ServicePort, n int, runs []*run) {
	for _, r := range runs {
		if r.Program == nil || c.flagged[key(r, n)] || r.Workload.Injected && !r.bound.Has(n, p.Proto) {
			return
		}
		if r.bound.Has(n, p.Proto) {
			c.loopbackTarget(s, r, n, p)
			return
		}
		if !r.deaf(n, p.Proto) { // so it is where not all is known
			return
		}
	}
	r := runs[0]
	text, other := r.listens()
	c.report("manifestport", p.Target.Position, other, "it listens here", "Service %s sends port %s to port %d, but %s listens on %s", s.Name, p.Port.Value, n, r.Program.Name, text)
}

// loopbackTarget reports a target on which the program listens for itself
// only, unless that is reported at the container's port.
func (c *checker) loopbackTarget(s *manifest.Service, r *run, n int, p manifest.ServicePort) {
	for _, d := range r.Container.Ports {
		if m, ok := d.Number.Number(); ok && m == n {
			return
		}
	}
	c.loopback(r, r.bound.On[n], n, p.Target.Position, fmt.Sprintf("Service %s sends to port %d", s.Name, n))
}

// ingresses checks which Services Ingresses lead to.
func (c *checker) ingresses() {
	for _, in := range c.set.Ingresses {
		if in.Open {
			continue
		}
		for _, b := range in.Backends {
			if b.Service.Open || b.Port.Open || !b.Port.Set() {
				continue
			}
			var found *manifest.Service
			has := false
			for _, s := range c.set.Services {
				if s.Name != b.Service.Value || s.Namespace != "" && in.Namespace != "" && s.Namespace != in.Namespace {
					continue
				}
				found = s
				has = has || s.Open || slices.ContainsFunc(s.Ports, func(p manifest.ServicePort) bool {
					return b.Leads(p)
				})
			}
			if found != nil && !has {
				c.report("manifestingress", b.Port.Position, ports.Position(found.Position), "the Service", "%s %s leads to port %s of Service %s, which does not have it; it has %s (%s:%d)",
					in.Kind, in.Name, b.Port.Value, found.Name, portsOf(found), found.File, found.Line)
			}
		}
	}
}

// portsOf lists the ports of a Service.
func portsOf(s *manifest.Service) string {
	var out []string
	for _, p := range s.Ports {
		t := p.Port.Value
		if p.Name != "" {
			t += " (" + p.Name + ")"
		}
		out = append(out, t)
	}
	return strings.Join(out, ", ")
}

// registered returns the one run that a registration with Consul is about: that
// of a workload or program of its name, or of the only program there is.
func (c *checker) registered(reg *manifest.Registration) *run {
	var runs, pods []*run
	for _, r := range c.runs {
		if r.Program == nil || r.Workload == nil && slices.ContainsFunc(c.runs, func(o *run) bool { return o.Workload != nil && o.Program == r.Program }) {
			continue
		}
		name := reg.Name.Value
		switch {
		case reg.Name.Open:
		case r.Program.Name == name || r.Program.Binary() == name || r.Workload != nil && r.Container.Name == name:
			runs = append(runs, r)
		case r.Workload != nil && r.Workload.Name == name:
			pods = append(pods, r)
		}
	}
	if len(runs) == 0 {
		runs = pods
	}
	if len(runs) != 1 {
		return nil
	}
	return runs[0]
}

// reachable returns the other ports by which a run can be reached: those of
// its Services, and of the machine.
func (c *checker) reachable(r *run) map[int]bool {
	ports := make(map[int]bool)
	for _, s := range c.set.Services {
		runs, _ := c.selected(s)
		if !slices.Contains(runs, r) {
			continue
		}
		for _, p := range s.Ports {
			if n, ok := p.Port.Number(); ok {
				ports[n] = true
			}
		}
	}
	if r.Container != nil {
		for _, p := range r.Container.Ports {
			if n, ok := p.Host.Number(); ok {
				ports[n] = true
			}
		}
	}
	return ports
}

// consul checks what is registered with Consul.
func (c *checker) consul() {
	for _, reg := range c.set.Consul {
		r := c.registered(reg)
		if r == nil {
			continue
		}
		text, other := r.listens()
		reach := c.reachable(r)
		wrong := func(n int) bool { return r.deaf(n, "tcp") && !reach[n] }
		if n, ok := reg.Port.Number(); ok && n > 0 && wrong(n) {
			c.report("manifestconsul", reg.Port.Position, other, "it listens here", "service %s is registered with Consul on port %d, but %s listens on %s", reg.Name.Value, n, r.Program.Name, text)
		}
		for _, check := range reg.Checks {
			port, path := "", ""
			if check.Type == "http" {
				u, err := url.Parse(check.Address.Value)
				if err != nil || check.Address.Open && strings.ContainsAny(check.Address.Value, "$") && strings.Contains(check.Address.Value, ":$") {
					continue
				}
				port, path = u.Port(), u.Path
				if port == "" {
					port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
				}
			} else {
				_, port, _ = strings.Cut(check.Address.Value, ":")
				port, _, _ = strings.Cut(port, "/")
			}
			if n, err := strconv.Atoi(port); err == nil && wrong(n) {
				c.report("manifestconsul", check.Position, other, "it listens here", "Consul checks service %s at port %d, but %s listens on %s", reg.Name.Value, n, r.Program.Name, text)
				continue
			}
			if path == "" || check.Type != "http" || check.Address.Open {
				continue
			}
			if served, known := r.Program.Serves(path); known && !served {
				c.report("manifestconsul", check.Position, other, "it listens here", "Consul checks service %s at %q, but no route of %s serves it%s", reg.Name.Value, path, r.Program.Name, routesText(r.Program))
			}
		}
	}
}
