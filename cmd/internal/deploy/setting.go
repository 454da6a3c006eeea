package deploy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// setting is what decides about ports where a program runs: its environment
// and its command line.
type setting struct {
	env       map[string]manifest.Text
	envOpen   bool // more may be set
	noPort    bool // but not PORT
	flags     map[string]manifest.Text
	flagsOpen bool
	said      []manifest.Text          // the words of the command line
	args      []manifest.Text          // those that a script gives the program
	config    map[string]manifest.Text // what its configuration files say, by their keys
}

// settingOf returns the setting of a container that runs an image, which is
// nil where no Dockerfile is known for it, and begins with a command.
func settingOf(w *manifest.Workload, c *manifest.Container, img *manifest.Image, begin manifest.Command) setting {
	s := setting{env: make(map[string]manifest.Text), flags: make(map[string]manifest.Text)}
	if w != nil && w.GivesPort {
		s.env["PORT"] = given(w, c)
	}
	if img != nil {
		for _, e := range img.Env {
			s.env[e.Name] = e.Value
		}
	}
	s.words(begin)
	s.flagsOpen = s.flagsOpen || begin.Open
	if c == nil {
		return s
	}
	s.envOpen = c.EnvOpen
	s.noPort = w != nil && w.Kind == "fly" // it has secrets, and sets no PORT of its own
	for _, e := range c.Env {
		if w == nil || !w.GivesPort || e.Name != "PORT" { // the platform has the last word
			s.env[e.Name] = e.Value
		}
	}
	return s
}

// given returns the PORT that a platform sets: Knative that of the container,
// or 8080, as App Engine does; Render what it is told, or 10000; Heroku any.
func given(w *manifest.Workload, c *manifest.Container) manifest.Text {
	if w.Kind == "render" {
		for _, e := range c.Env {
			if e.Name == "PORT" {
				return e.Value
			}
		}
		return manifest.Text{Position: w.Position, Value: "10000"}
	}
	if w.Kind != "knative" && w.Kind != "appengine" {
		return manifest.Text{Position: w.Position, Open: true}
	}
	for _, p := range c.Ports {
		return p.Number
	}
	return manifest.Text{Position: w.Position, Value: "8080"}
}

// words notes the flags among the words of a command.
func (s *setting) words(c manifest.Command) {
	words := c.Args
	if c.Shell.Set() {
		for _, w := range strings.Fields(c.Shell.Value) {
			words = append(words, manifest.Text{Position: c.Shell.Position, Value: strings.Trim(w, `"'`), Open: strings.ContainsAny(w, "$`{")})
		}
	}
	s.said = append(s.said, words...)
	for i, w := range words {
		if len(words) > 1 && i > 0 && words[i-1].Value == "-c" && strings.ContainsAny(w.Value, " \t\n") {
			s.flagsOpen = true // the script of a shell
			continue
		}
		if !strings.HasPrefix(w.Value, "-") {
			s.flagsOpen = s.flagsOpen || w.Open
			continue
		}
		name, value, joined := strings.Cut(strings.TrimLeft(w.Value, "-"), "=")
		t := manifest.Text{Position: w.Position, Value: value, Open: w.Open}
		switch {
		case joined:
		case i+1 < len(words) && !strings.HasPrefix(words[i+1].Value, "-"):
			t = words[i+1]
		}
		if len(name) < 2 && !strings.HasPrefix(w.Value, "--") {
			s.flagsOpen = true // it may be short for another
		}
		s.flags[name] = t
	}
}

// decided returns the values that origins have under s: what decides, else the
// defaults. ok is false when that cannot be told.
func (s *setting) decided(origins []analyzers.PlanOrigin) (values []string, ok bool) {
	var defaults []string
	if len(origins) == 0 {
		return nil, false
	}
	for _, o := range origins {
		if t := s.env[o.Name]; o.Wins && t.Value != "" && !t.Open && !o.Mixed {
			return []string{t.Value}, true
		}
	}
	for _, o := range origins {
		var t manifest.Text
		set, more := false, false
		switch {
		case o.Kind == "literal":
			defaults = append(defaults, o.Text)
			continue
		case o.Kind == "env" && o.Name != "":
			t, set = s.env[o.Name]
			more = s.envOpen && (o.Name != "PORT" || !s.noPort)
		case o.Kind == "flag" && o.Name != "":
			t, set = s.flags[o.Name]
			more = s.flagsOpen
		case o.Kind == "config" && o.Key != "":
			t, set = s.config[strings.ToLower(o.Key)]
			more = true
		default:
			return nil, false
		}
		switch {
		case set && (t.Open || o.Mixed), !set && more:
			return nil, false
		case set && t.Value != "" && !slices.Contains(values, t.Value):
			values = append(values, t.Value)
		}
	}
	if len(values) > 0 {
		return values, true
	}
	return defaults, len(defaults) > 0
}

