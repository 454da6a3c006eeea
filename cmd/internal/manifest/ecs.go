package manifest

import (
	"bytes"

	"github.com/portvet/portvet/cmd/internal/lazy"
)

// What follows is about task definitions of ECS, in JSON as the platform is given
// them.

var taskDefinition = lazy.Regexp(`"containerDefinitions"\s*:\s*\[`)

// ecs adds the containers of a task definition. Which of them share a network
// depends on how it is run: each is a workload of its own.
func (s *Set) ecs(file string, text []byte) {
	docs, problems := documents(file, bytes.ReplaceAll(text, []byte("\t"), []byte(" ")), func([]byte) bool { return true })
	s.Problems = append(s.Problems, problems...)
	for _, d := range docs {
		task := d.node
		if inner := d.get("taskDefinition"); inner.Node != nil {
			task = inner // as describe-task-definition prints it
		}
		for _, n := range task.get("containerDefinitions").list() {
			c := taskContainer(n)
			c.EnvOpen = c.EnvOpen || d.open
			w := &Workload{Position: c.Position, Kind: "ecs", Name: task.get("family").text().Value, Open: d.open, Containers: []*Container{c}}
			w.Grace, w.Kept, w.Group = n.get("stopTimeout").text(), true, w.Name
			s.Workloads = append(s.Workloads, w)
		}
	}
}

func taskContainer(n node) *Container {
	c := &Container{Position: n.get("name").position(), Name: n.get("name").text().Value, Image: n.get("image").text()}
	for _, p := range n.get("portMappings").list() {
		number := p.get("containerPort").text()
		c.Ports = append(c.Ports, Port{Position: number.Position, Number: number, Proto: protocol(p.get("protocol").text().Value), Via: "containerPort"})
	}
	for _, key := range []string{"environment", "secrets"} {
		for _, e := range n.get(key).list() {
			v := Env{Name: e.get("name").text().Value, Value: e.get("value").text()}
			if !v.Value.Set() {
				v.Value = Text{Position: e.position(), Open: true}
			}
			c.Env = append(c.Env, v)
		}
	}
	c.EnvOpen = len(n.get("environmentFiles").list()) > 0
	if entry := n.get("entryPoint"); len(entry.list()) > 0 {
		c.Command = execForm(entry, false)
	}
	if args := n.get("command"); len(args.list()) > 0 {
		c.Args = execForm(args, false)
	}
	c.checks("healthCheck", n.get("healthCheck", "command"))
	c.User = n.get("user").text()
	return c
}
