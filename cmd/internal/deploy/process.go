package deploy

import (
	"path"
	"slices"
	"strings"
	"time"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// What follows is about how a program is run: the environment and user that it
// is given, and how it is told to end.

// port checks that a program reads the PORT that it is given.
func (c *checker) port(r *run) {
	if readsPort(r.Program) || r.usesPort() {
		return
	}
	l := first(r.Program)
	if l == nil {
		return
	}
	if r.Container != nil && r.Workload.Kind == "process" && r.Workload.GivesPort {
		c.report("manifestenv", r.Position(), l.Position(), "its port is decided here", "the platform says by PORT where %s has to listen, but it never reads that variable: its port comes from %s (%s)",
			r.Program.Name, ports.From(l.Port), l.Position())
		return
	}
	var env []manifest.Env
	if r.Container != nil {
		env = r.Container.Env
	} else {
		env = r.Image.Env
	}
	for _, e := range env {
		if e.Name == "PORT" {
			c.report("manifestenv", e.Value.Position, l.Position(), "its port is decided here", "PORT is set, but %s never reads it: its port comes from %s (%s)", r.Program.Name, ports.From(l.Port), l.Position())
			return
		}
	}
}

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

// usesPort reports whether PORT is on the command line.
func (r *run) usesPort() bool {
	var names []string
	if r.Container != nil {
		names = append(names, r.Container.Uses...)
	}
	if r.Image != nil {
		names = append(append(names, r.Image.Entrypoint.References()...), r.Image.Cmd.References()...)
	}
	return slices.Contains(names, "PORT")
}

// grace checks that a program has time to drain.
func (c *checker) grace(r *run) {
	if r.Workload == nil || !r.Workload.Grace.Set() {
		return
	}
	n, ok := r.Workload.Grace.Number()
	if !ok {
		return
	}
	for _, d := range r.Program.Drains {
		if d.Limit >= time.Duration(n)*time.Second {
			c.report("manifestgrace", r.Workload.Grace.Position, d.Position, "the drain", "the platform kills %s after %ds, but it drains for up to %s (%s at %s), so requests are cut off",
				r.Program.Name, n, d.Limit, d.API, d.Position)
			return
		}
	}
}

// root checks that a user who is not root is not given ports that only root
// may have, which Docker allows by itself and other runtimes do not.
func (c *checker) root(r *run) {
	if r.Container == nil && slices.ContainsFunc(c.runs, func(o *run) bool { return o.Container != nil && o.Image == r.Image }) {
		return // what runs it tells more
	}
	user := manifest.Text{}
	if r.Image != nil {
		user = r.Image.User
	}
	if r.Container != nil {
		switch r.Workload.Kind {
		case "compose", "process", "fly":
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
	for _, n := range r.bound.numbers() {
		if n < 1024 && certain(n) {
			l := r.bound.on[n][0]
			c.report("manifestroot", user.Position, l.Position(), "it listens here", "%s listens on port %d (%s, %s) and does not run as root, so binding it may not be permitted: choose a port from 1024 on",
				r.Program.Name, n, ports.From(l.Port), l.Position())
			return
		}
	}
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
	var line manifest.Text
	if r.Container != nil && r.Container.Command.Set() {
		words := append(slices.Clone(r.Container.Command.Args), r.Container.Args.Args...)
		if len(words) > 2 && shells[path.Base(words[0].Value)] && strings.HasPrefix(words[1].Value, "-") && strings.HasSuffix(words[1].Value, "c") && r.Workload.Kind != "process" {
			line = words[2]
		}
	} else if r.Image != nil {
		switch {
		case r.Image.Entrypoint.Set():
			line = r.Image.Entrypoint.Shell
		default:
			line = r.Image.Cmd.Shell
		}
	}
	if !line.Set() || hasWord(line.Value, "exec") || !runsIt(r, line.Value) {
		return
	}
	c.report("manifestshell", line.Position, l.Position(), "the server that would stop", "a shell runs %s here and need not pass SIGTERM on, so its graceful stop (%s) never begins: write the command as a list, or put exec before it",
		r.Program.Name, l.Position())
}

func hasWord(line, word string) bool { return slices.Contains(strings.Fields(line), word) }

// runsIt reports whether a word of a line is the program, and not a script
// that may do as it likes.
func runsIt(r *run, line string) bool {
	return slices.ContainsFunc(strings.Fields(line), func(w string) bool {
		b := path.Base(strings.Trim(w, `"';&|`))
		if b == r.Program.Binary() {
			return true
		}
		return r.Image != nil && slices.ContainsFunc(r.Image.Outputs, func(o manifest.Text) bool { return o.Value != "" && path.Base(o.Value) == b })
	})
}
