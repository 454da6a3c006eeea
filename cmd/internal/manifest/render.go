package manifest

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/lazy"
)

// blueprint finds the line that only files of Render have.
var blueprint = lazy.Regexp(`(?m)^\s*-?\s*(?:type:\s*["']?(?:web|pserv|worker|cron)\b|(?:runtime|env):\s*["']?(?:go|docker|image)\b)`)

// isBlueprint reports whether a file that is called like one of Render is one.
func isBlueprint(text []byte) bool {
	return bytes.Contains(text, []byte("services")) && blueprint().Match(text)
}

// render adds the services of a Blueprint of Render that run programs in Go or
// images. The platform sets PORT for those that are of type web.
func (s *Set) render(file string, text []byte) {
	docs, problems := documents(file, text, func([]byte) bool { return true })
	s.Problems = append(s.Problems, problems...)
	for _, d := range docs {
		services, groups := d.get("services").list(), d.get("envVarGroups").list()
		for _, p := range d.get("projects").list() {
			for _, e := range p.get("environments").list() {
				services = append(services, e.get("services").list()...)
				groups = append(groups, e.get("envVarGroups").list()...)
			}
		}
		for _, n := range services {
			if c := rendered(n, groups); c != nil {
				c.EnvOpen = true // its dashboard may set others
				s.Workloads = append(s.Workloads, &Workload{
					Position: c.Position, Kind: "render", Name: c.Name, Network: Network{Group: file}, Containers: []*Container{c}, Open: d.open,
					GivesPort: n.get("type").text().Value == "web", Ending: Ending{Grace: n.get("maxShutdownDelaySeconds").text()},
				})
			}
		}
	}
}

// rendered returns what a service of Render runs, or nil where that is not one
// of the kinds that can be a program in Go.
func rendered(n node, groups []node) *Container {
	name := n.get("name").text()
	runtime := n.get("runtime").text()
	if !runtime.Set() {
		runtime = n.get("env").text()
	}
	c := &Container{Position: n.position(), Name: name.Value}
	if name.Set() {
		c.Position = name.Position
	}
	root := n.get("rootDir").text().Value
	command := n.get("dockerCommand").text()
	switch runtime.Value {
	case "go":
		command = n.get("startCommand").text()
		c.Build.Context = Text{Position: c.Position, Value: root}
		c.Build.Native = native(n.get("buildCommand").text(), command, root)
	case "docker":
		file := "Dockerfile"
		if t := n.get("dockerfilePath").text(); t.Set() {
			file = t.Value
		}
		if file = path.Clean(file); strings.HasPrefix(file, path.Clean(root)+"/") {
			root = "" // it is seen from the root of the repository
		}
		c.Build.Context = Text{Position: c.Position, Value: root}
		c.Build.File = Text{Position: c.Position, Value: file}
	case "image":
		c.Image = n.get("image", "url").text()
	default:
		return nil
	}
	if command.Set() {
		c.Command = Command{Position: command.Position, Shell: command}
		c.Uses = c.Command.References()
	}
	if p := n.get("healthCheckPath").text(); p.Set() {
		c.Probes = append(c.Probes, Probe{Position: p.Position, Kind: "healthCheckPath", Type: "http", Path: p})
	}
	for _, e := range n.get("envVars").list() {
		if group := e.get("fromGroup").text().Value; group != "" {
			for _, g := range groups {
				if g.get("name").text().Value == group {
					for _, e := range renderEnv(g.get("envVars").list()) {
						c.Env = append(c.Env, e)
						c.shares(e)
					}
				}
			}
		}
	}
	c.Env = append(c.Env, renderEnv(n.get("envVars").list())...)
	return c
}

// native returns what the build command of a service makes, as a Dockerfile
// would: in the folder root, and run by a start command.
func native(build, start Text, root string) *Image {
	img := &Image{File: path.Join(path.Dir(build.File), root, path.Base(build.File)), Cmd: Command{Position: start.Position, Shell: start}}
	img.Targets, img.Outputs = builds(build.File, instruction{rest: build.Value, line: build.Line, column: build.Column}, "")
	return img
}

// renderEnv returns the variables of a list of Render; those that are not
// written there are not known.
func renderEnv(list []node) (out []Env) {
	for _, e := range list {
		key, value := e.get("key").text(), e.get("value").text()
		if !key.Set() {
			continue
		}
		if !value.Set() {
			value = Text{Position: key.Position, Open: true}
		}
		out = slices.DeleteFunc(out, func(o Env) bool { return o.Name == key.Value })
		out = append(out, Env{key.Value, value})
	}
	return out
}
