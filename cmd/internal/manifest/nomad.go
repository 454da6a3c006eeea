package manifest

import (
	"strings"

	"github.com/portvet/portvet/cmd/internal/block"
	"github.com/portvet/portvet/cmd/internal/lazy"
)

var nomadJob = lazy.Regexp(`(?m)^\s*job\s+("[^"\n]*"|[A-Za-z0-9_-]+)\s*\{`)

// isNomad tells by its text whether a file is a job of Nomad.
func isNomad(text []byte) bool { return nomadJob().Match(text) }

// nomad adds the jobs of a file. Each task is a workload.
func (s *Set) nomad(file string, text []byte) {
	root, problem := block.Read(text)
	if problem != nil {
		if !strings.Contains(string(text), "[[") && !strings.Contains(string(text), "{{") { // else a template makes it sound, perhaps
			s.Problems = append(s.Problems, Problem{Position{file, problem.Line, problem.Column}, problem.Message})
		}
		return
	}
	for _, job := range root.All("job") {
		groups := job.All("group")
		if len(groups) == 0 {
			groups = []*block.Block{job}
		}
		for _, g := range groups {
			nomadGroup{file, job, g}.add(s)
		}
	}
}

// nomadGroup is a group of tasks that run together.
type nomadGroup struct {
	file       string
	job, group *block.Block
}

func (g nomadGroup) at(line, column int) Position { return Position{g.file, line, column} }

func (g nomadGroup) text(v block.Value) Text {
	if !v.Set() {
		return Text{}
	}
	return Text{g.at(v.Line, v.Column), v.Text, v.Open || len(v.List) > 0 || open(v.Text) || strings.Contains(v.Text, "[[")}
}

func (g nomadGroup) add(s *Set) {
	name := g.job.Label()
	if len(g.job.All("group")) > 1 {
		name += "/" + g.group.Label()
	}
	network, mode := g.ports(g.group)
	tasks := g.group.All("task")
	for _, t := range tasks {
		c := g.task(t)
		w := &Workload{Position: c.Position, Kind: "nomad", Name: name, Containers: []*Container{c}}
		w.Signal = g.text(t.Get("kill_signal"))
		w.Grace, w.Wait = duration(g.text(t.Get("kill_timeout"))), 5
		own, _ := g.ports(first(t.All("resources")))
		config := first(t.All("config"))
		driver := g.text(t.Get("driver")).Value
		docker := driver == "docker" || driver == "podman"
		w.HostNet = mode == "host" || mode == "" && (!docker || config.Get("network_mode").Text == "host")
		if w.HostNet || mode == "bridge" {
			w.Group = g.file + "/" + name // its tasks share their ports
		}
		listed := config.Get("ports").List
		for i, p := range append(own, network...) {
			named, mine := false, i < len(own) // as it was before Nomad 0.12
			for _, l := range listed {
				named = named || l.Text == p.Name.Value
			}
			for _, m := range config.All("port_map") { // as it was then, too
				if to := m.Get(p.Name.Value); to.Set() {
					named, p.Number = true, g.text(to)
				}
			}
			if !named && !mine && (len(tasks) > 1 || docker && mode != "bridge") {
				continue
			}
			if w.HostNet || !p.Number.Set() {
				p.Number = p.Host // nothing leads from one to the other
			}
			if !p.Number.Set() || p.Number.Value == "-1" {
				p.Number, p.Chosen = Text{p.Position, p.Number.Value, true}, !g.meshed(t) && (named || !mine || !docker) // Nomad chooses it
			}
			c.Ports = append(c.Ports, p)
			c.Env = append(c.Env, Env{nomadPort + strings.ReplaceAll(p.Name.Value, "-", "_"), p.Number})
		}
		g.fill(c)
		for _, e := range t.All("env") {
			for _, name := range e.Names() {
				c.Env = append(c.Env, Env{name, g.filled(g.text(e.Get(name)), c)})
			}
		}
		c.Probes = g.checks(t)
		for _, p := range g.checks(g.group) {
			if len(tasks) == 1 || hasPort(c, p.Port.Value) {
				c.Probes = append(c.Probes, p)
			}
		}
		s.Workloads = append(s.Workloads, w)
	}
}

// meshed reports whether a service of the group or of t is known by a number, as a mesh
// has it: it leads there past the ports of the network.
func (g nomadGroup) meshed(t *block.Block) bool {
	for _, in := range []*block.Block{g.group, t} {
		for _, svc := range in.All("service") {
			if _, ok := g.text(svc.Get("port")).Number(); ok {
				return true
			}
		}
	}
	return false
}

