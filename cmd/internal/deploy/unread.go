package deploy

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// What follows is about variables that are set for a program that does not
// read them.

// portWords are the words in the names of variables that hold where to listen.
var portWords = map[string]bool{"PORT": true, "ADDR": true, "ADDRESS": true, "LISTEN": true, "BIND": true}

// plainWords say nothing about whose address it is.
var plainWords = map[string]bool{"HTTP": true, "HTTPS": true, "TCP": true, "SERVER": true, "SERVICE": true, "APP": true, "WEB": true}

// port checks that a program reads the variables that it is given to say where
// it listens.
func (c *checker) port(r *run) {
	l := first(r.Program)
	if l == nil || r.Program.EnvOpen {
		return
	}
	if r.Container != nil && (r.Workload.Kind == "process" || r.Workload.Kind == "heroku") && r.Workload.GivesPort {
		if !reads(r.Program, "PORT") && !r.uses("PORT") {
			c.report("manifestenv", r.Position(), l.Position(), "its port is decided here", "the platform says by PORT where %s has to listen, but it never reads that variable: its port comes from %s (%s)",
				r.Program.Name, ports.From(l.Port), l.Position())
			return
		}
	}
	for _, e := range r.given() {
		about := l
		if e.Name == "PORT" && r.Container != nil && r.Workload.GivesPort && r.Workload.Kind != "render" {
			continue // the platform has the last word
		}
		if e.Name != "PORT" {
			if about = cmp.Or(r.meant(e.Name), r.spelt(e.Name)); about == nil || !r.direct() || strings.Contains(e.Value.Value, "://") {
				continue
			}
		}
		if !e.Value.Set() || r.noted(e) || reads(r.Program, e.Name) || r.uses(e.Name) {
			continue
		}
		c.report("manifestenv", e.Value.Position, about.Position(), "its port is decided here", "%s is set, but %s never reads it: its port comes from %s (%s)",
			e.Name, r.Program.Name, ports.From(about.Port), about.Position())
	}
}

// given returns the variables that are set for r where it is written, and not
// for others as well.
func (r *run) given() []manifest.Env {
	if r.Container == nil {
		return r.Image.Env
	}
	return slices.DeleteFunc(slices.Clone(r.Container.Env), func(e manifest.Env) bool { return r.Container.Shared[e.Value.Position] })
}

// noted reports whether a variable of an image is only there for the image: it
// says where the program listens anyway, to EXPOSE or HEALTHCHECK.
func (r *run) noted(e manifest.Env) bool {
	if r.Container != nil || !slices.Contains(r.Image.Refers, e.Name) {
		return false
	}
	return slices.ContainsFunc(r.bound.Numbers(), func(n int) bool { return holdsNumber(e.Value.Value, n) })
}

// meant returns the listener of the program of r about whose address a variable is
// by its name, or nil: besides a word for that, it has the program's words and those
// for what the listener is, and no others. What the command line says of the listener
// leaves nothing to the variable.
func (r *run) meant(name string) *ports.Listener {
	own := r.words()
	found, others := false, []string(nil)
	for _, w := range strings.Split(name, "_") {
		switch {
		case portWords[w]:
			found = true
		case !plainWords[w] && !own[w]:
			others = append(others, w)
		}
	}
	if !found {
		return nil
	}
	if len(others) == 0 {
		return first(r.Program)
	}
	for _, l := range r.Program.Listeners {
		flagged := slices.ContainsFunc(l.Port, func(o analyzers.PlanOrigin) bool {
			_, set := r.setting.Flags[o.Name]
			return o.Kind == "flag" && set
		})
		if !flagged && !slices.ContainsFunc(others, func(w string) bool { return !slices.Contains(roleWords(l), w) }) {
			return l
		}
	}
	return nil
}

// spelt returns the listener whose port the variable called name would decide, were it
// spelt as the program reads it, with other marks between its letters; or nil, also
// where that is set as well.
// Have: LISTENINGPORT: "8000", where the program reads LISTENING_PORT
func (r *run) spelt(name string) *ports.Listener {
	for _, l := range r.Program.Listeners {
		if slices.ContainsFunc(l.Port, func(o analyzers.PlanOrigin) bool {
			_, set := r.setting.Env[o.Name]
			return o.Kind == "env" && !set && o.Name != name && letters(o.Name) == letters(name)
		}) {
			return l
		}
	}
	return nil
}

// letters returns the letters and digits of a name, in capitals.
func letters(name string) string { return strings.Join(capitals(name), "") }

// capitals returns the words of a name, in capitals.
func capitals(name string) []string {
	return strings.FieldsFunc(strings.ToUpper(name), func(c rune) bool { return (c < 'A' || c > 'Z') && (c < '0' || c > '9') })
}

// roleWords are the words by which people call what a listener is for.
func roleWords(l *ports.Listener) []string {
	switch role := l.RoleName(); {
	case l.GRPC:
		return []string{"GRPC", "RPC"}
	case role == "metrics", role == "health", role == "pprof", role == "admin":
		return []string{strings.ToUpper(role)}
	}
	return nil
}

// words returns the words of the names of the program of r, in capitals.
func (r *run) words() map[string]bool {
	out := make(map[string]bool)
	add := func(name string) {
		parts := capitals(name)
		for _, w := range append(parts, strings.Join(parts, "")) {
			out[w] = true
		}
	}
	add(r.Program.Name)
	add(r.Program.Binary())
	add(path.Base(r.Program.Module))
	add(r.Program.Prefix())
	if r.Image != nil {
		for _, o := range r.Image.Outputs {
			add(path.Base(o.Value))
		}
	}
	if r.Workload != nil {
		add(r.Workload.Name)
	}
	return out
}

// ignores reports whether it is certain that a variable which is set for r is for
// nothing. One that the platform offers has to be asked for by its name.
func (r *run) ignores(name string) bool {
	if manifest.Offered(name) {
		return !readsByName(r.Program, name)
	}
	return !reads(r.Program, name) && !r.uses(name)
}

// readsByName reports whether the program reads a variable, or any.
func readsByName(p *ports.Program, name string) bool {
	return p.EnvOpen || slices.ContainsFunc(p.Env, func(known string) bool {
		prefix, some := strings.CutSuffix(known, "*") // what begins so, for some key
		return known == name || some && strings.HasPrefix(name, prefix)
	})
}

// reads reports whether the program may have its port, or what decides about
// it, from a variable.
func reads(p *ports.Program, name string) bool {
	if readsByName(p, name) {
		return true
	}
	public := false
	for _, l := range p.Listeners {
		public = public || l.RoleName() == "public"
		if l.Elsewhere || l.AnyNet {
			return true
		}
		for _, o := range l.Port {
			if o.Kind == "unknown" || o.Kind == "env" && (o.Name == "" || o.Name == name) {
				return true
			}
		}
	}
	return !public
}

// uses reports whether a variable is on the command line of r.
func (r *run) uses(name string) bool {
	var names []string
	if r.Container != nil {
		names = append(names, r.Container.Uses...)
	}
	if r.Image != nil {
		names = append(append(names, r.Image.Entrypoint.References()...), r.Image.Cmd.References()...)
	}
	return slices.Contains(names, name) || r.script != nil && r.script.Mentions(name) || r.script == nil && r.behindScript()
}
