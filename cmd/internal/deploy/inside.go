package deploy

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
	"github.com/portvet/portvet/cmd/internal/setting"
)

// What follows is about health checks and hooks that are commands: they run
// inside of the container, with what its image has.

// tools are programs that people expect everywhere.
var tools = map[string]bool{
	"curl": true, "wget": true, "nc": true, "netcat": true, "sh": true, "bash": true, "ash": true, "busybox": true, "grep": true, "test": true,
	"ls": true, "cat": true, "pgrep": true, "ps": true, "ss": true, "netstat": true, "true": true, "kill": true, "pidof": true, "sleep": true,
}

// tools checks that an image has what its health checks and hooks run.
func (c *checker) tools(r *run) {
	var tests []manifest.Test
	if r.Container != nil {
		tests = slices.Clone(r.Container.Tests)
	}
	if how := r.imageCheck(); how.Set() {
		tests = append(tests, manifest.Test{Kind: "HEALTHCHECK", Command: how})
	}
	_, other := r.listens()
	if other.File == "" && len(r.Program.Listeners) > 0 {
		other = r.Program.Listeners[0].Position()
	}
	for _, t := range tests {
		what, at := r.lacks(t.Command)
		if what == "" {
			continue
		}
		rule, related, then := "manifestprobe", "what it would ask", "the check always fails"
		if t.Kind == manifest.PreStop {
			rule, related, then = "manifestgrace", "it is told to stop", "the hook fails and SIGTERM comes at once"
		}
		c.report(rule, t.Command.Position, other, related, "%s of %s needs %s, which its image does not have: it begins with %s (%s:%d), so %s",
			t.Kind, r.Program.Name, what, at.Value, at.File, at.Line, then)
	}
}

// lacks returns what a command needs that is run inside of the container of r,
// and is certain not to be in its image, and with what that begins; "" where
// nothing is known to be missing.
func (r *run) lacks(how manifest.Command) (what string, base manifest.Text) {
	if r.Image == nil {
		return "", base
	}
	tool := "sh"
	line, inShell := how.InShell()
	switch {
	case !r.Image.Bare():
		if tool = how.Tool(); inShell && fallsBack(line.Value) {
			return "", base
		}
	case how.Shell.Set():
	case len(how.Args) == 0 || how.Args[0].Open:
		return "", base
	default:
		tool = path.Base(how.Args[0].Value)
	}
	switch {
	case !tools[tool] || r.isFile(tool) || r.Image.MayHold(tool) || !r.Image.Without(tool):
		return "", base
	case r.Image.Bare() && (how.Shell.Set() || manifest.IsShell(tool)):
		return "a shell", r.Image.Base
	}
	return tool, r.Image.Base
}

// fallsBack reports whether the line of a shell does something else when what it begins
// with fails, but to say so.
func fallsBack(line string) bool {
	for _, or := range strings.Split(line, "||")[1:] {
		if words := strings.Fields(or); len(words) > 0 && words[0] != "exit" && words[0] != "false" && words[0] != "kill" {
			return true
		}
	}
	return false
}

// reach checks that a probe asks where the program can be reached by it. It
// returns false when it cannot.
func (c *checker) reach(r *run, p manifest.Probe, n int, known bool) bool {
	ls := r.bound.On[n]
	if p.Tool == "" && r.inPod() && p.Host.Set() {
		if p.Host.Open || r.Workload.HostNet {
			return false // whom it asks is not known, or that is not only the pod
		}
		if setting.Loopback(p.Host.Value) {
			l := first(r.Program)
			if len(ls) > 0 {
				l = ls[0]
			}
			if l != nil {
				c.report("manifestprobe", p.Host.Position, l.Position(), "it listens here", "%s asks %s, which is the node and not the pod, so %s is never asked (%s): leave host out",
					p.Kind, p.Host.Value, r.Program.Name, l.Position())
			}
		}
		return false
	}
	if !known || len(ls) == 0 || c.others(r, n) {
		return true
	}
	if p.Tool == "" && r.Workload != nil && (r.inPod() || r.Workload.Kind == "fly") {
		c.loopback(r, ls, n, p.Port.Position, fmt.Sprintf("%s asks port %d", p.Kind, n))
	}
	if p.Type == "http" && !c.speaks(r, p, ls) || p.Type == "grpc" && !c.speaksGRPC(r, p, n, ls) {
		return false
	}
	if p.Tool == "wget" && p.Host.Value == "localhost" && r.Image != nil && r.Image.Small() && !slices.ContainsFunc(ls, func(l *ports.Listener) bool { return !r.setting.OnIPv4(l) }) {
		c.report("manifestprobe", p.Position, ls[0].Position(), "it listens here", "%s asks localhost, which wget takes for ::1 in an image that begins with %s, but %s listens on IPv4 only (%s): ask 127.0.0.1",
			p.Kind, r.Image.Base.Value, r.Program.Name, ls[0].Position())
		return false
	}
	return true
}

