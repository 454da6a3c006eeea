package manifest

import (
	"strconv"
	"strings"
	"time"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/toml"
)

var process = lazy.Regexp(`^([A-Za-z0-9_-]+):\s*(.*)$`)

// procfile adds the processes of Heroku's Procfile. The platform sets PORT for
// the one that is called web.
func (s *Set) procfile(file string, text []byte) {
	for i, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		at := Position{file, i + 1, 1}
		m := process().FindStringSubmatch(line)
		if m == nil {
			s.Problems = append(s.Problems, Problem{at, "malformed Procfile: want a line like \"web: bin/server\""})
			continue
		}
		at.Column = len(m[1]) + 3
		c := &Container{Position: at, Name: m[1], EnvOpen: true, Program: Text{at, m[2], false}}
		words := fields(m[2])
		for len(words) > 0 && (words[0] == "exec" || assignment().MatchString(words[0])) {
			if name, value, ok := strings.Cut(words[0], "="); ok {
				c.Env = append(c.Env, Env{name, Text{at, value, open(value)}})
			}
			words = words[1:]
		}
		c.Command = Command{Position: at}
		for _, w := range words {
			c.Command.Args = append(c.Command.Args, Text{at, w, open(w)})
		}
		c.Uses = c.Command.References()
		s.Workloads = append(s.Workloads, &Workload{Position: at, Kind: "process", Name: m[1], Group: file, Containers: []*Container{c}, GivesPort: m[1] == "web"})
	}
}

var assignment = lazy.Regexp(`^[A-Za-z_][A-Za-z0-9_]*=`)

// fly adds the app of a fly.toml.
func (s *Set) fly(file string, text []byte) {
	values, malformed := toml.Values(text)
	if malformed != nil {
		s.Problems = append(s.Problems, Problem{Position{file, malformed.Line, 1}, malformed.Message})
		return
	}
	c := &Container{Position: Position{file, 1, 1}, EnvOpen: true} // secrets
	w := &Workload{Position: c.Position, Kind: "fly", Group: file, Containers: []*Container{c}}
	for _, value := range values {
		v := Text{Position{file, value.Line, value.Column}, value.Text, open(value.Text)}
		switch key := strings.Join(value.Key, "."); {
		case key == "app":
			w.Name, c.Name, w.Position, c.Position = v.Value, v.Value, v.Position, v.Position
		case key == "build.dockerfile":
			c.Build.File, c.Build.Context = v, Text{Position: v.Position, Value: "."}
		case key == "build.image":
			c.Image = v
		case key == "kill_timeout":
			w.Grace = duration(v)
		case len(value.Key) == 2 && value.Key[0] == "env":
			c.Env = append(c.Env, Env{value.Key[1], v})
		case key == "http_service.internal_port", key == "services.internal_port":
			c.Ports = append(c.Ports, Port{Position: v.Position, Number: v, Proto: "tcp", Via: "internal_port"})
		case strings.HasSuffix(key, "checks.path"):
			c.Probes = append(c.Probes, Probe{Position: v.Position, Kind: "check", Type: "http", Path: v})
		case strings.HasPrefix(key, "checks.") && strings.HasSuffix(key, ".path"):
			c.Probes = append(c.Probes, Probe{Position: v.Position, Kind: "check", Type: "http", Path: v})
		case strings.HasPrefix(key, "checks.") && strings.HasSuffix(key, ".port"):
			c.Probes = append(c.Probes, Probe{Position: v.Position, Kind: "check", Type: "tcp", Port: v})
		}
	}
	s.Workloads = append(s.Workloads, w)
}

// duration turns 10s, 1m30s or a number of seconds into seconds.
func duration(t Text) Text {
	if d, err := time.ParseDuration(t.Value); err == nil {
		t.Value = strconv.Itoa(int(d / time.Second))
	}
	return t
}
