package manifest

import (
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

// What follows is what commands do that are run inside of a container: those of
// health checks ask, those of hooks sleep.

// IsShell reports whether a file is a shell, which runs the line behind -c.
func IsShell(file string) bool {
	switch path.Base(file) {
	case "sh", "bash", "ash", "dash":
		return true
	}
	return false
}

// InShell returns a command as the line that a shell runs, when it is that: in
// the shell form, or behind sh -c.
func (c Command) InShell() (line Text, ok bool) {
	switch {
	case c.Shell.Set():
		return c.Shell, true
	case len(c.Args) > 2 && IsShell(c.Args[0].Value) && strings.HasPrefix(c.Args[1].Value, "-") && strings.HasSuffix(c.Args[1].Value, "c"):
		return c.Args[2], true
	}
	return Text{}, false
}

// words returns the words of a command, also of a line that a shell runs.
func (c Command) words() []Text {
	line, ok := c.InShell()
	if !ok {
		return c.Args
	}
	var words []Text
	for _, w := range recipe.Words(line.Value) {
		words = append(words, Text{line.Position, w, open(w)})
	}
	return words
}

// Tool returns the name of the program that a command runs first, "" where that
// is not known.
func (c Command) Tool() string {
	words := c.words()
	if len(words) == 0 || words[0].Open || strings.ContainsAny(words[0].Value, "=(){};&|!") {
		return ""
	}
	return path.Base(words[0].Value)
}

// Check returns the health check of the image as it is run in c, which may be nil: Docker
// fills in nothing there, the shell does, with the variables that c sets.
// Have: ENV PORT=8080, HEALTHCHECK CMD wget -q localhost:$PORT, and in Compose PORT: "8081"
func (img *Image) Check(c *Container) Command {
	how := img.Health
	if c == nil || !how.Shell.Set() || !slices.ContainsFunc(references(how.Raw), func(name string) bool { return c.EnvOpen || sets(c.Env, name) != nil }) {
		return how
	}
	line := variable().ReplaceAllStringFunc(how.Raw, func(ref string) string {
		m := variable().FindStringSubmatch(ref)
		name := m[1] + m[2]
		e := sets(c.Env, name)
		if e == nil && !c.EnvOpen {
			e = sets(img.Env, name)
		}
		if e == nil || e.Value.Open || e.Value.Value == "" {
			return ref
		}
		return e.Value.Value
	})
	how.Shell.Value, how.Shell.Open = line, open(line)
	return how
}

// sets returns what env says of name last, or nil.
func sets(env []Env, name string) *Env {
	for i := range slices.Backward(env) {
		if env[i].Name == name {
			return &env[i]
		}
	}
	return nil
}

// asks adds a health check that is a command.
func (c *Container) asks(kind string, how Command) {
	c.Probes = append(c.Probes, Asks(kind, how)...)
	if how.Set() && (how.Shell.Set() || len(how.Args) > 0) {
		c.Tests = append(c.Tests, Test{kind, how})
	}
}

// checks adds a health check as Docker has it: a line for a shell, or a list that
// begins with CMD or CMD-SHELL.
func (c *Container) checks(kind string, test node) {
	if test.Node == nil {
		return
	}
	words := test.words()
	how := Command{Position: test.position()}
	switch {
	case test.is(yaml.ScalarNode):
		how.Shell = test.text()
	case len(words) > 1 && words[0].Value == "CMD-SHELL":
		how.Shell = words[1]
	case len(words) > 1 && words[0].Value == "CMD":
		how.Args = words[1:]
	}
	c.asks(kind, how)
}

// Asks returns the requests that the command of a health check makes of its
// own container, of those tools whose command line says it.
func Asks(kind string, c Command) (out []Probe) {
	tool := c.Tool()
	for _, w := range c.words() {
		scheme, rest, web := strings.Cut(w.Value, "://")
		if name, _, ok := HostPort(strings.SplitN(w.Value, "/", 2)[0]); !web && ok && own(name) && (tool == "curl" || tool == "wget") {
			scheme, rest, web = "http", w.Value, true // as these take it
		}
		if !web || scheme != "http" && scheme != "https" {
			continue
		}
		host, path, _ := strings.Cut(rest, "/")
		name, port, ok := HostPort(host)
		if !ok {
			name, port = host, map[string]string{"http": "80", "https": "443"}[scheme]
		}
		if !own(name) {
			continue
		}
		path, _, _ = strings.Cut(path, "?")
		out = append(out, Probe{
			Position: w.Position, Kind: kind, Type: "http", Tool: tool,
			Host: Text{w.Position, name, false}, Scheme: Text{w.Position, strings.ToUpper(scheme), false},
			Path: Text{w.Position, "/" + path, open(path)}, Port: Text{w.Position, port, open(port)},
		})
	}
	if p, ok := c.asksByTool(kind); ok {
		out = append(out, p)
	}
	return out
}

// asksByTool returns what a command asks that names a port, and no URL: nc -z,
// and grpc_health_probe.
func (c Command) asksByTool(kind string) (p Probe, ok bool) {
	words := c.words()
	for i, w := range words {
		if strings.ContainsAny(w.Value, "|;&") {
			words = words[:i]
			break
		}
	}
	switch tool := c.Tool(); {
	case (tool == "nc" || tool == "netcat") && len(words) > 2:
		host, port := words[len(words)-2], words[len(words)-1]
		p = Probe{Position: port.Position, Kind: kind, Type: "tcp", Tool: tool, Host: host, Port: port}
	case strings.HasPrefix(tool, "grpc_health_probe") || strings.HasPrefix(tool, "grpc-health-probe"):
		for i, w := range words {
			name, addr, joined := strings.Cut(strings.TrimLeft(w.Value, "-"), "=")
			at := w.Position
			if name == "addr" && !joined && i+1 < len(words) {
				addr, at = words[i+1].Value, words[i+1].Position
			}
			if host, port, isAddr := HostPort(addr); name == "addr" && isAddr {
				p = Probe{Position: at, Kind: kind, Type: "grpc", Tool: tool, Host: Text{at, host, false}, Port: Text{at, port, open(port)}}
			}
		}
	}
	return p, p.Port.Set() && (p.Host.Value == "" || own(p.Host.Value))
}

// own reports whether a host is the machine, or container, that asks it.
func own(host string) bool {
	return slices.Contains([]string{"localhost", "127.0.0.1", "0.0.0.0", "[::1]", "::1"}, host)
}

var sleeps = lazy.Regexp(`\bsleep\s+(\d+(?:\.\d+)?)([smh]?)\b`)

// sleeping returns the seconds that a command sleeps, Open where that is not
// known. What it does besides may take longer.
func sleeping(c Command) Text {
	t := Text{Position: c.Position, Open: true}
	line, inShell := c.InShell()
	if !inShell {
		var words []string
		for _, a := range c.Args {
			words = append(words, a.Value)
		}
		line = Text{c.Position, strings.Join(words, " "), false}
		if len(words) > 0 && path.Base(words[0]) != "sleep" {
			return t
		}
	}
	all := sleeps().FindAllStringSubmatch(line.Value, -1)
	if len(all) != 1 {
		return t
	}
	unit := all[0][2]
	if unit == "" {
		unit = "s"
	}
	t.Position, t.Value, t.Open = line.Position, all[0][1]+unit, false
	return duration(t)
}

// PreStop is the kind of a test that is none, but the hook before SIGTERM.
const PreStop = "preStop"

// hooked adds what a container does before SIGTERM, of Kubernetes.
func (c *Container) hooked(n node) {
	how := n.get("exec", "command")
	seconds := n.get("sleep", "seconds").text()
	switch {
	case n.Node == nil:
	case seconds.Set():
		c.PreStop = seconds
	case how.Node != nil:
		c.runsHook(Command{Position: how.position(), Args: how.words()})
	default:
		c.PreStop = Text{Position: n.position(), Open: true}
	}
}

// runsHook adds a command that is run before SIGTERM.
func (c *Container) runsHook(how Command) {
	c.PreStop = sleeping(how)
	c.Tests = append(c.Tests, Test{PreStop, how})
}

// kept reports whether Compose starts a service again when it ends: it is run
// for others, and not only on a laptop.
func kept(n node) bool {
	switch n.get("restart").text().Value {
	case "always", "unless-stopped", "on-failure":
		return true
	}
	return n.get("deploy").Node != nil
}

// scraped returns the ports that annotations of a pod tell Prometheus to ask.
func scraped(annotations node) (ports []Text) {
	if annotations.get("prometheus.io/scrape").text().Value != "true" {
		return nil
	}
	if p := annotations.get("prometheus.io/port").text(); p.Set() {
		ports = append(ports, p)
	}
	return ports
}

// injectors begin the names of annotations and labels by which something is asked to put
// a container of its own into a pod.
var injectors = []string{"dapr.io/", "sidecar.istio.io/", "linkerd.io/inject", "consul.hashicorp.com/connect-inject", "sidecar.opentelemetry.io/", "vault.hashicorp.com/agent-inject", "appmesh.k8s.aws/", "kuma.io/"}

// injected reports whether a pod asks for such a container.
func injected(metadata node) bool {
	for _, key := range []string{"annotations", "labels"} {
		for _, p := range metadata.get(key).pairs() {
			if p.value.text().Value == "false" || p.value.text().Value == "disabled" {
				continue
			}
			if slices.ContainsFunc(injectors, func(name string) bool { return strings.HasPrefix(p.key.Value, name) }) {
				return true
			}
		}
	}
	return false
}

// monitor adds a PodMonitor.
func (s *Set) monitor(d document) {
	spec := d.get("spec")
	m := &Monitor{Position: d.position(), Open: d.open || spec.get("selector", "matchExpressions").Node != nil, Selector: spec.get("selector", "matchLabels").texts()}
	m.Name, m.Namespace = name(d)
	if names := spec.get("namespaceSelector"); names.Node != nil {
		m.Namespace = ""
	}
	for _, e := range spec.get("podMetricsEndpoints").list() {
		for _, key := range []string{"port", "portNumber", "targetPort"} {
			if p := e.get(key).text(); p.Set() {
				m.Ports = append(m.Ports, p)
				break
			}
		}
	}
	s.Monitors = append(s.Monitors, m)
}

// references returns the variables that a text refers to.
func references(text string) (names []string) {
	return Command{Shell: Text{Value: text}}.References()
}
