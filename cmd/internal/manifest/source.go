package manifest

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// What follows is about values that stand elsewhere in the repository than the
// container that they are for: in ConfigMaps, and in files of variables.

// config is a ConfigMap.
type config struct {
	Position
	name, namespace string
	open            bool
	data            []pair
}

func newConfig(d document) *config {
	c := &config{Position: d.position(), open: d.open, data: d.get("data").pairs()}
	c.name, c.namespace = name(d)
	return c
}

// value returns the value of a key.
func (c *config) value(key string) (node, bool) {
	for _, p := range c.data {
		if p.key.Value == key {
			return p.value, p.value.is(yaml.ScalarNode)
		}
	}
	return node{}, false
}

// config returns the one ConfigMap of a name for an object in file: that of its
// own folder where there are several, as overlays have them. It is nil where
// that is not sure.
func (s *Set) config(name, namespace, file string) *config {
	var all, beside []*config
	for _, c := range s.configs {
		if c.name != name || c.open || c.namespace != "" && namespace != "" && c.namespace != namespace {
			continue
		}
		all = append(all, c)
		if filepath.Dir(c.File) == filepath.Dir(file) {
			beside = append(beside, c)
		}
	}
	switch {
	case len(all) == 1:
		return all[0]
	case len(beside) == 1:
		return beside[0]
	}
	return nil
}

// fillIn gives the containers what stands elsewhere. Where all of it is found,
// nothing else sets variables of theirs.
func (s *Set) fillIn() {
	s.anchored()
	users := s.users()
	for _, w := range s.Workloads {
		for _, c := range w.Containers {
			s.variables(w, c, users)
			s.files(w, c)
		}
	}
}

// anchored notes the variables that several containers have from one place, as from
// an anchor.
func (s *Set) anchored() {
	names := make(map[Position]string)
	several := make(map[Position]bool)
	each := func(f func(name string, c *Container, e Env)) {
		for _, w := range s.Workloads {
			for _, c := range w.Containers {
				for _, e := range c.Env {
					f(w.Name+"/"+c.Name, c, e)
				}
			}
		}
	}
	each(func(name string, _ *Container, e Env) {
		at := e.Value.Position
		if old, there := names[at]; there && old != name {
			several[at] = true
		}
		names[at] = name
	})
	each(func(_ string, c *Container, e Env) {
		if several[e.Value.Position] {
			c.shares(e)
		}
	})
}

// users returns which containers have variables of a ConfigMap, by their names.
func (s *Set) users() map[*config]map[string]bool {
	users := make(map[*config]map[string]bool)
	for _, w := range s.Workloads {
		for _, c := range w.Containers {
			for _, from := range c.From {
				m := s.config(from.Name.Value, w.Namespace, w.File)
				if from.File || m == nil {
					continue
				}
				if users[m] == nil {
					users[m] = make(map[string]bool)
				}
				users[m][w.Name+"/"+c.Name] = true
			}
		}
	}
	return users
}

// variables sets the variables of a container that come from elsewhere. Its own
// count more, and so do those of a ConfigMap that no other container has.
func (s *Set) variables(w *Workload, c *Container, users map[*config]map[string]bool) {
	var set []Env
	all := true
	for _, from := range c.From {
		if from.Variable != "" {
			s.one(w, c, from)
			continue
		}
		envs, ok := s.sourced(w, from)
		all = all && ok
		for _, e := range envs {
			e.Name = from.Prefix + e.Name
			if from.File || len(users[s.config(from.Name.Value, w.Namespace, w.File)]) != 1 {
				c.shares(e)
			}
			set = slices.DeleteFunc(set, func(o Env) bool { return o.Name == e.Name })
			set = append(set, e)
		}
	}
	c.EnvOpen = c.EnvOpen || !all
	if len(set) > 0 {
		c.Env = append(set, c.Env...)
		c.Command.Args, c.Args.Args = expand(c.Command.Args, c.Env), expand(c.Args.Args, c.Env)
	}
}

// shares notes that a variable of the container is for others as well.
func (c *Container) shares(e Env) {
	if c.Shared == nil {
		c.Shared = make(map[Position]bool)
	}
	c.Shared[e.Value.Position] = true
}

// one fills in the one variable that a key of a ConfigMap is for.
func (s *Set) one(w *Workload, c *Container, from Source) {
	m := s.config(from.Name.Value, w.Namespace, w.File)
	if m == nil || from.Name.Open {
		return
	}
	v, ok := m.value(from.Key)
	for i := range c.Env {
		if ok && c.Env[i].Name == from.Variable {
			c.Env[i].Value = v.text()
		}
	}
}