// speaks checks that a probe speaks what the program does. It returns false
// when it does not.
func (c *checker) speaks(r *run, p manifest.Probe, ls []*ports.Listener) bool {
	grpc := func(l *ports.Listener) bool { return l.GRPC && !l.Elsewhere }
	if !slices.ContainsFunc(ls, func(l *ports.Listener) bool { return !grpc(l) }) {
		c.report("manifestprobe", p.Port.Position, ls[0].Position(), "it listens here", "%s asks by HTTP, but %s speaks only gRPC there (%s)", p.Kind, r.Program.Name, ls[0].Position())
		return false
	}
	want := "HTTP"
	at := p.Position
	if p.Scheme.Set() {
		want, at = strings.ToUpper(p.Scheme.Value), p.Scheme.Position
	} else if !r.inPod() {
		return true
	}
	if p.Scheme.Open {
		return true
	}
	speak, other := "https", "TLS"
	if want == "HTTPS" {
		speak, other = "http", "HTTP without TLS"
	}
	// What serves on a port that is only bound here may put TLS between.
	if slices.ContainsFunc(ls, func(l *ports.Listener) bool { return l.Protocol() != speak || l.Elsewhere || l.Bare && speak == "http" }) {
		return true
	}
	c.report("manifestprobe", at, ls[0].Position(), "it listens here", "%s asks by %s, but %s speaks only %s there (%s)", p.Kind, want, r.Program.Name, other, ls[0].Position())
	return false
}

// speaksGRPC checks that a probe asks the gRPC health service where that is, of a
// program that has it on another port. It returns false when it does not.
func (c *checker) speaksGRPC(r *run, p manifest.Probe, n int, ls []*ports.Listener) bool {
	if slices.ContainsFunc(ls, func(l *ports.Listener) bool { return l.Protocol() != "http" || l.Elsewhere || l.Bare }) {
		return true
	}
	i := slices.IndexFunc(r.Program.Listeners, func(l *ports.Listener) bool { return l.GRPC && !l.Elsewhere })
	if i < 0 {
		return true
	}
	l := r.Program.Listeners[i]
	c.report("manifestprobe", p.Port.Position, l.Position(), "the gRPC server", "%s asks by gRPC at port %d, where %s speaks HTTP: its gRPC server listens elsewhere (%s)",
		p.Kind, n, r.Program.Name, l.Position())
	return false
}

// scrapes checks that Prometheus can reach the ports that it is told to ask.
func (c *checker) scrapes() {
	ask := func(r *run, p manifest.Text, who string) {
		n, ok := p.Number()
		for _, d := range r.Container.Ports {
			if !ok && !p.Open && d.Name.Value == p.Value {
				n, ok = d.Number.Number()
			}
		}
		switch {
		case !ok || r.Program == nil || c.others(r, n):
		case len(r.bound.On[n]) == 0 && !c.flagged[key(r, n)] && r.deaf(n, "tcp") && r.alone() && !meshes[n]:
			text, other := r.listens()
			c.report("manifestport", p.Position, other, "it listens here", "%s asks port %d, but %s listens on %s", who, n, r.Program.Name, text)
		case len(r.bound.On[n]) > 0:
			c.loopback(r, r.bound.On[n], n, p.Position, fmt.Sprintf("%s asks port %d", who, n))
		}
	}
	for _, r := range c.runs {
		if r.Workload == nil {
			continue
		}
		for _, p := range r.Workload.Scraped {
			ask(r, p, "prometheus.io/port")
		}
		for _, m := range c.set.Monitors {
			if m.Open || len(m.Selector) == 0 || m.Namespace != "" && r.Workload.Namespace != "" && m.Namespace != r.Workload.Namespace || !r.inPod() || !fits(m.Selector, r.Workload.Labels) {
				continue
			}
			for _, p := range m.Ports {
				ask(r, p, "PodMonitor "+m.Name)
			}
		}
	}
}

// meshes are the ports at which the proxies of meshes answer Prometheus. A whole
// namespace may be told to have them.
var meshes = map[int]bool{15014: true, 15020: true, 15090: true, 4191: true, 20200: true}

// alone reports whether r has its pod for itself, as far as is written.
func (r *run) alone() bool { return len(r.Workload.Containers) == 1 && !r.Workload.Open }

// fits reports whether labels are as a selector wants them.
func fits(selector, labels map[string]string) bool {
	for k, v := range selector {
		if labels[k] != v {
			return false
		}
	}
	return labels != nil
}
