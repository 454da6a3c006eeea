package ports

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
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
	set      *manifest.Set
	runs     []*Run
	findings []driver.Finding
	flagged  map[string]bool // runs and ports that are reported already
}

// check returns what the manifests get wrong about the programs that they run,
// in the order of files and lines.
func check(set *manifest.Set, runs []*Run) []driver.Finding {
	c := &checker{set: set, runs: runs, flagged: make(map[string]bool)}
	for _, r := range runs {
		if r.Program == nil {
			continue
		}
		c.ports(r)
		c.probes(r)
		c.port(r)
		c.grace(r)
		c.root(r)
		c.shell(r)
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
func (c *checker) report(rule string, at manifest.Position, other Position, what, format string, args ...any) {
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
func (r *Run) listens() (text string, at Position) {
	var parts []string
	for _, n := range r.bound.numbers() {
		l := r.bound.on[n][0]
		parts = append(parts, fmt.Sprintf("%d (%s, %s)", n, From(l.Port), l.Position()))
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
func (r *Run) declared() []manifest.Port {
	if r.Container != nil {
		return r.Container.Ports
	}
	return r.Image.Expose
}

// ports checks the ports that a container or image offers.
func (c *checker) ports(r *Run) {
	for _, p := range r.declared() {
		n, ok := p.Number.Number()
		if !ok {
			continue
		}
		c.offered(r, n, p.Proto, p.Number.Position, p.Via+" "+strconv.Itoa(n))
	}
	if r.Workload != nil && r.Workload.Kind == "knative" && len(r.declared()) == 0 && len(r.Workload.Containers) == 1 {
		c.offered(r, 8080, "tcp", r.position(), "the platform sends requests to port 8080")
	}
}

// offered checks that a run listens on a port that is published, and not only
// for its own machine. It returns whether it reported.
func (c *checker) offered(r *Run, n int, proto string, at manifest.Position, what string) {
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

func key(r *Run, n int) string { return fmt.Sprintf("%p %d", r.Container, n) }

// loopback reports a published port on which all listeners are on loopback.
func (c *checker) loopback(r *Run, ls []*Listener, at manifest.Position, what string) {
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
		what, r.Program.Name, strings.Join(hosts, " or "), From(l.Host), l.Position())
}

// probes checks what asks a container whether it is well.
func (c *checker) probes(r *Run) {
	var all []manifest.Probe
	if r.Container != nil {
		all = r.Container.Probes
	}
	if r.Container == nil {
		all = append(all, manifest.Asks("HEALTHCHECK", r.Image.Health)...)
	}
	for _, p := range all {
		n, ok := c.probed(r, p)
		if ok && !c.flagged[key(r, n)] && !c.others(r, n) && r.deaf(n, "tcp") {
			text, other := r.listens()
			c.report("manifestprobe", p.Port.Position, other, "it listens here", "%s asks port %d, but %s listens on %s", p.Kind, n, r.Program.Name, text)
			continue
		}
		if ok && !r.bound.has(n, "tcp") && (c.others(r, n) || r.bound.complete) {
			continue
		}
		switch p.Type {
		case "http":
			if !p.Path.Set() || p.Path.Open {
				continue
			}
			if served, known := r.Program.Serves(p.Path.Value); known && !served {
				_, other := r.listens()
				c.report("manifestprobe", p.Path.Position, other, "it listens here", "%s asks for %q, but no route of %s serves it%s", p.Kind, p.Path.Value, r.Program.Name, r.Program.routesText())
			}
		case "grpc":
			if i := slices.IndexFunc(r.Program.Listeners, func(l *Listener) bool { return l.GRPC }); i >= 0 && !r.Program.GRPCWell {
				c.report("manifestprobe", p.Position, r.Program.Listeners[i].Position(), "the gRPC server", "%s asks the gRPC health service, but %s registers none (%s)",
					p.Kind, r.Program.Name, r.Program.Listeners[i].Position())
			}
		}
	}
}

// routesText lists the health endpoints that there are, for a message.
func (p *Program) routesText() string {
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

// probed returns the number of the port that a probe asks.
func (c *checker) probed(r *Run, p manifest.Probe) (n int, ok bool) {
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
	if !r.Workload.Open && r.Workload.Kind != "knative" {
		c.report("manifestprobe", p.Port.Position, Position(r.Container.Position), "the container", "%s asks port %q, but the container has no port of that name", p.Kind, p.Port.Value)
	}
	return 0, false
}

// others reports whether another container beside r may listen on port n.
func (c *checker) others(r *Run, n int) bool {
	return slices.ContainsFunc(c.runs, func(o *Run) bool {
		return o != r && o.Workload != nil && o.Workload == r.Workload && (o.Program == nil || !o.bound.complete || len(o.bound.on[n]) > 0)
	})
}

// port checks that a program reads the PORT that it is given.
func (c *checker) port(r *Run) {
	if r.Program.readsPort() || r.usesPort() {
		return
	}
	l := r.Program.first()
	if l == nil {
		return
	}
	if r.Container != nil && r.Workload.Kind == "process" && r.Workload.GivesPort {
		c.report("manifestenv", r.position(), l.Position(), "its port is decided here", "the platform says by PORT where %s has to listen, but it never reads that variable: its port comes from %s (%s)",
			r.Program.Name, From(l.Port), l.Position())
		return
	}
	var env []manifest.Env
	if r.Container != nil {
		env = r.Container.Env
	} else {
		env = r.Image.Env
	}
	for _, e := range env {
		if e.Name == "PORT" {
			c.report("manifestenv", e.Value.Position, l.Position(), "its port is decided here", "PORT is set, but %s never reads it: its port comes from %s (%s)", r.Program.Name, From(l.Port), l.Position())
			return
		}
	}
}

// first returns the listener whose port PORT would be, or nil.
func (p *Program) first() *Listener {
	var found *Listener
	for _, l := range p.Listeners {
		if l.RoleName() == "public" && (found == nil || found.GRPC && !l.GRPC) {
			found = l
		}
	}
	return found
}

// usesPort reports whether PORT is on the command line.
func (r *Run) usesPort() bool {
	var names []string
	if r.Container != nil {
		names = append(names, r.Container.Uses...)
	}
	if r.Image != nil {
		names = append(append(names, r.Image.Entrypoint.References()...), r.Image.Cmd.References()...)
	}
	return slices.Contains(names, "PORT")
}

// grace checks that a program has time to drain.
func (c *checker) grace(r *Run) {
	if r.Workload == nil || !r.Workload.Grace.Set() {
		return
	}
	n, ok := r.Workload.Grace.Number()
	if !ok {
		return
	}
	for _, d := range r.Program.Drains {
		if d.Limit >= time.Duration(n)*time.Second {
			c.report("manifestgrace", r.Workload.Grace.Position, d.Position, "the drain", "the platform kills %s after %ds, but it drains for up to %s (%s at %s), so requests are cut off",
				r.Program.Name, n, d.Limit, d.API, d.Position)
			return
		}
	}
}

// root checks that a user who is not root is not given ports that only root
// may have, which Docker allows by itself and other runtimes do not.
func (c *checker) root(r *Run) {
	if r.Container == nil && slices.ContainsFunc(c.runs, func(o *Run) bool { return o.Container != nil && o.Image == r.Image }) {
		return // what runs it tells more
	}
	user := manifest.Text{}
	if r.Image != nil {
		user = r.Image.User
	}
	if r.Container != nil {
		switch r.Workload.Kind {
		case "compose", "process", "fly":
			return
		}
		if r.Container.MayBind || r.Workload.HostNet && r.Workload.Open {
			return
		}
		if r.Container.User.Set() {
			user = r.Container.User
		}
	}
	if !user.Set() || user.Open && (r.Container == nil || !r.Container.NonRoot) || user.Value == "0" || user.Value == "root" {
		return
	}
	// A listener may be that of a branch which is not taken here: it has to be
	// the only one, or the manifest says that it is used.
	certain := func(n int) bool {
		return len(r.Program.Listeners) == 1 || slices.ContainsFunc(r.declared(), func(p manifest.Port) bool {
			m, ok := p.Number.Number()
			return ok && m == n
		})
	}
	for _, n := range r.bound.numbers() {
		if n < 1024 && certain(n) {
			l := r.bound.on[n][0]
			c.report("manifestroot", user.Position, l.Position(), "it listens here", "%s listens on port %d (%s, %s) and does not run as root, so binding it may not be permitted: choose a port from 1024 on",
				r.Program.Name, n, From(l.Port), l.Position())
			return
		}
	}
}

// handlesTerm returns a listener that stops by itself when the program is told
// to end.
func (p *Program) handlesTerm() *Listener {
	if !p.TermHandled && !slices.Contains(p.Signals, "SIGTERM") {
		return nil
	}
	for _, l := range p.Listeners {
		switch l.Stop {
		case "graceful", "builtin":
			return l
		}
	}
	return nil
}

// shell checks that no shell keeps SIGTERM from a program that handles it.
func (c *checker) shell(r *Run) {
	l := r.Program.handlesTerm()
	if l == nil {
		return
	}
	var line manifest.Text
	if r.Container != nil && r.Container.Command.Set() {
		words := append(slices.Clone(r.Container.Command.Args), r.Container.Args.Args...)
		if len(words) > 2 && shells[path.Base(words[0].Value)] && strings.HasPrefix(words[1].Value, "-") && strings.HasSuffix(words[1].Value, "c") && r.Workload.Kind != "process" {
			line = words[2]
		}
	} else if r.Image != nil {
		switch {
		case r.Image.Entrypoint.Set():
			line = r.Image.Entrypoint.Shell
		default:
			line = r.Image.Cmd.Shell
		}
	}
	if !line.Set() || hasWord(line.Value, "exec") || !runsIt(r, line.Value) {
		return
	}
	c.report("manifestshell", line.Position, l.Position(), "the server that would stop", "a shell runs %s here and need not pass SIGTERM on, so its graceful stop (%s) never begins: write the command as a list, or put exec before it",
		r.Program.Name, l.Position())
}

func hasWord(line, word string) bool { return slices.Contains(strings.Fields(line), word) }

// runsIt reports whether a word of a line is the program, and not a script
// that may do as it likes.
func runsIt(r *Run, line string) bool {
	return slices.ContainsFunc(strings.Fields(line), func(w string) bool {
		b := path.Base(strings.Trim(w, `"';&|`))
		if b == r.Program.binary() {
			return true
		}
		return r.Image != nil && slices.ContainsFunc(r.Image.Outputs, func(o manifest.Text) bool { return o.Value != "" && path.Base(o.Value) == b })
	})
}
