package deploy

import (
	"path"
	"slices"
	"strings"

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
		}
		return
	}
	for _, e := range r.given() {
		if e.Name != "PORT" && (!r.direct() || !r.means(e.Name)) || !e.Value.Set() || r.noted(e) {
			continue
		}
		if !reads(r.Program, e.Name) && !r.uses(e.Name) {
			c.report("manifestenv", e.Value.Position, l.Position(), "its port is decided here", "%s is set, but %s never reads it: its port comes from %s (%s)",
				e.Name, r.Program.Name, ports.From(l.Port), l.Position())
		}
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
	return slices.ContainsFunc(r.bound.numbers(), func(n int) bool { return holdsNumber(e.Value.Value, n) })
}

// means reports whether a variable, by its name, holds where the program of r
// listens: besides a word for that, it has the program's and no others.
func (r *run) means(name string) bool {
	own := r.words()
	found := false
	for _, w := range strings.Split(name, "_") {
		switch {
		case portWords[w]:
			found = true
		case !plainWords[w] && !own[w]:
			return false
		}
	}
	return found
}

// words returns the words of the names of the program of r, in capitals.
func (r *run) words() map[string]bool {
	out := make(map[string]bool)
	add := func(name string) {
		parts := strings.FieldsFunc(strings.ToUpper(name), func(c rune) bool { return (c < 'A' || c > 'Z') && (c < '0' || c > '9') })
		for _, w := range append(parts, strings.Join(parts, "")) {
			out[w] = true
		}
	}
	add(r.Program.Name)
	add(r.Program.Binary())
	add(path.Base(r.Program.Module))
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
	return slices.Contains(names, name)
}
