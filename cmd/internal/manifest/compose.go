package manifest

import (
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/portvet/portvet/cmd/internal/recipe"
)

// compose adds the services of a Compose project.
func (s *Set) compose(file string, text []byte) {
	docs, problems := documents(file, text, func([]byte) bool { return true })
	s.Problems = append(s.Problems, problems...)
	for _, d := range docs {
		services := d.get("services").pairs()
		if d.get("services").Node == nil && d.get("version").Node == nil {
			services = d.pairs() // the first version of the format
		}
		for _, p := range services {
			if p.value.is(yaml.MappingNode) {
				s.composed(file, d, p)
			}
		}
	}
}

func (s *Set) composed(file string, d document, p pair) {
	n := p.value
	c := &Container{Position: p.key.Position, Name: p.key.Value, Image: n.get("image").text(), EnvOpen: d.open}
	build := n.get("build")
	c.Build.Context, c.Build.File = build.text(), build.get("dockerfile").text()
	c.Build.Stage = build.get("target").text()
	if build.is(yaml.MappingNode) {
		c.Build.Context = build.get("context").text()
		if !c.Build.Context.Set() {
			c.Build.Context = Text{Position: build.position(), Value: "."}
		}
		c.Build.Args = buildArgs(build.get("args"))
	}
	c.Image.Value = recipe.WithDefaults(c.Image.Value)
	for _, v := range n.get("volumes").list() {
		from := v.text().Value
		c.Over = append(c.Over, mountedAt(v))
		c.Build.Mounted = c.Build.Mounted || strings.HasPrefix(from, ".") || v.get("type").text().Value == "bind"
		c.Build.Sources = c.Build.Sources || holds(mountedFrom(v), c.Build.Context)
	}
	for _, port := range n.get("ports").list() {
		c.Ports = append(c.Ports, composePort(port))
	}
	c.Ports = append(c.Ports, routedPorts(n)...)
	for _, port := range n.get("expose").list() {
		t := port.text()
		number, proto, _ := strings.Cut(t.Value, "/")
		t.Value, t.Open = number, t.Open || strings.Contains(number, "-")
		c.Ports = append(c.Ports, Port{Position: t.Position, Number: t, Proto: protocol(proto), Via: "expose"})
	}
	env := n.get("environment")
	for _, e := range env.pairs() {
		v := Env{Name: e.key.Value, Value: e.value.text()}
		if e.value.Node != nil && e.value.Tag == "!!null" {
			v.Value.Open = true // of the reader's own environment
		}
		c.Env = append(c.Env, v)
	}
	for _, e := range env.list() {
		t := e.text()
		name, value, ok := strings.Cut(t.Value, "=")
		c.Env = append(c.Env, Env{name, Text{t.Position, value, open(value) || !ok}})
	}
	c.From = envFiles(n.get("env_file"))
	for _, hook := range n.get("pre_stop").list() {
		c.runsHook(composeCommand(hook.get("command")))
	}
	c.Command, c.Args = composeCommand(n.get("entrypoint")), composeCommand(n.get("command"))
	c.Uses = append(c.Command.References(), c.Args.References()...)
	c.Checked = n.get("healthcheck").Node != nil
	c.checks("healthcheck", n.get("healthcheck", "test"))
	c.User = n.get("user").text()
	c.User.Value, _, _ = strings.Cut(c.User.Value, ":")
	for _, add := range n.get("cap_add").words() {
		c.MayBind = c.MayBind || add.Value == "NET_BIND_SERVICE" || add.Value == "ALL"
	}
	w := &Workload{Position: p.key.Position, Kind: "compose", Name: p.key.Value, Containers: []*Container{c}, Open: d.open, Network: Network{Group: file}, Ending: Ending{Wait: 10}}
	w.Optional = n.get("profiles").Node != nil
	mode := n.get("network_mode").text().Value
	w.HostNet = mode == "host"
	w.NetOf, _ = strings.CutPrefix(mode, "service:")
	if w.NetOf == mode {
		w.NetOf = ""
	}
	w.Grace, w.Signal = duration(n.get("stop_grace_period").text()), n.get("stop_signal").text()
	w.Kept = kept(n)
	w.Replicas = n.get("deploy", "replicas").text()
	s.extends(w, n.get("extends"))
	s.Workloads = append(s.Workloads, w)
}

