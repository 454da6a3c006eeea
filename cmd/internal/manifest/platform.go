package manifest

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/portvet/portvet/cmd/internal/lazy"
	"github.com/portvet/portvet/cmd/internal/recipe"
)

var process = lazy.Regexp(`^([A-Za-z0-9_-]+):\s*(.*)$`)

// procfile adds the processes of Heroku's Procfile. The platform sets PORT for
// the one that is called web. In one for a buildpack of others, which names a file
// among its layers, that is not known.
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
		words := recipe.Words(m[2])
		for i, w := range slices.Backward(words) {
			if w == "&&" || w == ";" {
				words = words[i+1:] // it ends with that
				break
			}
		}
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
		s.Workloads = append(s.Workloads, &Workload{Position: at, Kind: "process", Name: m[1], Network: Network{Group: file}, Containers: []*Container{c}, GivesPort: m[1] == "web" && !strings.HasPrefix(m[2], "/layers/")})
	}
}

var assignment = lazy.Regexp(`^[A-Za-z_][A-Za-z0-9_]*=`)

// duration turns 10s, 1m30s or a number of seconds into seconds.
func duration(t Text) Text {
	if d, err := time.ParseDuration(t.Value); err == nil {
		t.Value = strconv.Itoa(int(d / time.Second))
	}
	return t
}
