package manifest

import (
	"path"
	"strings"

	"github.com/portvet/portvet/cmd/internal/lazy"
)

// What follows is about platforms that build the program themselves, or are told
// in a few lines how its image is built: App Engine and Heroku's heroku.yml.

// appEngine finds the line that only files of App Engine have.
var appEngine = lazy.Regexp(`(?m)^runtime:\s*["']?go`)

// appEngine adds the service of an app.yaml of App Engine, where that is for Go.
// The platform sends requests to the port 8080, and sets PORT to it.
func (s *Set) appEngine(file string, text []byte) {
	docs, problems := documents(file, text, func([]byte) bool { return true })
	s.Problems = append(s.Problems, problems...)
	for _, d := range docs {
		runtime := d.get("runtime").text()
		if !strings.HasPrefix(runtime.Value, "go") {
			continue
		}
		name := d.get("service").text().Value
		if name == "" {
			name = "default"
		}
		c := &Container{Position: runtime.Position, Name: name, EnvOpen: d.open}
		c.Build.Context = Text{Position: runtime.Position, Value: "."}
		if main := d.get("main").text(); main.Set() {
			c.Build.Context = main
		}
		for _, e := range d.get("env_variables").pairs() {
			c.Env = append(c.Env, Env{e.key.Value, e.value.text()})
		}
		if entry := d.get("entrypoint").text(); entry.Set() {
			c.Command = Command{Position: entry.Position, Shell: entry}
			c.Uses = c.Command.References()
		}
		s.Workloads = append(s.Workloads, &Workload{Position: c.Position, Kind: "appengine", Name: name, Network: Network{Group: file}, Containers: []*Container{c}, Open: d.open, GivesPort: true})
	}
}

// herokuYML adds the processes of a heroku.yml: each has an image that is built
// from a Dockerfile. The platform sets PORT for the one that is called web.
func (s *Set) herokuYML(file string, text []byte) {
	docs, problems := documents(file, text, func([]byte) bool { return true })
	s.Problems = append(s.Problems, problems...)
	for _, d := range docs {
		for _, p := range d.get("build", "docker").pairs() {
			c := &Container{Position: p.key.Position, Name: p.key.Value, EnvOpen: true}
			c.Build.File = p.value.text()
			if dockerfile := p.value.get("dockerfile").text(); dockerfile.Set() {
				c.Build.File, c.Build.Stage = dockerfile, p.value.get("target").text()
			}
			c.Build.Context = Text{Position: p.key.Position, Value: path.Dir(c.Build.File.Value)}
			c.Build.File.Value = path.Base(c.Build.File.Value)
			run := d.get("run", p.key.Value)
			if line := run.text(); line.Set() {
				c.Command = Command{Position: line.Position, Shell: line}
				c.Uses = c.Command.References()
			}
			s.Workloads = append(s.Workloads, &Workload{Position: c.Position, Kind: "heroku", Name: p.key.Value, Network: Network{Group: file}, Containers: []*Container{c}, Open: d.open, GivesPort: p.key.Value == "web"})
		}
	}
}