func hasPort(c *Container, name string) bool {
	for _, p := range c.Ports {
		if p.Name.Value == name {
			return true
		}
	}
	return false
}

// first returns the first block, or an empty one.
func first(bs []*block.Block) *block.Block {
	if len(bs) == 0 {
		return &block.Block{}
	}
	return bs[0]
}

// ports returns the ports of the network of a group or of resources. Host is
// that of the machine, Number the one it leads to.
func (g nomadGroup) ports(in *block.Block) (out []Port, mode string) {
	for _, n := range in.All("network") {
		mode = n.Get("mode").Text
		for _, b := range n.All("port") {
			p := Port{Position: g.at(b.Line, b.Column), Name: Text{g.at(b.Line, b.Column), b.Label(), false}, Proto: "tcp", Via: "port " + b.Label()}
			p.Number, p.Host = g.text(b.Get("to")), g.text(b.Get("static"))
			if p.Number.Set() {
				p.Position = p.Number.Position
			}
			out = append(out, p)
		}
	}
	return out, mode
}

// task returns a task without its ports.
func (g nomadGroup) task(t *block.Block) *Container {
	c := &Container{Position: g.at(t.Line, t.Column), Name: t.Label()}
	for _, tpl := range t.All("template") {
		if env := g.text(tpl.Get("env")); env.Set() && env.Value != "false" {
			c.EnvOpen = true
		}
	}
	config := first(t.All("config"))
	c.Image = g.text(config.Get("image"))
	c.Command, c.Args = g.command(config.Get("command")), g.command(config.Get("args"))
	if entry := config.Get("entrypoint"); entry.Set() {
		c.Command = g.command(entry)
		c.Args.Args = append(g.command(config.Get("command")).Args, c.Args.Args...)
	} else if c.Image.Set() && c.Command.Set() {
		// In an image it is what CMD is, and arguments stand behind it.
		c.Args.Args = append(c.Command.Args, c.Args.Args...)
		c.Args.Position, c.Command = c.Command.Position, Command{}
	}
	c.User = g.text(t.Get("user"))
	return c
}

func (g nomadGroup) command(v block.Value) Command {
	if !v.Set() {
		return Command{}
	}
	c := Command{Position: g.at(v.Line, v.Column)}
	c.Open = v.Open
	if v.List == nil && v.Text != "" {
		c.Args = []Text{g.text(v)}
	}
	for _, e := range v.List {
		c.Args = append(c.Args, g.text(e))
	}
	return c
}

// fill fills in the ports in the command line of a task.
func (g nomadGroup) fill(c *Container) {
	c.Uses = append(c.Command.References(), c.Args.References()...)
	for _, words := range [][]Text{c.Command.Args, c.Args.Args} {
		for i := range words {
			words[i] = g.filled(words[i], c)
		}
	}
}

// nomadPort begins the names of the variables by which Nomad tells a task its
// ports.
const nomadPort = "NOMAD_PORT_"

// Offered reports whether a platform sets the variable called name for whoever
// may want it. That it is set does not mean that anybody reads it.
func Offered(name string) bool { return strings.HasPrefix(name, nomadPort) }

// Offers reports whether a word of a container has a variable in it by which a platform
// tells where to listen.
func Offers(word string) bool { return strings.Contains(word, "NOMAD_") }

// filled fills in ${NOMAD_PORT_name}.
func (g nomadGroup) filled(t Text, c *Container) Text {
	if !t.Open || !strings.Contains(t.Value, "${") {
		return t
	}
	for _, e := range c.Env {
		if Offered(e.Name) && !e.Value.Open {
			t.Value = strings.ReplaceAll(t.Value, "${"+e.Name+"}", e.Value.Value)
		}
	}
	t.Open = open(t.Value)
	return t
}

// checks returns the checks of the services that stand in a block.
func (g nomadGroup) checks(in *block.Block) (out []Probe) {
	for _, svc := range in.All("service") {
		port := g.text(svc.Get("port"))
		for _, check := range svc.All("check") {
			p := Probe{Position: g.at(check.Line, check.Column), Kind: "check", Type: g.text(check.Get("type")).Value}
			switch p.Type {
			case "http", "tcp", "grpc":
			default:
				continue
			}
			if mode := check.Get("address_mode"); mode.Set() && mode.Text != "host" {
				continue
			}
			p.Path, p.Port = g.text(check.Get("path")), g.text(check.Get("port"))
			if !p.Port.Set() {
				p.Port = port
			}
			if _, number := p.Port.Number(); number {
				p.Port.Open = true // of the machine
			}
			out = append(out, p)
		}
	}
	return out
}
