// Package setting knows what decides about a program's ports where it runs: the
// environment, command line and files that it is given, and on which ports it
// listens with them.
package setting

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// Setting is what decides about ports where a program runs: its environment
// and its command line.
type Setting struct {
	Env       map[string]manifest.Text
	EnvOpen   bool // more may be set
	NoPort    bool // but not PORT
	Flags     map[string]manifest.Text
	FlagsOpen bool
	Said      []manifest.Text          // the words of the command line
	Args      []manifest.Text          // those that a script gives the program
	Config    map[string]manifest.Text // what its configuration files say, by their keys
	Over      map[string]manifest.Text // what may stand in the place of that: variables called like the keys
}

// Of returns the setting of a container that runs an image, which is
// nil where no Dockerfile is known for it, and begins with a command.
func Of(w *manifest.Workload, c *manifest.Container, img *manifest.Image, begin manifest.Command) Setting {
	s := Setting{Env: make(map[string]manifest.Text), Flags: make(map[string]manifest.Text)}
	if w != nil && w.GivesPort {
		s.Env["PORT"] = given(w, c)
	}
	if img != nil {
		for _, e := range img.Env {
			s.Env[e.Name] = e.Value
		}
	}
	s.Words(begin)
	s.FlagsOpen = s.FlagsOpen || begin.Open
	if c == nil {
		return s
	}
	s.EnvOpen = c.EnvOpen
	s.NoPort = w != nil && w.Kind == "fly" // it has secrets, and sets no PORT of its own
	for _, e := range c.Env {
		if w == nil || !w.GivesPort || e.Name != "PORT" { // the platform has the last word
			s.Env[e.Name] = e.Value
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

// Words notes the flags among the words of a command.
func (s *Setting) Words(c manifest.Command) {
	words := c.Args
	if c.Shell.Set() {
		for _, w := range strings.Fields(c.Shell.Value) {
			words = append(words, manifest.Text{Position: c.Shell.Position, Value: strings.Trim(w, `"'`), Open: strings.ContainsAny(w, "$`{")})
		}
	}
	s.Said = append(s.Said, words...)
	for i, w := range words {
		if len(words) > 1 && i > 0 && words[i-1].Value == "-c" && strings.ContainsAny(w.Value, " \t\n") {
			s.FlagsOpen = true // the script of a shell
			continue
		}
		if !strings.HasPrefix(w.Value, "-") {
			s.FlagsOpen = s.FlagsOpen || w.Open
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
			s.FlagsOpen = true // it may be short for another
		}
		s.Flags[name] = t
	}
}

// Decided returns the values that origins have under s: what decides, else the
// defaults. ok is false when that cannot be told.
func (s *Setting) Decided(origins []analyzers.PlanOrigin) (values []string, ok bool) {
	var defaults []string
	if len(origins) == 0 {
		return nil, false
	}
	for _, o := range origins {
		if t := s.Env[o.Name]; o.Wins && t.Value != "" && !t.Open && !o.Mixed {
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
			t, set = s.Env[o.Name]
			more = s.EnvOpen && (o.Name != "PORT" || !s.NoPort)
		case o.Kind == "flag" && o.Name != "":
			t, set = s.Flags[o.Name]
			more = s.FlagsOpen
		case o.Kind == "config" && o.Key != "":
			t, set = s.Config[strings.ToLower(o.Key)]
			more = true
			if over, ok := s.Over[strings.ToLower(o.Key)]; ok {
				if over.Open {
					return nil, false
				}
				values = append(values, over.Value)
			}
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

// PortsOf returns the ports on which l listens under s; ok is false when that
// cannot be told.
func (s *Setting) PortsOf(l *ports.Listener) (ports []int, ok bool) {
	if l.Socket {
		return nil, true
	}
	if l.Elsewhere || l.AnyNet {
		return nil, false
	}
	values, ok := s.Decided(l.Port)
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

// OnLoopback reports whether l is certain to listen on loopback only.
func (s *Setting) OnLoopback(l *ports.Listener) bool {
	values, ok := s.Decided(l.Host)
	if !ok {
		return false
	}
	for _, v := range values {
		if host, _, ok := manifest.HostPort(v); ok {
			v = host
		}
		if !Loopback(v) {
			return false
		}
	}
	return true
}

// Choice returns the value that decides for origins under s, where one that is
// set does.
func (s *Setting) Choice(origins []analyzers.PlanOrigin) (t manifest.Text, ok bool) {
	for _, o := range origins {
		set := false
		switch o.Kind {
		case "env":
			t, set = s.Env[o.Name]
		case "flag":
			t, set = s.Flags[o.Name]
		case "config":
			t, set = s.Config[strings.ToLower(o.Key)]
		}
		if set && !t.Open && t.Value != "" {
			return t, true
		}
	}
	return manifest.Text{}, false
}

// BesidePort returns the host that a flag is given for origins under s before the variable
// PORT, whatever the platform puts into that, and where.
// Have: web: bin/api -addr=127.0.0.1:$PORT
func (s *Setting) BesidePort(origins []analyzers.PlanOrigin) (host string, t manifest.Text, ok bool) {
	for _, o := range origins {
		if o.Kind != "flag" || o.Mixed {
			continue
		}
		t := s.Flags[o.Name]
		for _, ref := range [...]string{":$PORT", ":${PORT}", ":$(PORT)"} {
			if host, ok = strings.CutSuffix(strings.Trim(t.Value, `"'`), ref); ok && host != "" && !strings.ContainsAny(host, "$`{}") {
				return host, t, true
			}
		}
	}
	return "", manifest.Text{}, false
}

// Bound is what a program listens on under a setting.
type Bound struct {
	On       map[int][]*ports.Listener
	Complete bool // there is nothing else
}

// Binds returns what p listens on under s.
func (s *Setting) Binds(p *ports.Program) Bound {
	b := Bound{On: make(map[int][]*ports.Listener), Complete: len(p.Listeners) > 0}
	for _, l := range p.Listeners {
		ports, ok := s.PortsOf(l)
		if !ok {
			b.Complete = false
			continue
		}
		for _, n := range ports {
			b.On[n] = append(b.On[n], l)
		}
	}
	return b
}

// Has reports whether something listens on port n over a protocol.
func (b Bound) Has(n int, proto string) bool {
	return slices.ContainsFunc(b.On[n], func(l *ports.Listener) bool {
		return l.Network() == "unknown" || strings.HasPrefix(l.Network(), proto) || proto == "" || l.Proto == "http3" || l.Proto == "quic"
	})
}

// Numbers returns the ports, in order.
func (b Bound) Numbers() (ns []int) {
	for n := range b.On {
		ns = append(ns, n)
	}
	slices.Sort(ns)
	return ns
}

// Loopback reports whether a host is the machine that asks for it.
func Loopback(host string) bool {
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return host == "localhost" || err == nil && addr.Unmap().IsLoopback()
}

// OnIPv4 reports whether l is certain not to listen on IPv6.
func (s *Setting) OnIPv4(l *ports.Listener) bool {
	if l.AnyNet {
		return false
	}
	if l.Family != "" {
		return l.Family == "4"
	}
	hosts, ok := s.Decided(l.Host)
	return ok && !slices.ContainsFunc(hosts, func(h string) bool {
		if host, _, ok := manifest.HostPort(h); ok {
			h = host
		}
		addr, err := netip.ParseAddr(strings.Trim(h, "[]"))
		return err != nil || !addr.Is4() || addr.IsUnspecified() // 0.0.0.0 is both, in Go
	})
}