// portsOf returns the ports on which l listens under s; ok is false when that
// cannot be told.
func (s *setting) portsOf(l *ports.Listener) (ports []int, ok bool) {
	if l.Socket {
		return nil, true
	}
	if l.Elsewhere || l.AnyNet {
		return nil, false
	}
	values, ok := s.decided(l.Port)
	if !ok {
		return nil, false
	}
	for _, v := range values {
		if i := strings.LastIndexByte(v, ':'); i >= 0 {
			v = v[i+1:]
		}
		n, err := strconv.Atoi(v)
		if err != nil {
			if n, ok = named[v]; !ok {
				return nil, false
			}
		}
		if n <= 0 {
			return nil, false // any port
		}
		ports = append(ports, n)
	}
	return ports, true
}

// named are ports by name that programs listen on.
var named = map[string]int{"http": 80, "https": 443, "http-alt": 8080, "domain": 53}

// onLoopback reports whether l is certain to listen on loopback only.
func (s *setting) onLoopback(l *ports.Listener) bool {
	values, ok := s.decided(l.Host)
	if !ok {
		return false
	}
	for _, v := range values {
		if host, _, ok := manifest.HostPort(v); ok {
			v = host
		}
		if !loopback(v) {
			return false
		}
	}
	return true
}

// choice returns the value that decides for origins under s, where one that is
// set does.
func (s *setting) choice(origins []analyzers.PlanOrigin) (t manifest.Text, ok bool) {
	for _, o := range origins {
		set := false
		switch o.Kind {
		case "env":
			t, set = s.env[o.Name]
		case "flag":
			t, set = s.flags[o.Name]
		case "config":
			t, set = s.config[strings.ToLower(o.Key)]
		}
		if set && !t.Open && t.Value != "" {
			return t, true
		}
	}
	return manifest.Text{}, false
}

// bound is what a program listens on under a setting.
type bound struct {
	on       map[int][]*ports.Listener
	complete bool // there is nothing else
}

// binds returns what p listens on under s.
func (s *setting) binds(p *ports.Program) bound {
	b := bound{on: make(map[int][]*ports.Listener), complete: len(p.Listeners) > 0}
	for _, l := range p.Listeners {
		ports, ok := s.portsOf(l)
		if !ok {
			b.complete = false
			continue
		}
		for _, n := range ports {
			b.on[n] = append(b.on[n], l)
		}
	}
	return b
}

// has reports whether something listens on port n over a protocol.
func (b bound) has(n int, proto string) bool {
	return slices.ContainsFunc(b.on[n], func(l *ports.Listener) bool {
		return l.Network() == "unknown" || strings.HasPrefix(l.Network(), proto) || proto == "" || l.Proto == "http3" || l.Proto == "quic"
	})
}

// numbers returns the ports, in order.
func (b bound) numbers() (ns []int) {
	for n := range b.on {
		ns = append(ns, n)
	}
	slices.Sort(ns)
	return ns
}

// deaf reports whether it is certain that nothing of r listens on port n: all
// listeners of the program are known, and none is there; nor is the number
// anywhere in its code, environment or arguments, from where a library may have
// it.
func (r *run) deaf(n int, proto string) bool {
	if !r.bound.complete || r.bound.has(n, proto) || r.Program.Mentions(n) {
		return false
	}
	for name, t := range r.setting.env {
		if r.ignores(name) {
			continue // it is for nothing
		}
		if holdsNumber(t.Value, n) {
			return false
		}
	}
	return !slices.ContainsFunc(r.setting.said, func(t manifest.Text) bool { return holdsNumber(t.Value, n) })
}

// holdsNumber reports whether a text has the number n in it, with no digit
// before or behind it.
func holdsNumber(text string, n int) bool {
	return slices.Contains(strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }), strconv.Itoa(n))
}

// shown reports whether the image of a run, for which no Dockerfile is known,
// gives its program no flags that its container does not show: the arguments
// that the container has stand in the place of the image's, or the set has no
// Dockerfile, as where ko or a buildpack makes the image.
func (r *run) shown(set *manifest.Set) bool {
	if r.Container == nil || r.Container.Command.Open || r.Container.Args.Open || r.shortFlags() {
		return false
	}
	return len(r.Container.Args.Args) > 0 || len(set.Images) == 0 || r.Workload.Kind == "appengine" || r.Container.Build.Native != nil
}

// shortFlags reports whether a flag of r may be short for another.
func (r *run) shortFlags() bool {
	return slices.ContainsFunc(r.begin.Args, func(t manifest.Text) bool {
		return len(t.Value) == 2 && t.Value[0] == '-' && t.Value[1] != '-' || t.Open
	})
}
