package deploy

import (
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/entry"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
	"github.com/portvet/portvet/cmd/internal/script"
)

// What follows is about how a program is run: the environment and user that it
// is given, and how it is told to end.

// first returns the listener whose port PORT would be, or nil.
func first(p *ports.Program) *ports.Listener {
	var found *ports.Listener
	for _, l := range p.Listeners {
		if l.RoleName() == "public" && (found == nil || found.GRPC && !l.GRPC) {
			found = l
		}
	}
	return found
}

// root checks that a user who is not root is not given ports that only root
// may have, which Docker allows by itself and other runtimes do not.
func (c *checker) root(r *run) {
	if r.Container == nil && slices.ContainsFunc(c.runs, func(o *run) bool { return o.Container != nil && o.Image != nil && o.Image.File == r.Image.File }) {
		return // what runs it tells more
	}
	user := manifest.Text{}
	if r.Image != nil {
		user = r.Image.User
		if r.Image.MayBind {
			return
		}
	}
	if r.Container != nil {
		switch r.Workload.Kind {
		case "compose", "process", "heroku", "appengine", "fly", "render", "ecs":
			return
		}
		if r.Container.MayBind || r.Workload.HostNet && r.Workload.Open {
			return
		}
		if r.Container.User.Set() {
			user = r.Container.User
		}
	}
	if !user.Set() || user.Open && (r.Container == nil || !r.Container.NonRoot) || user.Value == "0" || user.Value == "root" {
		return
	}
	// A listener may be that of a branch which is not taken here: it has to be
	// the only one, or the manifest says that it is used.
	certain := func(n int) bool {
		return len(r.Program.Listeners) == 1 || slices.ContainsFunc(r.declared(), func(p manifest.Port) bool {
			m, ok := p.Number.Number()
			return ok && m == n
		})
	}
	for _, n := range r.bound.Numbers() {
		if n < 1024 && certain(n) {
			l := r.bound.On[n][0]
			c.report("manifestroot", r.chosen(l, n, user.Position), l.Position(), "it listens here", "%s listens on port %d (%s, %s) and does not run as root (%s:%d), so binding it may not be permitted: choose a port from 1024 on",
				r.Program.Name, n, ports.From(l.Port), l.Position(), user.File, user.Line)
			return
		}
	}
}

// chosen returns where the manifests choose the port n of l: the value that
// decides, else where the port is declared, else what is given.
func (r *run) chosen(l *ports.Listener, n int, otherwise manifest.Position) manifest.Position {
	if t, ok := r.setting.Choice(l.Port); ok && t.Line > 0 {
		return t.Position
	}
	for _, p := range r.declared() {
		if m, ok := p.Number.Number(); ok && m == n {
			return p.Number.Position
		}
	}
	return otherwise
}

// handlesTerm returns a listener that stops by itself when the program is told
// to end.
func handlesTerm(p *ports.Program) *ports.Listener {
	if !p.TermHandled && !slices.Contains(p.Signals, "SIGTERM") {
		return nil
	}
	for _, l := range p.Listeners {
		switch l.Stop {
		case "graceful", "builtin":
			return l
		}
	}
	return nil
}

// shell checks that no shell keeps SIGTERM from a program that handles it.
func (c *checker) shell(r *run) {
	l := handlesTerm(r.Program)
	if l == nil {
		return
	}
	if r.Workload != nil && (r.Workload.Kind == "process" || r.Workload.Kind == "heroku" || r.Workload.Kind == "appengine" || r.Workload.Kind == "render" && r.Container.Command.Set()) {
		return // all its processes are told, or that is not known
	}
	begin := r.begin
	words, told := entry.Unwrapped(begin.Args)
	begin.Args = words
	line, ok := begin.InShell()
	if !ok || told || c.forDevelopment(r) {
		return
	}
	if hasWord(line.Value, "exec") || !runsIt(r, line.Value) || r.inPlaceOfBash(begin) {
		return
	}
	c.report("manifestshell", line.Position, l.Position(), "the server that would stop", "a shell runs %s here and need not pass SIGTERM on, so its graceful stop (%s) never begins: write the command as a list, or put exec before it",
		r.Program.Name, l.Position())
}

// inPlaceOfBash reports whether a command is a line for bash that may end with the
// program itself: bash puts the last command of a line in its own place, since 5.1 (of
// 2020) also behind && and ;, which other shells do not.
func (r *run) inPlaceOfBash(c manifest.Command) bool {
	if c.Shell.Set() || len(c.Args) == 0 || path.Base(c.Args[0].Value) != "bash" {
		return false
	}
	s, result := r.through()
	if s == nil {
		return true // a line that is not read
	}
	line, column, ok := s.File.Last()
	return ok && !result.Traps && slices.ContainsFunc(result.Starts, func(t script.Start) bool {
		return t.Line == line && t.Column == column && r.isProgram(t)
	})
}

func hasWord(line, word string) bool { return slices.Contains(strings.Fields(line), word) }

// runsIt reports whether a word of a line is the program, and not a script
// that may do as it likes.
func runsIt(r *run, line string) bool {
	return slices.ContainsFunc(strings.Fields(line), func(w string) bool { return r.isBinary(path.Base(strings.Trim(w, `"';&|`))) })
}
