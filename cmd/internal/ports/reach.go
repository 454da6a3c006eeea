package ports

import (
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// world is all packages that were looked at.
type world struct {
	packages map[string]*driver.Planned
	refs     map[string]*analyzers.PlanReferences
	methods  map[string][]string // of a type: its methods, by their full names
}

func newWorld(pkgs []driver.Planned) *world {
	w := &world{
		packages: make(map[string]*driver.Planned),
		refs:     make(map[string]*analyzers.PlanReferences),
		methods:  make(map[string][]string),
	}
	for i := range pkgs {
		p := &pkgs[i]
		w.packages[p.Path] = p
		for j := range p.Refs {
			r := &p.Refs[j]
			w.refs[r.Func] = r
			w.note(r.Func)
		}
		for _, m := range p.Made {
			w.note(m.Func)
		}
	}
	return w
}

// note notes fn among the methods of its type.
func (w *world) note(fn string) {
	if typ, _, ok := method(fn); ok && !slices.Contains(w.methods[typ], fn) {
		w.methods[typ] = append(w.methods[typ], fn)
	}
}

// method takes the full name of a method apart: "(*p.T).Run" is Run of p.T.
func method(fn string) (typ, name string, ok bool) {
	rest, ok := strings.CutPrefix(fn, "(")
	if !ok {
		return "", "", false
	}
	typ, name, ok = strings.Cut(strings.TrimPrefix(rest, "*"), ").")
	typ, _, _ = strings.Cut(typ, "[") // of type parameters
	return typ, name, ok
}

// reached is what a program can reach.
type reached struct {
	packages []*driver.Planned // in the order of their paths
	funcs    map[string]bool
}

// starters are the names of methods that libraries call to get something
// going: of those, the call is not in sight.
var starters = map[string]bool{
	"Run": true, "Start": true, "Serve": true, "Listen": true, "ListenAndServe": true, "Open": true, "Init": true,
	"Execute": true, "OnStart": true, "Up": true, "Main": true, "Setup": true, "Provision": true,
}

// reach returns what the program main can reach, by the names that its code
// mentions, beginning with func main and the initialisation of all packages. A
// function that is mentioned counts as called. A method counts as called when
// its type is mentioned, and a method of its name is called through an
// interface, or it has one of the names by which libraries start things.
func (w *world) reach(main *driver.Planned) *reached {
	r := &reached{funcs: make(map[string]bool)}
	var todo []string
	visit := func(fn string) {
		if !r.funcs[fn] {
			r.funcs[fn] = true
			todo = append(todo, fn)
		}
	}
	seen := make(map[string]bool)
	var imports func(path string)
	imports = func(path string) {
		p := w.packages[path]
		if p == nil || seen[path] {
			return
		}
		seen[path] = true
		r.packages = append(r.packages, p)
		visit(path + ".init")
		for _, i := range p.Imports {
			imports(i)
		}
	}
	imports(main.Path)
	slices.SortFunc(r.packages, func(a, b *driver.Planned) int { return strings.Compare(a.Path, b.Path) })
	visit(main.Path + ".main")

	types := make(map[string]bool)
	called := make(map[string]bool)
	for {
		for len(todo) > 0 {
			ref := w.refs[todo[len(todo)-1]]
			todo = todo[:len(todo)-1]
			if ref == nil {
				continue
			}
			for _, fn := range ref.Funcs {
				visit(fn)
			}
			for _, t := range ref.Types {
				types[t] = true
			}
			for _, m := range ref.Methods {
				called[m] = true
			}
		}
		for t := range types {
			for _, fn := range w.methods[t] {
				if _, name, _ := method(fn); called[name] || starters[name] {
					visit(fn)
				}
			}
		}
		if len(todo) == 0 {
			return r
		}
	}
}
