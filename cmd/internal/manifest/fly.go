package manifest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/recipe"
	"github.com/portvet/portvet/cmd/internal/toml"
)

// flyApp is the app of a fly.toml.
type flyApp struct {
	workload Workload
	base     Container // what all its processes have
	commands []Env     // the commands of its processes, by their names
	services []*flyService
}

// flyService is what leads to some of the processes of an app, or asks them.
type flyService struct {
	name      string
	processes []string // all where there are none
	ports     []Port
	probes    []Probe
}

// fly adds the app of a fly.toml: a workload for each of its processes.
func (s *Set) fly(file string, text []byte) {
	values, malformed := toml.Values(text)
	if malformed != nil {
		s.Problems = append(s.Problems, Problem{Position{file, malformed.Line, 1}, malformed.Message})
		return
	}
	at := Position{file, 1, 1}
	app := flyApp{workload: Workload{Position: at, Kind: "fly", Network: Network{Group: file}, Ending: Ending{Wait: 5}}, base: Container{Position: at, EnvOpen: true}} // secrets
	for _, value := range values {
		v := Text{Position{file, value.Line, value.Column}, value.Text, open(value.Text)}
		if !app.main(value.Key, v) {
			app.service(value, v)
		}
	}
	if len(app.commands) == 0 {
		app.commands = []Env{{Name: "app"}}
	}
	for _, command := range app.commands {
		s.Workloads = append(s.Workloads, app.process(command))
	}
}

// main notes a value that is about the app as a whole. It reports whether it is.
func (a *flyApp) main(key []string, v Text) bool {
	c := &a.base
	switch name := strings.Join(key, "."); {
	case name == "app":
		a.workload.Name, c.Name, a.workload.Position, c.Position = v.Value, v.Value, v.Position, v.Position
	case name == "build.dockerfile":
		c.Build.File, c.Build.Context = v, Text{Position: v.Position, Value: "."}
	case name == "build.build-target":
		c.Build.Stage = v
	case name == "build.image":
		c.Image = v
	case name == "kill_signal":
		a.workload.Signal = v
	case name == "kill_timeout":
		a.workload.Grace = duration(v)
	case len(key) == 2 && key[0] == "env":
		c.Env = append(c.Env, Env{key[1], v})
	case len(key) == 2 && key[0] == "processes":
		a.commands = append(a.commands, Env{key[1], v})
	case name == "experimental.entrypoint" || name == "experimental.exec":
		c.Command = appended(c.Command, v)
	case name == "experimental.cmd":
		c.Args = appended(c.Args, v)
	default:
		return false
	}
	return true
}

// appended returns a command with one more word, or one that begins with those
// of a line.
func appended(c Command, v Text) Command {
	if c.Set() {
		c.Args = append(c.Args, v)
		return c
	}
	c.Position = v.Position
	for _, w := range recipe.Words(v.Value) {
		c.Args = append(c.Args, Text{v.Position, w, open(w)})
	}
	return c
}

// service notes a value that is about what leads to processes.
func (a *flyApp) service(value toml.Value, v Text) {
	name, last := value.Key[0], value.Key[len(value.Key)-1]
	switch name {
	case "http_service", "services":
		name = fmt.Sprint(name, value.Item)
	case "checks":
		if len(value.Key) > 1 {
			name += "." + value.Key[1]
		}
	default:
		return
	}
	i := slices.IndexFunc(a.services, func(s *flyService) bool { return s.name == name })
	if i < 0 {
		i = len(a.services)
		a.services = append(a.services, &flyService{name: name})
	}
	s, ofChecks := a.services[i], value.Key[0] == "checks"
	switch {
	case last == "internal_port" && len(value.Key) == 2:
		s.ports = append(s.ports, Port{Position: v.Position, Number: v, Proto: "tcp", Via: "internal_port"})
	case last == "processes":
		s.processes = append(s.processes, v.Value)
	case last == "path" && (ofChecks || slices.Contains(value.Key, "checks") || slices.Contains(value.Key, "http_checks")):
		s.probes = append(s.probes, Probe{Position: v.Position, Kind: "check", Type: "http", Path: v})
	case last == "port" && ofChecks:
		s.probes = append(s.probes, Probe{Position: v.Position, Kind: "check", Type: "tcp", Port: v})
	}
}

// process returns one of the processes: its command stands in the place of the
// image's CMD.
func (a *flyApp) process(command Env) *Workload {
	w, c := a.workload, a.base
	if len(a.commands) > 1 {
		c.Name = command.Name
	}
	if command.Value.Value != "" {
		c.Args = appended(Command{}, command.Value)
	}
	c.Env = slices.Clone(c.Env)
	c.Uses = append(c.Command.References(), c.Args.References()...)
	for _, s := range a.services {
		if len(s.processes) == 0 || slices.Contains(s.processes, command.Name) {
			c.Ports = append(c.Ports, s.ports...)
			c.Probes = append(c.Probes, s.probes...)
		}
	}
	w.Containers = []*Container{&c}
	return &w
}
