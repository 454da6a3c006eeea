package deploy

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/match"
	"github.com/portvet/portvet/cmd/internal/script"
)

// What follows is about the scripts of the repository that start a program in
// an image.

// scriptOf returns the script of the repository with which a run begins, or nil.
func scriptOf(m *match.Matcher, r *run) *entry.Script {
	var s *entry.Script
	switch {
	case r.Image == nil:
	case r.Container == nil:
		s = m.Scripts[r.Image]
	default:
		s, _ = entry.In(r.Image, r.begin)
	}
	if s == nil {
		s = entry.Line(r.begin, r.Workload != nil && r.Workload.Kind == "compose" && r.begin.File == r.Workload.File)
	}
	return s
}

// through returns what the script with which a run begins comes to, and the
// script, which is nil where there is none.
func (r *run) through() (*entry.Script, script.Result) {
	s := r.script
	if s == nil {
		return nil, script.Result{}
	}
	return s, s.Run(script.Given{
		Args: entry.Words(s.Args), ArgsOpen: r.begin.Open,
		Env: func(name string) script.Word {
			t, ok := r.setting.Env[name]
			return script.Word{Value: t.Value, Open: t.Open || !ok && r.setting.EnvOpen}
		},
	})
}

// follow changes the setting of a run to the one that its script gives the
// program. What a script that is not in sight does is not known.
func (r *run) follow() {
	s, result := r.through()
	r.beside = result.Beside
	switch {
	case s != nil && s.Path == "" && (len(result.Starts) != 1 || !r.isProgram(result.Starts[0])):
		return // a line of which its words have to do
	case s == nil && r.behindScript(), s != nil && (result.Open || len(result.Starts) != 1 || !r.isProgram(result.Starts[0])):
		r.setting.EnvOpen, r.setting.FlagsOpen = true, true
		// What it was given need not reach the program.
		for name, t := range r.setting.Env {
			t.Open = true
			r.setting.Env[name] = t
		}
		clear(r.setting.Flags)
		return
	case s == nil:
		return
	}
	start := result.Starts[0]
	text := func(w script.Word) manifest.Text {
		return manifest.Text{Position: s.At(w.Line, w.Column), Value: w.Value, Open: w.Open}
	}
	for _, e := range start.Env {
		r.setting.Env[e.Name] = text(e.Word)
	}
	said := r.setting.Said
	r.setting.Flags, r.setting.FlagsOpen, r.setting.Said = make(map[string]manifest.Text), start.WordsOpen, nil
	if s.Path == "" {
		r.setting.Said = slices.Clone(said) // what else the line runs
	}
	r.setting.EnvOpen = r.setting.EnvOpen || start.EnvOpen
	var c manifest.Command
	for _, w := range start.Words[1:] {
		t := text(w)
		if w.Line == 0 && s.Path != "" { // it was given to the script
			t.Position = r.Position()
			for _, given := range said {
				if given.Value == w.Value {
					t.Position = given.Position
				}
			}
		}
		c.Args = append(c.Args, t)
	}
	r.setting.Words(c)
	r.setting.Args = c.Args
}

// behindScript reports whether a run begins with a script that is not in sight,
// or with what a file of its own tells how to run programs.
func (r *run) behindScript() bool {
	words, _ := entry.Unwrapped(r.begin.Words())
	if len(words) > 0 && match.IsRunner(words[0].Value) {
		return true
	}
	for i, w := range words {
		if strings.HasSuffix(w.Value, ".sh") && (i == 0 || i == 1 && manifest.IsShell(words[0].Value)) {
			return true
		}
	}
	return false
}

// isProgram reports whether a script starts the program of a run.
func (r *run) isProgram(s script.Start) bool {
	return len(s.Words) > 0 && !s.Words[0].Open && r.isBinary(path.Base(s.Words[0].Value))
}

// script checks that no script keeps SIGTERM from a program that handles it,
// by starting it as its last command without exec.
func (c *checker) script(r *run) {
	l := handlesTerm(r.Program)
	if l == nil {
		return
	}
	s, result := r.through()
	if s == nil || s.Path == "" || s.Told || result.Traps || c.forDevelopment(r) {
		return
	}
	for _, start := range result.Starts {
		if start.Exec || !start.Alone || !r.isProgram(start) {
			continue
		}
		at, advice := s.At(start.Line, start.Column), "put exec before it"
		if start.Piped {
			advice = "put exec before it, and let it write by itself where the pipe leads"
		}
		c.report("manifestshell", at, l.Position(), "the server that would stop",
			"the script starts %s without exec and need not pass SIGTERM on, so its graceful stop (%s) never begins: %s", r.Program.Name, l.Position(), advice)
	}
}

// goRun checks that no go run keeps SIGTERM from a program that handles it.
// With a folder of the machine mounted it is for development, where nobody
// waits for requests to end; the processes of a Procfile are all told.
func (c *checker) goRun(r *run) {
	l := handlesTerm(r.Program)
	if l == nil || r.Container != nil && (r.Workload.Kind == "process" || r.Container.Build.Mounted) || c.forDevelopment(r) {
		return
	}
	if _, ok := r.begin.GoRun(); !ok {
		return
	}
	c.report("manifestshell", r.begin.Position, l.Position(), "the server that would stop",
		"go run starts %s here and does not pass SIGTERM on, so its graceful stop (%s) never begins: build the program, and run what go build makes", r.Program.Name, l.Position())
}

// forDevelopment reports whether a run is there for development or tests: its
// file or Dockerfile, or a folder of the module that holds it, is called so, or its
// container mounts the sources, over what its image was built from.
func (c *checker) forDevelopment(r *run) bool {
	root := r.Program.ModuleDir
	if r.Workload != nil && manifest.ForDevelopment(r.Workload.File, root) || r.Image != nil && manifest.ForDevelopment(r.Image.File, root) {
		return true
	}
	if r.Container != nil {
		return r.Container.Build.Sources
	}
	return slices.ContainsFunc(c.runs, func(o *run) bool { // Compose's image is one of its own
		return o.Container != nil && o.Container.Build.Mounted && o.begin.File != "" && o.begin.Position == r.begin.Position
	})
}

// replicas checks that what is on the network of its machine is there once: two
// of it cannot have one port.
func (c *checker) replicas(r *run) {
	if r.Workload == nil || r.Workload.Kind != "compose" || !r.Workload.HostNet || !r.bound.Complete {
		return
	}
	n, ok := r.Workload.Replicas.Number()
	if numbers := r.bound.Numbers(); ok && n > 1 && len(numbers) > 0 {
		l := r.bound.On[numbers[0]][0]
		c.report("manifestconflict", r.Workload.Replicas.Position, l.Position(), "it listens here",
			"%s replicas of %s are on the network of the machine and all listen on port %d, so all but one fail with \"address already in use\" (%s)",
			strconv.Itoa(n), r.What(), numbers[0], l.Position())
	}
}
