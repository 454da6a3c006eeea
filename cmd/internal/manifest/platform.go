package manifest

import (
	"strconv"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2/unstable"
)

var process = pattern(`^([A-Za-z0-9_-]+):\s*(.*)$`)

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

var assignment = pattern(`^[A-Za-z_][A-Za-z0-9_]*=`)

// fly adds the app of a fly.toml.
func (s *Set) fly(file string, text []byte) {
	values, problem := tomlValues(file, text)
	if problem != nil {
		s.Problems = append(s.Problems, *problem)
		return
	}
	c := &Container{Position: Position{file, 1, 1}, EnvOpen: true} // secrets
	w := &Workload{Position: c.Position, Kind: "fly", Group: file, Containers: []*Container{c}}
	for _, v := range values {
		switch key := strings.Join(v.key, "."); {
		case key == "app":
			w.Name, c.Name, w.Position, c.Position = v.Value, v.Value, v.Position, v.Position
		case key == "build.dockerfile":
			c.Build.File, c.Build.Context = v.Text, Text{Position: v.Position, Value: "."}
		case key == "build.image":
			c.Image = v.Text
		case key == "kill_timeout":
			w.Grace = duration(v.Text)
		case len(v.key) == 2 && v.key[0] == "env":
			c.Env = append(c.Env, Env{v.key[1], v.Text})
		case key == "http_service.internal_port", key == "services.internal_port":
			c.Ports = append(c.Ports, Port{Position: v.Position, Number: v.Text, Proto: "tcp", Via: "internal_port"})
		case strings.HasSuffix(key, "checks.path"):
			c.Probes = append(c.Probes, Probe{Position: v.Position, Kind: "check", Type: "http", Path: v.Text})
		case strings.HasPrefix(key, "checks.") && strings.HasSuffix(key, ".path"):
			c.Probes = append(c.Probes, Probe{Position: v.Position, Kind: "check", Type: "http", Path: v.Text})
		case strings.HasPrefix(key, "checks.") && strings.HasSuffix(key, ".port"):
			c.Probes = append(c.Probes, Probe{Position: v.Position, Kind: "check", Type: "tcp", Port: v.Text})
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

// keyed is a value of a TOML file with the keys that lead to it.
type keyed struct {
	Text
	key []string
}

// tomlValues returns all simple values of a TOML file in their order.
func tomlValues(file string, text []byte) (out []keyed, problem *Problem) {
	p := &unstable.Parser{}
	p.Reset(text)
	var table []string
	var walk func(prefix []string, n *unstable.Node)
	at := func(n *unstable.Node) Position {
		if n.Raw.Length == 0 {
			return Position{file, 1, 1}
		}
		start := p.Shape(n.Raw).Start
		return Position{file, start.Line, start.Column}
	}
	keys := func(n *unstable.Node) (parts []string, first *unstable.Node) {
		for it := n.Key(); it.Next(); {
			k := it.Node()
			if first == nil {
				first = k
			}
			parts = append(parts, string(k.Data))
		}
		return parts, first
	}
	walk = func(prefix []string, n *unstable.Node) {
		parts, first := keys(n)
		full := append(append([]string(nil), prefix...), parts...)
		switch v := n.Value(); v.Kind {
		case unstable.InlineTable:
			for it := v.Children(); it.Next(); {
				walk(full, it.Node())
			}
		case unstable.Array:
			for it := v.Children(); it.Next(); {
				if e := it.Node(); e.Kind == unstable.InlineTable {
					for c := e.Children(); c.Next(); {
						walk(full, c.Node())
					}
				} else {
					out = append(out, keyed{Text{at(first), string(e.Data), open(string(e.Data))}, full})
				}
			}
		default:
			out = append(out, keyed{Text{at(first), string(v.Data), open(string(v.Data))}, full})
		}
	}
	for p.NextExpression() {
		switch n := p.Expression(); n.Kind {
		case unstable.Table, unstable.ArrayTable:
			table, _ = keys(n)
		case unstable.KeyValue:
			walk(table, n)
		}
	}
	if err := p.Error(); err != nil {
		line := 1
		if e, ok := err.(*unstable.ParserError); ok && len(e.Highlight) > 0 {
			line = p.Shape(p.Range(e.Highlight)).Start.Line
		}
		return nil, &Problem{Position{file, line, 1}, "malformed TOML: " + firstLine(err.Error())}
	}
	return out, nil
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
