package deploy

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/match"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// What follows is about what the platform puts into the environment and the
// command line of a program, and what it does not.

// pods are the kinds of workloads that Kubernetes runs in pods.
var pods = map[string]bool{
	"Deployment": true, "StatefulSet": true, "DaemonSet": true, "ReplicaSet": true, "Job": true, "CronJob": true, "Rollout": true, "Pod": true,
}

// inPod reports whether Kubernetes runs r in a pod.
func (r *run) inPod() bool { return r.Workload != nil && pods[r.Workload.Kind] }

// sets reports whether the container of r sets a variable, or may.
func (r *run) sets(name string) bool {
	return r.Container.EnvOpen || slices.ContainsFunc(r.Container.Env, func(e manifest.Env) bool { return e.Name == name })
}

// linkOf returns the variable by which Kubernetes tells pods of a Service, whose
// value is an URL.
func linkOf(s *manifest.Service) string {
	return strings.ToUpper(strings.ReplaceAll(s.Name, "-", "_")) + "_PORT"
}

// linked reports whether Kubernetes may set a variable to tell of a Service. One that
// is called X_PORT is none of those by which somebody asks for a port: it is an URL,
// of a Service that the repository would have.
func (c *checker) linked(name string) bool {
	return strings.Contains(name, "_SERVICE_") || strings.Contains(name, "_PORT_") ||
		slices.ContainsFunc(c.set.Services, func(s *manifest.Service) bool { return linkOf(s) == name })
}

// links checks that no Service sets the variable that decides a port to an URL.
// A program that reads it as a number may take its default then.
func (c *checker) links(r *run) {
	if !r.inPod() || r.Workload.NoLinks || r.Workload.Open {
		return
	}
	for _, s := range c.set.Services {
		name := linkOf(s)
		if s.Headless || s.Open || len(s.Ports) == 0 || s.Name == "" || s.Namespace != r.Workload.Namespace || r.sets(name) || r.Program.Parses(name) {
			continue
		}
		i := slices.IndexFunc(r.Program.Listeners, func(l *ports.Listener) bool {
			return slices.ContainsFunc(l.Port, func(o analyzers.PlanOrigin) bool { return o.Kind == "env" && o.Name == name && !o.Mixed })
		})
		if i < 0 {
			continue
		}
		l := r.Program.Listeners[i]
		c.report("manifestlink", r.Position(), l.Position(), "its port is decided here",
			"Service %s (%s:%d) makes Kubernetes set %s to tcp://…, which %s takes for its port (%s, %s): set enableServiceLinks to false, or set the variable here",
			s.Name, s.File, s.Line, name, r.Program.Name, ports.From(l.Port), l.Position())
		return
	}
}

// How a shell, and Kubernetes, refer to variables.
var (
	shellReference      = lazy.Regexp(`\$(?:[A-Za-z_][A-Za-z0-9_]*|\{[A-Za-z_][A-Za-z0-9_]*\})`)
	kubernetesReference = lazy.Regexp(`\$\(([A-Za-z_][A-Za-z0-9_]*)\)`)
)

// args checks that what decides a port on the command line is not the name of
// a variable that nobody fills in.
func (c *checker) args(r *run) {
	if !r.direct() || r.script != nil && r.script.Path != "" {
		return
	}
	words := r.begin.Args
	for i, w := range words {
		ref, advice := c.unfilled(r, w)
		if ref == "" {
			continue
		}
		name, _, joined := strings.Cut(strings.TrimLeft(w.Value, "-"), "=")
		if !strings.HasPrefix(w.Value, "-") || !joined {
			if i == 0 || !strings.HasPrefix(words[i-1].Value, "-") {
				continue
			}
			name = strings.TrimLeft(words[i-1].Value, "-")
		}
		if l := decidedBy(r.Program, name); l != nil {
			c.report("manifestargs", w.Position, l.Position(), "it decides here", "nothing fills in %s here, so %s is given these letters for -%s, which says where it listens (%s): %s",
				ref, r.Program.Name, name, l.Position(), advice)
			return
		}
	}
}

