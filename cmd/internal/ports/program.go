package ports

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// What follows is one program, put together from the packages that it reaches.

// Program is one main package, with all that it can reach.
type Program struct {
	Name      string // the last part of its path that tells it from others
	Path      string // its import path
	Dir       string // its folder
	Module    string
	ModuleDir string
	Listeners []*Listener

	Environment
	Signalled
	Served
	Drains []Drain
	counted
	configured
}

// configured is where a library looks for the configuration of a program.
type configured struct {
	folders []string
	files   []string // their names, without the ends
	other   bool     // there may be more folders
}

// Environment is what a program asks of its environment.
type Environment struct {
	Env     []string // variables that it looks up
	EnvOpen bool     // and it may look up others
	parsed  []string // those that it reads as numbers
}

// Signalled is what a program does on signals.
type Signalled struct {
	Signals     []string // what it subscribes to
	SignalsOpen bool     // and it may subscribe to others
	foreign     bool     // and a dependency may subscribe
	TermHandled bool     // it does something on SIGTERM, or may
}

// Served is what a program answers.
type Served struct {
	Routes      []Route
	RoutesKnown bool     // there are no others
	GRPCWell    bool     // a gRPC server has a health service, or may have
	paths       []string // texts that it may compare with the path of a request
}

// counted are the numbers in a program's code.
type counted struct {
	numbers   map[int]bool // other than as the port of a listener that is known
	uncounted bool         // and there are others
}

// Drain is one graceful stop; its limit is 0 where it has none.
type Drain struct {
	Position
	API    string
	Limit  time.Duration
	Slept  time.Duration // before it, once the signal is there
	Later  time.Duration // what may be waited for behind it
	Prompt bool          // it begins as soon as the signal is there
	Chosen *Time         // what decides how long it waits, where Limit does not say it
	Others []Time        // and how long more may be waited for behind it
}

// Time is a time that flags or variables choose.
type Time = analyzers.PlanTime

// Takes returns how long the program takes to end, with all that stands in one
// line with the drain.
func (d Drain) Takes() time.Duration { return d.Slept + d.Limit + d.Later }

// Route is one path that the program serves.
type Route struct {
	Path   string
	Below  bool // and what is below it
	behind bool // something that is not known may stand before Path, or in it
	muxes  []string
}

// program returns the plan of one main package.
func (w *world) program(main *driver.Planned) *Program {
	p := &Program{
		Path: main.Path, Dir: main.Dir, Module: main.Module, ModuleDir: main.ModuleDir,
		Environment: Environment{Env: main.Env, EnvOpen: main.EnvOpen},
		Signalled:   Signalled{TermHandled: main.TermHandled, foreign: main.ForeignSignals},
		Served:      Served{GRPCWell: !main.GRPCUnhealthy, RoutesKnown: main.RoutesKnown},
	}
	reach := w.reach(main)
	samples := main.Sample // of a sample, all
	for _, r := range main.Reached {
		if !r.Placed && !w.placed(r, reach) {
			p.add(w.listener(r, main, "calls", reach))
		}
	}
	ports := make(map[string]bool) // where the ports of listeners are written
	for _, pkg := range reach.packages {
		for _, m := range pkg.Made {
			if m.Placed || m.Sample && !samples || !reach.funcs[m.Func] || slices.ContainsFunc(p.Listeners, func(l *Listener) bool { return sameBind(l.PlanListener, m) }) {
				continue
			}
			p.add(w.listener(m, pkg, "references", reach))
		}
		for _, s := range pkg.Signals {
			if reach.funcs[s.Func] {
				p.Signals = append(p.Signals, s.Names...)
				p.SignalsOpen = p.SignalsOpen || s.All
			}
		}
		for _, d := range pkg.Drains {
			if reach.funcs[d.Func] {
				p.Drains = append(p.Drains, Drain{
					Position: position(pkg, d.Place), API: d.API, Limit: time.Duration(d.Nanos),
					Slept: time.Duration(d.Slept), Later: time.Duration(d.Later), Prompt: d.Prompt, Chosen: d.Chosen, Others: d.Others,
				})
			}
		}
		for _, r := range pkg.Routes {
			if len(r.Muxes) > 0 && !slices.ContainsFunc(r.Muxes, func(m string) bool { return !slices.Contains(main.Idle, m) }) {
				continue // nobody serves it
			}
			if !reach.funcs[r.Func] {
				p.paths = append(p.paths, r.Path)
				continue
			}
			p.Routes = append(p.Routes, Route{Path: r.Path, Below: r.Below, behind: !r.Whole, muxes: r.Muxes})
		}
		p.parsed = append(p.parsed, pkg.Parsed...)
		p.paths = append(p.paths, pkg.Paths...)
		p.RoutesKnown = p.RoutesKnown && !pkg.Unplaced
	}
	if t := toldBy(reach.packages); t != nil {
		p.configured = configured{t.Folders, t.Names, t.Anywhere}
		for _, l := range p.Listeners {
			l.Host = t.complete(l.Host, func(host, _ string) string { return host })
			l.Port = t.complete(l.Port, func(_, port string) string { return port })
		}
	}
	for _, l := range p.Listeners {
		l.Host, l.Port = p.wholeNames(l.Host), p.wholeNames(l.Port)
		for _, o := range slices.Concat(l.Host, l.Port) {
			ports[o.At] = true
		}
	}
	p.numbers = make(map[int]bool)
	for _, pkg := range reach.packages {
		p.uncounted = p.uncounted || pkg.Uncounted
		for _, n := range pkg.Numbers {
			if !ports[n.At] {
				p.numbers[n.N] = true
			}
		}
	}
	p.tidy()
	p.health()
	p.signals()
	return p
}

