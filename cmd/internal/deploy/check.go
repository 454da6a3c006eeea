package deploy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// Rules are the names of the findings about manifests, with what each says.
// They are no analyzers: manifests are not Go, and build caches do not see
// them.
var Rules = []struct{ Name, Summary string }{
	{"manifestport", "a port that a manifest exposes or targets is none that the program listens on"},
	{"manifestprobe", "a probe asks a port or path that the program does not serve"},
	{"manifestenv", "PORT is set, and the program never reads it"},
	{"manifestconflict", "two programs on one network take one port"},
	{"manifestgrace", "the program drains for as long as the platform waits, or longer"},
	{"manifestroot", "a port below 1024 for a user who is not root"},
	{"manifestshell", "a shell stands between the platform's SIGTERM and the program that handles it"},
	{"manifesttarget", "a Service targets a port by a name that no container has"},
	{"manifestingress", "an Ingress leads to a port that its Service does not have"},
	{"manifestconsul", "Consul is told a port or check that the program does not serve"},
	{"manifestloopback", "a port is published on which the program listens for its own machine only"},
}

// URL returns where the finding called name is explained.
func URL(name string) string {
	return "https://github.com/portvet/portvet/blob/main/docs/ports.md#" + name
}

// checker compares manifests with the programs that they run.
type checker struct {
	*Deployment
	findings []driver.Finding
	flagged  map[string]bool // runs and ports that are reported already
}

// Check returns what the manifests get wrong about the programs that they run,
// in the order of files and lines.
func (d *Deployment) Check() []driver.Finding {
	c := &checker{Deployment: d, flagged: make(map[string]bool)}
	for _, r := range d.runs {
		if r.Program == nil {
			continue
		}
		c.ports(r)
		c.probes(r)
		c.port(r)
		c.grace(r)
		c.root(r)
		c.shell(r)
		c.script(r)
		c.goRun(r)
		c.replicas(r)
	}
	c.conflicts()
	c.services()
	c.ingresses()
	c.consul()
	slices.SortStableFunc(c.findings, driver.Finding.Compare)
	return slices.CompactFunc(c.findings, func(a, b driver.Finding) bool {
		return a.File == b.File && a.Line == b.Line && a.Column == b.Column && a.Rule == b.Rule
	})
}

// report adds a finding at a place in a manifest, about another place.
func (c *checker) report(rule string, at manifest.Position, other ports.Position, what, format string, args ...any) {
	f := driver.Finding{
		Rule: rule, Message: fmt.Sprintf(format, args...), URL: URL(rule), Severity: driver.SeverityWarning,
		File: at.File, Line: at.Line, Column: at.Column, EndLine: at.Line, EndColumn: at.Column,
	}
	if other.File != "" {
		f.Related = []driver.Related{{File: other.File, Line: other.Line, Column: other.Column, Message: what}}
	}
	c.findings = append(c.findings, f)
}

// listens says on which ports a run listens, for messages, and where the first
// of them is.
func (r *run) listens() (text string, at ports.Position) {
	var parts []string
	for _, n := range r.bound.numbers() {
		l := r.bound.on[n][0]
		parts = append(parts, fmt.Sprintf("%d (%s, %s)", n, ports.From(l.Port), l.Position()))
		if at.File == "" {
			at = l.Position()
		}
	}
	if len(parts) == 0 {
		return "no port", at
	}
	return strings.Join(parts, " and "), at
}

// declared returns the ports that a run is said to have.
func (r *run) declared() []manifest.Port {
	if r.Container != nil {
		return r.Container.Ports
	}
	return r.Image.Expose
}

// ports checks the ports that a container or image offers.
func (c *checker) ports(r *run) {
	for _, p := range r.declared() {
		n, ok := p.Number.Number()
		if !ok {
			continue
		}
		c.offered(r, n, p.Proto, p.Number.Position, p.Via+" "+strconv.Itoa(n))
	}
	if r.Workload != nil && r.Workload.Kind == "knative" && len(r.declared()) == 0 && len(r.Workload.Containers) == 1 {
		c.offered(r, 8080, "tcp", r.Position(), "the platform sends requests to port 8080")
	}
}

// offered checks that a run listens on a port that is published, and not only
// for its own machine. It returns whether it reported.
func (c *checker) offered(r *run, n int, proto string, at manifest.Position, what string) {
	if !r.bound.complete {
		if ls := r.bound.on[n]; len(ls) > 0 {
			c.loopback(r, ls, at, what)
		}
		return
	}
	if !r.bound.has(n, proto) {
		if !r.deaf(n, proto) {
			return
		}
		text, other := r.listens()
		c.flagged[key(r, n)] = true
		c.report("manifestport", at, other, "it listens here", "%s, but %s listens on %s", what, r.Program.Name, text)
		return
	}
	c.loopback(r, r.bound.on[n], at, what)
}

func key(r *run, n int) string { return fmt.Sprintf("%p %d", r.Container, n) }

// loopback reports a published port on which all listeners are on loopback.
func (c *checker) loopback(r *run, ls []*ports.Listener, at manifest.Position, what string) {
	if !r.bound.complete || r.Workload != nil && r.Workload.HostNet {
		return
	}
	for _, l := range ls {
		if !r.setting.onLoopback(l) {
			return
		}
	}
	l := ls[0]
	hosts, _ := r.setting.decided(l.Host)
	c.report("manifestloopback", at, l.Position(), "it listens here", "%s is published, but %s listens there on %s only (%s, %s), where nothing outside the container can connect",
		what, r.Program.Name, strings.Join(hosts, " or "), ports.From(l.Host), l.Position())
}