// sourced returns the variables that a file or a ConfigMap sets; ok is false
// where that is not known.
func (s *Set) sourced(w *Workload, from Source) (envs []Env, ok bool) {
	if from.Name.Open || from.Name.Value == "" {
		return nil, false
	}
	if from.File {
		return envFile(filepath.Join(filepath.Dir(w.File), from.Name.Value))
	}
	m := s.config(from.Name.Value, w.Namespace, w.File)
	if m == nil {
		return nil, false
	}
	for _, p := range m.data {
		envs = append(envs, Env{p.key.Value, p.value.text()})
	}
	return envs, true
}

// envFiles returns the files that env_file of Compose names.
func envFiles(n node) (out []Source) {
	items := n.list()
	if n.is(yaml.ScalarNode) {
		items = []node{n}
	}
	for _, item := range items {
		name := item.text()
		if item.is(yaml.MappingNode) {
			name = item.get("path").text()
		}
		out = append(out, Source{Name: name, File: true})
	}
	return out
}

// envFile reads a file of variables, one in a line; ok is false when there is
// none, as there is none of secrets.
func envFile(file string) (envs []Env, ok bool) {
	text, ok := readSmall(file)
	if !ok {
		return nil, false
	}
	return variablesIn(file, text), true
}

// variablesIn reads the text of a file of variables.
func variablesIn(file, text string) (envs []Env) {
	for i, line := range strings.Split(text, "\n") {
		start := len(line) - len(strings.TrimLeft(line, " \t"))
		line = strings.TrimPrefix(strings.TrimSpace(line), "export ")
		name, value, found := strings.Cut(line, "=")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		value = strings.TrimSpace(value)
		switch {
		case len(value) > 1 && (value[0] == '"' || value[0] == '\'') && strings.Count(value, value[:1]) == 2 && value[len(value)-1] == value[0]:
			value = value[1 : len(value)-1]
		default:
			value, _, _ = strings.Cut(value, " #")
			value = strings.TrimSpace(value)
		}
		envs = append(envs, Env{strings.TrimSpace(name), Text{Position{file, i + 1, start + 1}, value, open(value)}})
	}
	return envs
}

// Variables returns what a file of variables in a container sets, where it is
// one by its name.
func (f File) Variables() []Env {
	if path.Ext(f.Path) != ".env" {
		return nil
	}
	envs := variablesIn(f.Text.File, f.Text.Value)
	for i := range envs {
		at := f.Text.Position
		if f.Below >= 0 {
			at = Position{at.File, f.Below + envs[i].Value.Line, 1}
		}
		envs[i].Value.Position = at
	}
	return envs
}

// mounts notes the ConfigMaps that a container of a pod mounts.
func (s *Set) mount(w *Workload, n, volumes node) {
	c := w.Containers[len(w.Containers)-1]
	for _, m := range n.get("volumeMounts").list() {
		c.Over = append(c.Over, m.get("mountPath").text().Value)
		for _, v := range volumes.list() {
			ref := v.get("configMap")
			if ref.Node == nil || v.get("name").text().Value != m.get("name").text().Value {
				continue
			}
			at, sub := m.get("mountPath").text(), m.get("subPath").text()
			if at.Open || sub.Open || ref.get("name").text().Open {
				continue
			}
			items := make(map[string]string) // the file of each key, of those that are named
			for _, item := range ref.get("items").list() {
				items[item.get("key").text().Value] = item.get("path").text().Value
			}
			s.mounts = append(s.mounts, mount{w, c, ref.get("name").text().Value, at.Value, sub.Value, items})
		}
	}
}

// mount is a ConfigMap that a container has as files.
type mount struct {
	workload  *Workload
	container *Container
	name      string
	at, sub   string
	items     map[string]string
}

// files gives a container the files that ConfigMaps of the repository hold.
func (s *Set) files(w *Workload, c *Container) {
	for _, m := range s.mounts {
		if m.container != c {
			continue
		}
		from := s.config(m.name, w.Namespace, w.File)
		if from == nil {
			continue
		}
		for _, p := range from.data {
			file := p.key.Value
			if to, ok := m.items[file]; ok {
				file = to
			} else if len(m.items) > 0 {
				continue
			}
			switch {
			case m.sub == "":
				file = path.Join(m.at, file)
			case m.sub == file:
				file = m.at
			default:
				continue
			}
			f := File{Path: file, Text: p.value.text(), Below: -1}
			if p.value.Style&yaml.LiteralStyle != 0 {
				f.Below = p.value.position().Line
			}
			c.Files = append(c.Files, f)
		}
	}
}
