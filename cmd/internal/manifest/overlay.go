package manifest

import (
	"cmp"
	"maps"
	"slices"
)

// What follows is about manifests of which another changes parts, as overlays of
// kustomize and further files of Compose do.

// under returns w with what an overlay says in the place of what it said. name
// tells which overlay it is.
func (w *Workload) under(patch *Workload, name string) *Workload {
	out := *w
	out.Overlay = name
	out.Open = w.Open || patch.Open
	out.Grace = either(patch.Grace, w.Grace)
	out.Signal = either(patch.Signal, w.Signal)
	out.Replicas = either(patch.Replicas, w.Replicas)
	out.Kept = w.Kept || patch.Kept
	out.HostNet = w.HostNet || patch.HostNet
	out.Optional = w.Optional || patch.Optional
	out.NetOf = cmp.Or(patch.NetOf, w.NetOf)
	out.NoLinks = w.NoLinks || patch.NoLinks
	out.Scraped = slices.Concat(w.Scraped, patch.Scraped)
	if len(patch.Labels) > 0 {
		out.Labels = maps.Clone(patch.Labels)
		for k, v := range w.Labels {
			if _, ok := out.Labels[k]; !ok {
				out.Labels[k] = v
			}
		}
	}
	out.Containers = nil
	for _, c := range w.Containers {
		i := slices.IndexFunc(patch.Containers, func(p *Container) bool { return p.Name == c.Name })
		if i < 0 {
			c = c.under(&Container{Position: c.Position, Name: c.Name}, w.Kind == "compose")
		} else {
			c = c.under(patch.Containers[i], w.Kind == "compose")
		}
		out.Containers = append(out.Containers, c)
	}
	for _, p := range patch.Containers {
		if !slices.ContainsFunc(w.Containers, func(c *Container) bool { return p.Name == c.Name }) {
			out.Containers = append(out.Containers, p)
		}
	}
	return &out
}

// either returns the first value, where it is set, or the other.
func either(first, other Text) Text {
	if first.Set() {
		return first
	}
	return other
}

// under returns c with what p says in its place. Ports are added, of Compose, or
// have another name by their number.
func (c *Container) under(p *Container, adds bool) *Container {
	out := *c
	out.Position, out.Name = p.Position, p.Name
	out.Image = either(p.Image, c.Image)
	out.Build.Context, out.Build.File = either(p.Build.Context, c.Build.Context), either(p.Build.File, c.Build.File)
	out.Build.Stage, out.Build.Mounted = either(p.Build.Stage, c.Build.Stage), c.Build.Mounted || p.Build.Mounted
	out.Build.Sources = c.Build.Sources || p.Build.Sources
	out.Ports = slices.Clone(p.Ports)
	for _, port := range c.Ports {
		if adds || !slices.ContainsFunc(p.Ports, func(o Port) bool { return o.Number.Value == port.Number.Value && o.Proto == port.Proto }) {
			out.Ports = append(out.Ports, port)
		}
	}
	out.Env = slices.DeleteFunc(slices.Clone(c.Env), func(e Env) bool {
		return slices.ContainsFunc(p.Env, func(o Env) bool { return o.Name == e.Name })
	})
	out.Env = append(out.Env, p.Env...)
	out.EnvOpen = c.EnvOpen || p.EnvOpen
	if p.Command.Set() {
		out.Command = p.Command
	}
	if p.Args.Set() {
		out.Args = p.Args
	}
	out.Command.Open, out.Args.Open = out.Command.Open || p.Command.Open, out.Args.Open || p.Args.Open
	out.Uses = slices.Concat(c.Uses, p.Uses)
	out.Probes = slices.DeleteFunc(slices.Clone(c.Probes), func(o Probe) bool { return p.tests(o.Kind) })
	out.Probes = append(out.Probes, p.Probes...)
	out.Tests = slices.DeleteFunc(slices.Clone(c.Tests), func(o Test) bool { return p.tests(o.Kind) })
	out.Tests = append(out.Tests, p.Tests...)
	out.Checked = c.Checked || p.Checked
	out.PreStop, out.User = either(p.PreStop, c.PreStop), either(p.User, c.User)
	out.NonRoot, out.MayBind = c.NonRoot || p.NonRoot, c.MayBind || p.MayBind
	out.From = slices.Concat(c.From, p.From)
	return &out
}

// tests reports whether c is asked in a way of this kind, or has a hook.
func (c *Container) tests(kind string) bool {
	return kind == PreStop && c.PreStop.Set() || slices.ContainsFunc(c.Probes, func(p Probe) bool { return p.Kind == kind }) || slices.ContainsFunc(c.Tests, func(t Test) bool { return t.Kind == kind })
}

// overlaid returns what becomes of a workload under an overlay, with the files
// that its containers mount.
func (s *Set) overlaid(w, patch *Workload, name string) *Workload {
	out := w.under(patch, name)
	for _, m := range slices.Clone(s.mounts) {
		if i := slices.Index(w.Containers, m.container); i >= 0 {
			m.workload, m.container = out, out.Containers[i] // in their order
			s.mounts = append(s.mounts, m)
		}
	}
	return out
}