// unfilled returns the reference in a word of a command that nothing replaces
// by the value of the variable, and what to write instead; "" is none.
func (c *checker) unfilled(r *run, w manifest.Text) (ref, advice string) {
	word := w.Value
	switch {
	case r.Image != nil && w.File == r.Image.File:
		if ref = kubernetesReference().FindString(word); ref == "" {
			ref = shellReference().FindString(word)
		}
		return ref, "a list is not run by a shell; let the program read the variable, or use the shell form with exec"
	case r.Workload.Kind == "compose":
		// Compose fills in $PORT itself, and makes $PORT of $$PORT.
		if before, _, ok := strings.Cut(word, "$$"); ok && !strings.Contains(before, "$") {
			return shellReference().FindString(strings.Replace(word, "$$", "$", 1)), "no shell runs it; let the program read the variable"
		}
	case r.inPod() || r.Workload.Kind == "knative":
		if ref = shellReference().FindString(word); ref != "" && !strings.Contains(word, "$$") {
			return ref, fmt.Sprintf("Kubernetes fills in $(%s)", strings.Trim(ref, "${}"))
		}
		if m := kubernetesReference().FindStringSubmatch(word); m != nil && !strings.Contains(word, "$$") && !r.sets(m[1]) && !r.Workload.Open && !c.linked(m[1]) {
			return m[0], fmt.Sprintf("the container does not set %s", m[1])
		}
	}
	return "", ""
}

// decidedBy returns the listener whose host or port a flag decides as it is, or
// nil.
func decidedBy(p *ports.Program, flag string) *ports.Listener {
	for _, l := range p.Listeners {
		if slices.ContainsFunc(slices.Concat(l.Host, l.Port), func(o analyzers.PlanOrigin) bool { return o.Kind == "flag" && o.Name == flag && !o.Mixed }) {
			return l
		}
	}
	return nil
}

// direct reports whether r runs its program itself, and not by a shell or a
// script that is not followed, as far as it is said.
func (r *run) direct() bool {
	if s, result := r.through(); s != nil && s.Path != "" {
		return !result.Open && len(result.Starts) == 1 && r.isProgram(result.Starts[0])
	}
	if r.Image == nil && (r.Container == nil || !r.Container.Command.Set()) || !r.begin.Set() {
		return true // nothing else is said
	}
	words, _ := entry.Unwrapped(r.begin.Words())
	return !strings.ContainsAny(r.begin.Shell.Value, "=$;&|()`<>") && len(words) > 0 && r.isFile(words[0].Value)
}

// isFile reports whether a file in the image is the program of r.
func (r *run) isFile(file string) bool {
	name := path.Base(file)
	return r.isBinary(name) || r.Image != nil && r.Container == nil && slices.Contains(match.Entries(r.Image), name) && !strings.Contains(name, ".")
}

// isBinary reports whether the program of r is in a file of this name, by its
// package or by what the image is built with.
func (r *run) isBinary(name string) bool {
	built := func(o manifest.Text) bool { return o.Value != "" && path.Base(o.Value) == name }
	if r.Container != nil && r.Container.Build.Native != nil && slices.ContainsFunc(r.Container.Build.Native.Outputs, built) {
		return true
	}
	return name == r.Program.Binary() || r.Image != nil && (slices.ContainsFunc(r.Image.Outputs, built) ||
		slices.ContainsFunc(r.Image.Copies, func(c manifest.Copy) bool { // under another name
			from := path.Base(c.From)
			return path.Base(c.To) == name && !strings.HasSuffix(c.To, "/") && (from == r.Program.Binary() || slices.ContainsFunc(r.Image.Outputs, func(o manifest.Text) bool { return path.Base(o.Value) == from }))
		}))
}