// wholeNames drops the variables of which a tag has a part only: those that nothing
// reads, where one is read that ends with them, as with a prefix that another package
// says.
func (p *Program) wholeNames(origins []analyzers.PlanOrigin) []analyzers.PlanOrigin {
	if p.EnvOpen {
		return origins
	}
	read := func(name string) bool { return slices.Contains(p.Env, name) }
	return slices.DeleteFunc(slices.Clone(origins), func(o analyzers.PlanOrigin) bool {
		return o.Kind == "env" && o.Name != "" && !read(o.Name) && slices.ContainsFunc(origins, func(whole analyzers.PlanOrigin) bool {
			return whole.Kind == "env" && strings.HasSuffix(whole.Name, "_"+o.Name) && read(whole.Name)
		})
	})
}

// add adds l, unless it is there already: one call may lead to it by two ways.
func (p *Program) add(l *Listener) {
	if l.Net == "raw" || strings.HasPrefix(l.Net, "ip") {
		return // no port
	}
	same := func(o *Listener) bool {
		return sameBind(o.PlanListener, l.PlanListener) && o.Net == l.Net && o.AnyNet == l.AnyNet && slices.Equal(o.Host, l.Host) && slices.Equal(o.Port, l.Port)
	}
	if !slices.ContainsFunc(p.Listeners, same) {
		p.Listeners = append(p.Listeners, l)
	}
}

func (p *Program) tidy() {
	slices.SortStableFunc(p.Listeners, func(a, b *Listener) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(portText(a), portText(b)), cmp.Compare(a.API, b.API))
	})
	slices.Sort(p.Signals)
	p.Signals = slices.Compact(p.Signals)
	slices.SortFunc(p.Drains, func(a, b Drain) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	slices.SortFunc(p.Routes, func(a, b Route) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), slices.Compare(a.muxes, b.muxes))
	})
	p.Routes = slices.CompactFunc(p.Routes, func(a, b Route) bool {
		return a.Path == b.Path && a.Below == b.Below && a.behind == b.behind && slices.Equal(a.muxes, b.muxes)
	})
	slices.Sort(p.paths)
	p.paths = slices.Compact(p.paths)
}

// rank puts what the program's users reach first.
func rank(l *Listener) int {
	switch {
	case l.RoleName() == "public":
		return 0
	case l.RoleName() == "local":
		return 2
	}
	return 1
}

// signals tells of each listener which signals make it stop.
func (p *Program) signals() {
	for _, l := range p.Listeners {
		if l.Stop == "graceful" && !p.SignalsOpen {
			l.Signals = p.Signals
			l.SignalsNone = len(p.Signals) == 0 && !p.TermHandled && !p.foreign
		}
	}
}

// Prefix returns the word with which the variables of the program begin: those that
// decide about ports, and most of the others; "" where there is none.
func (p *Program) Prefix() (word string) {
	for _, l := range p.Listeners {
		for _, o := range l.Port {
			first, _, more := strings.Cut(o.Name, "_")
			switch {
			case o.Kind != "env":
			case !more || word != "" && word != first:
				return ""
			default:
				word = first
			}
		}
	}
	n := 0
	for _, name := range p.Env {
		if strings.HasPrefix(name, word+"_") {
			n++
		}
	}
	if word == "" || n < 2 || 2*n <= len(p.Env) {
		return ""
	}
	return word
}

// Hears reports whether the program is known to subscribe to a signal.
func (p *Program) Hears(signal string) bool { return slices.Contains(p.Signals, signal) }

// MayHear reports whether the program may subscribe to more signals than is known.
func (p *Program) MayHear() bool { return p.SignalsOpen || p.foreign }

// Binary returns the name that go build gives the program.
func (p *Program) Binary() string {
	name := path.Base(p.Path)
	if isMajor(name) {
		name = path.Base(path.Dir(p.Path))
	}
	return name
}

// Parses reports whether the program may read a variable as a number, and so
// notice that it is none.
func (p *Program) Parses(name string) bool {
	return slices.Contains(p.parsed, name) || slices.Contains(p.parsed, "")
}

// LooksIn reports whether a library is told to look for a file of this name in a
// folder, which is written as it is here. sure is false where it may be one that the
// code does not name.
func (p *Program) LooksIn(folder, name string) (may, sure bool) {
	name = strings.TrimSuffix(name, path.Ext(name))
	sure = slices.ContainsFunc(p.folders, func(f string) bool { return path.Clean(f) == folder })
	return (sure || p.other) && slices.Contains(p.files, name), sure
}

// HasVariable reports whether it is known by which variable a key of the
// configuration is set, of those that decide about ports.
func (p *Program) HasVariable(key string) bool {
	return slices.ContainsFunc(p.Listeners, func(l *Listener) bool {
		for _, origins := range [][]analyzers.PlanOrigin{l.Host, l.Port} {
			has := func(kind string) bool {
				return slices.ContainsFunc(origins, func(o analyzers.PlanOrigin) bool {
					return o.Kind == kind && (kind != "config" || strings.EqualFold(o.Key, key))
				})
			}
			if has("config") && has("env") {
				return true
			}
		}
		return false
	})
}

// Mentions reports whether the number n may be in the program's code, other
// than as the port of a listener that is known.
func (p *Program) Mentions(n int) bool { return p.numbers[n] || p.uncounted }
