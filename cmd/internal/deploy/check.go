package deploy

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
	"github.com/portvet/portvet/cmd/internal/setting"
)

// Rule is a kind of findings about manifests. It is no analyzer: manifests are
// not Go, and build caches do not see them.
type Rule struct {
	Name, Summary string
	Strict        bool // it is off unless strict is on, or it is enabled
}

// Rules are the kinds of findings about manifests.
var Rules = []Rule{
	{Name: "manifestport", Summary: "a port that a manifest exposes or targets is none that the program listens on"},
	{Name: "manifestprobe", Summary: "a probe asks what the program does not serve, or what cannot ask it"},
	{Name: "manifestenv", Summary: "a variable for the port is set, and the program never reads it"},
	{Name: "manifestconflict", Summary: "two programs on one network take one port"},
	{Name: "manifestgrace", Summary: "the program drains for as long as the platform waits, or longer"},
	{Name: "manifestsignal", Summary: "the platform tells the program to end by a signal that it does not catch"},
	{Name: "manifestroot", Summary: "a port below 1024 for a user who is not root"},
	{Name: "manifestshell", Summary: "a shell stands between the platform's SIGTERM and the program that handles it"},
	{Name: "manifesttarget", Summary: "a Service targets a port by a name that no container has"},
	{Name: "manifestingress", Summary: "an Ingress leads to a port that its Service does not have"},
	{Name: "manifestconsul", Summary: "Consul is told a port or check that the program does not serve"},
	{Name: "manifestloopback", Summary: "a port is published or asked on which the program listens for its own machine only"},
	{Name: "manifestlink", Summary: "a Service of Kubernetes sets the variable that decides the program's port to an URL"},
	{Name: "manifestargs", Summary: "a command line names a variable that nothing fills in where it decides the port"},
	{Name: "manifestgap", Summary: "the program stops as soon as it is told to, while a Service still sends it requests", Strict: true},
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
	local    map[string]bool // those that are reported as on loopback
	strict   bool
}