// mountedAt returns where an element of volumes is in the container, "/" where that
// is not known.
func mountedAt(v node) string {
	t := v.text()
	if v.is(yaml.MappingNode) {
		t = v.get("target").text()
	}
	parts := strings.Split(t.Value, ":")
	at := parts[min(1, len(parts)-1)]
	if t.Open || !strings.HasPrefix(at, "/") {
		return "/"
	}
	return at
}

// mountedFrom returns the folder of the machine that a volume is, as it is written
// there, and "" where it is none.
func mountedFrom(v node) string {
	from := v.text().Value
	if v.is(yaml.MappingNode) {
		from = v.get("source").text().Value
	}
	from, _, _ = strings.Cut(from, ":")
	if !strings.HasPrefix(from, ".") {
		return ""
	}
	return path.Clean(from)
}

// holds reports whether a folder is, or holds, that from which an image is built.
func holds(folder string, context Text) bool {
	at := path.Clean(context.Value)
	if folder == "" || !context.Set() || context.Open || path.IsAbs(at) {
		return false
	}
	return folder == at || strings.HasPrefix(at, folder+"/") || folder == "." && !strings.HasPrefix(at, "..")
}

// buildArgs returns the arguments that an image is built with: a mapping, or a
// list of NAME=value. One without a value is of the reader's own environment.
func buildArgs(n node) map[string]string {
	args := make(map[string]string)
	for _, e := range n.pairs() {
		args[e.key.Value] = e.value.text().Value
		if e.value.Node != nil && e.value.Tag == "!!null" {
			args[e.key.Value] = hole
		}
	}
	for _, e := range n.list() {
		name, value, ok := strings.Cut(e.text().Value, "=")
		if !ok {
			value = hole
		}
		args[name] = value
	}
	return args
}

// composePort reads one element of ports: "8080:80/tcp", "127.0.0.1:80:80",
// 80, or a mapping.
func composePort(n node) Port {
	if n.is(yaml.MappingNode) {
		target := n.get("target").text()
		return Port{Position: target.Position, Number: target, Host: n.get("published").text(), HostIP: n.get("host_ip").text().Value, Proto: protocol(n.get("protocol").text().Value), Via: "ports"}
	}
	t := n.text()
	p := Port{Position: t.Position, Via: "ports"}
	value, proto, _ := strings.Cut(t.Value, "/")
	p.Proto = protocol(proto)
	if i := lastColon(value); i >= 0 {
		host := value[:i]
		if j := lastColon(host); j >= 0 {
			p.HostIP, host = host[:j], host[j+1:]
		}
		p.Host = part(t, host)
		value = value[i+1:]
	}
	p.Number = part(t, value)
	return p
}

// lastColon returns where the last colon of s is that no ${…} holds, or -1.
func lastColon(s string) int {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case '}':
			depth++
		case '{':
			depth--
		case ':':
			if depth == 0 {
				return i
			}
		}
	}
	return -1
}

func part(t Text, value string) Text {
	return Text{t.Position, value, open(value) || strings.Contains(value, "-")}
}

// composeCommand reads a command that is a list, or a line of words.
func composeCommand(n node) Command {
	if n.Node == nil || n.Tag == "!!null" {
		return Command{}
	}
	c := Command{Position: n.position()}
	if n.is(yaml.SequenceNode) {
		c.Args = n.words()
		return c
	}
	t := n.text()
	for _, w := range recipe.Words(t.Value) {
		c.Args = append(c.Args, Text{t.Position, w, open(w)})
	}
	return c
}