// Check returns what the manifests get wrong about the programs that they run,
// in the order of files and lines. strict adds what many live with; findings of
// rules that are strict are always among them.
func (d *Deployment) Check(strict bool) []driver.Finding {
	c := &checker{Deployment: d, flagged: make(map[string]bool), local: make(map[string]bool), strict: strict}
	for _, r := range d.runs {
		if r.Program == nil {
			continue
		}
		c.ports(r)
		c.probes(r)
		c.tools(r)
		c.port(r)
		c.besidePort(r)
		c.links(r)
		c.args(r)
		c.grace(r)
		c.signal(r)
		c.root(r)
		c.shell(r)
		c.script(r)
		c.goRun(r)
		c.replicas(r)
	}
	c.conflicts()
	c.published()
	c.services()
	c.ingresses()
	c.consul()
	c.scrapes()
	c.gaps()
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
	for _, n := range r.bound.Numbers() {
		l := r.bound.On[n][0]
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
	switch {
	case r.Container != nil:
		return r.Container.Ports
	case r.Image.ByArgument:
		return nil // it may be for several programs
	}
	return r.Image.Expose
}

// ports checks the ports that a container or image offers.
func (c *checker) ports(r *run) {
	for _, p := range r.declared() {
		n, ok := p.Number.Number()
		if !ok {
			c.unasked(r, p)
			continue
		}
		c.offered(r, n, p.Proto, p.Number.Position, p.Via+" "+strconv.Itoa(n))
	}
	if r.Workload != nil && (r.Workload.Kind == "knative" || r.Workload.Kind == "appengine") && len(r.declared()) == 0 && len(r.Workload.Containers) == 1 {
		c.offered(r, 8080, "tcp", r.Position(), "the platform sends requests to port 8080")
	}
	// Render finds out where else a program listens.
	if n, ok := r.setting.Env["PORT"].Number(); ok && r.Workload != nil && r.Workload.Kind == "render" && r.Workload.GivesPort {
		if ls := r.bound.On[n]; len(ls) > 0 {
			c.loopback(r, ls, n, r.setting.Env["PORT"].Position, fmt.Sprintf("the platform sends requests to port %d", n))
		}
	}
}

// offered checks that a run listens on a port that is published, and not only
// for its own machine. It returns whether it reported.
func (c *checker) offered(r *run, n int, proto string, at manifest.Position, what string) {
	if !r.bound.Complete {
		switch ls := r.bound.On[n]; {
		case len(ls) > 0:
			c.loopback(r, ls, n, at, what+published(what))
		case published(what) == " is published" && r.local() && !c.mayBear(r):
			c.allLocal(r, n, at, what+published(what))
		}
		return
	}
	if !r.bound.Has(n, proto) {
		if !r.deaf(n, proto) || c.bears(r, n) {
			return
		}
		text, other := r.listens()
		c.flagged[key(r, n)] = true
		c.report("manifestport", at, other, "it listens here", "%s, but %s listens on %s", what, r.Program.Name, text)
		return
	}
	c.loopback(r, r.bound.On[n], n, at, what+published(what))
}

// unasked reports a port that the platform chooses, while the program listens on one that
// is known, and nothing in its setting speaks of the other.
// Have: network { port "http" {} }
func (c *checker) unasked(r *run, p manifest.Port) {
	ns := r.bound.Numbers()
	if !p.Chosen || !r.bound.Complete || len(ns) == 0 || r.behindScript() || r.script != nil || slices.ContainsFunc(r.setting.Said, func(w manifest.Text) bool { return manifest.Offers(w.Value) }) {
		return
	}
	if slices.ContainsFunc(r.Container.Env, func(e manifest.Env) bool { return !manifest.Offered(e.Name) && manifest.Offers(e.Value.Value) }) {
		return // see port
	}
	for _, other := range r.declared() { // it has a port of its own
		if n, ok := other.Number.Number(); ok && slices.Contains(ns, n) {
			return
		}
	}
	key := "to"
	if r.Workload.HostNet {
		key = "static"
	}
	text, other := r.listens()
	c.report("manifestport", p.Position, other, "it listens here", "%s is one that the platform chooses, but %s listens on %s: write %s = %d, or tell the program by NOMAD_PORT_%s",
		p.Via, r.Program.Name, text, key, ns[0], p.Name.Value)
}

// instances yields what runs the image of r, which is one by itself.
func (c *checker) instances(r *run) iter.Seq[*run] {
	return func(yield func(*run) bool) {
		for _, o := range c.runs {
			if r.Container == nil && o.Container != nil && o.Program == r.Program && o.Image != nil && o.Image.File == r.Image.File && !yield(o) {
				return
			}
		}
	}
}

// mayBear reports whether what runs the image of r, which is one by itself, may
// make its program listen elsewhere than the image does.
func (c *checker) mayBear(r *run) bool {
	for o := range c.instances(r) {
		if !o.bound.Complete {
			return true
		}
	}
	return false
}

// bears reports whether what runs the image of r, which is one by itself, makes its
// program listen on port n.
func (c *checker) bears(r *run, n int) bool {
	for o := range c.instances(r) {
		if len(o.bound.On[n]) > 0 {
			return true
		}
	}
	return false
}

// opened reports whether what runs the image of r, which is one by itself, makes its
// program listen on port n for others than its own machine.
// Have: CMD ["/app"], where -http is 127.0.0.1:8080 by default, and in Compose command: [/app, -http, :8080]
func (c *checker) opened(r *run, n int) bool {
	for o := range c.instances(r) {
		if slices.ContainsFunc(o.bound.On[n], func(l *ports.Listener) bool { return !o.setting.OnLoopback(l) }) {
			return true
		}
	}
	return false
}

func key(r *run, n int) string { return fmt.Sprintf("%p %d", r.Container, n) }

// published says what becomes of a port, for a message: one that only documents
// is not published.
func published(what string) string {
	switch via, _, _ := strings.Cut(what, " "); via {
	case "ports", "internal_port":
		return " is published"
	case "containerPort", "EXPOSE", "expose":
		return " is declared"
	}
	return ""
}

// loopback reports a port that others ask, on which all listeners are on
// loopback. What asks it is the first that is found: one cause is one finding.
func (c *checker) loopback(r *run, ls []*ports.Listener, n int, at manifest.Position, what string) {
	if r.Workload != nil && r.Workload.HostNet || c.local[key(r, n)] || c.mayBear(r) {
		return
	}
	for _, l := range ls {
		// Where not all is known, the manifest itself has to choose loopback: no
		// other can have the port then. What it does not choose, others may.
		if _, chosen := r.setting.Choice(l.Host); !r.setting.OnLoopback(l) || !chosen && (!r.bound.Complete || c.opened(r, n)) {
			return
		}
	}
	if p, ok := c.asks(r, n); ok {
		at, what = p.Port.Position, fmt.Sprintf("%s asks port %d", p.Kind, n)
	}
	l := ls[0]
	c.local[key(r, n)] = true
	hosts, _ := r.setting.Decided(l.Host)
	c.report("manifestloopback", at, l.Position(), "it listens here", "%s, but %s listens there on %s only (%s, %s), where nothing outside the container can connect",
		what, r.Program.Name, strings.Join(hosts, " or "), ports.From(l.Host), l.Position())
}

// local reports whether all that the program of r listens on is on loopback, whatever its ports.
func (r *run) local() bool {
	return !r.beside && len(r.Program.Listeners) > 0 && !slices.ContainsFunc(r.Program.Listeners, func(l *ports.Listener) bool {
		return !r.setting.OnLoopback(l)
	})
}

// allLocal reports a port that is published of a program whose listeners are all on loopback.
func (c *checker) allLocal(r *run, n int, at manifest.Position, what string) {
	if r.Workload != nil && r.Workload.HostNet || c.local[key(r, n)] {
		return
	}
	i := slices.IndexFunc(r.Program.Listeners, func(l *ports.Listener) bool { return l.RoleName() == "public" })
	if i < 0 {
		return
	}
	l := r.Program.Listeners[i]
	c.local[key(r, n)] = true
	hosts, _ := r.setting.Decided(l.Host)
	c.report("manifestloopback", at, l.Position(), "it listens here", "%s, but %s listens on %s only (%s, %s), where nothing outside the container can connect",
		what, r.Program.Name, strings.Join(hosts, " or "), ports.From(l.Host), l.Position())
}

// besidePort reports loopback that a run chooses beside the PORT to which its platform sends
// requests.
func (c *checker) besidePort(r *run) {
	if r.Workload == nil || r.Container == nil || !r.Workload.GivesPort {
		return
	}
	for _, l := range r.Program.Listeners {
		host, t, ok := r.setting.BesidePort(l.Host)
		if !ok || !setting.Loopback(host) {
			continue
		}
		c.report("manifestloopback", t.Position, l.Position(), "it listens here", "the platform sends requests to the port in PORT, but %s listens there on %s only (%s, %s), where nothing outside the container can connect",
			r.Program.Name, host, ports.From(l.Host), l.Position())
		return
	}
}

// asks returns the first probe by which the platform asks port n of r from
// outside of the container.
func (c *checker) asks(r *run, n int) (manifest.Probe, bool) {
	if r.Container == nil || !r.inPod() {
		return manifest.Probe{}, false
	}
	for _, p := range r.Container.Probes {
		if m, ok := r.portOf(p); ok && m == n && p.Tool == "" && !p.Host.Set() {
			return p, true
		}
	}
	return manifest.Probe{}, false
}
