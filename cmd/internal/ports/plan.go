// Package ports puts together, from what each package does, the port plan of
// whole programs, and writes it in the formats that people and programs read.
package ports

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
)

// Plan is the port plan of a set of programs.
type Plan struct {
	Programs []*Program
	Runs     []*Run // what the manifests run
	set      *manifest.Set
}

// Join returns the plan of all programs of several plans, which need not be of
// one build: packages of the same path are not taken for one another.
func Join(plans ...*Plan) *Plan {
	all := &Plan{}
	for _, p := range plans {
		all.Programs = append(all.Programs, p.Programs...)
	}
	all.name()
	return all
}

// Match finds out what the manifests of set run. The error names a mapping of
// a program that does not exist.
func (plan *Plan) Match(set *manifest.Set, mappings []Mapping) (err error) {
	plan.set = set
	plan.Runs, err = match(plan, set, mappings)
	return err
}

// Check returns what the manifests get wrong about the programs.
func (plan *Plan) Check() []driver.Finding { return check(plan.set, plan.Runs) }

// Unsure returns what is run of which it is not known whether it is one of the
// programs, and which.
func (plan *Plan) Unsure() (runs []*Run) {
	for _, r := range plan.Runs {
		if r.Program == nil && !r.Foreign {
			runs = append(runs, r)
		}
	}
	return runs
}

// shown returns what a reader of the plan wants to see of what is run, and how
// many others there are, which run none of the programs.
func (plan *Plan) shown() (runs []*Run, others int) {
	for _, r := range plan.Runs {
		if r.Foreign {
			others++
		} else {
			runs = append(runs, r)
		}
	}
	return runs, others
}

// othersText says how many containers run none of the programs, or "".
func othersText(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 container or image runs none of these programs"
	}
	return fmt.Sprintf("%d containers and images run none of these programs", n)
}

// Program is one main package, with all that it can reach.
type Program struct {
	Name      string // the last part of its path that tells it from others
	Path      string // its import path
	Dir       string // its folder
	Module    string
	ModuleDir string
	Listeners []*Listener

	Env         []string // variables that it looks up
	EnvOpen     bool     // and it may look up others
	Signals     []string // what it subscribes to
	SignalsOpen bool     // and it may subscribe to others
	foreign     bool     // and a dependency may subscribe
	TermHandled bool     // it does something on SIGTERM, or may
	Drains      []Drain
	Routes      []Route
	RoutesKnown bool // there are no others
	GRPCWell    bool // a gRPC server has a health service, or may have
	paths       []string
	numbers     map[int]bool // in its code, other than as the port of a listener that is known
	uncounted   bool         // and there are others
}

// Listener is one place where a program binds a port.
type Listener struct {
	analyzers.PlanListener
	File   string // where the program makes it
	Line   int
	Column int
	Bind   Position // where the API that binds is called, when that is elsewhere
	// Reached tells how main gets there: "calls", or "references" when only
	// the names of functions are known to lead there.
	Reached string
	Health  []string // paths that look like a health endpoint, or grpc
	// HealthShared reports whether another listener may have these instead.
	HealthShared bool
	HealthNone   bool     // it is certain that there is none
	Signals      []string // that make it stop, "" where that is not known
	SignalsNone  bool     // it is certain that none does
	Stopped      Position // where it is stopped
}

// Position is a place in a source file.
type Position struct {
	File         string
	Line, Column int
}

// String returns file:line:column, without what is not known.
func (p Position) String() string { return driver.Position(p.File, p.Line, p.Column) }

// Position returns where the listener is made.
func (l *Listener) Position() Position { return Position{l.File, l.Line, l.Column} }

// Drain is one graceful stop with a limit.
type Drain struct {
	Position
	API   string
	Limit time.Duration
}

// Route is one path that the program serves.
type Route struct {
	Path  string
	Below bool // and what is below it
	muxes []string
}

// New puts the plan of the named programs together. Programs that only serve
// tests and samples are left out unless samples is set.
func New(pkgs []driver.Planned, samples bool) *Plan {
	w := newWorld(pkgs)
	plan := &Plan{}
	for i := range pkgs {
		p := &pkgs[i]
		if p.Main && p.Named && (samples || !p.Sample) {
			plan.Programs = append(plan.Programs, w.program(p))
		}
	}
	plan.name()
	return plan
}

// name gives each program the shortest end of its path that no other has,
// without the version of its module.
func (plan *Plan) name() {
	parts := func(p *Program) []string {
		list := strings.Split(p.Path, "/")
		if n := len(list); n > 1 && isMajor(list[n-1]) {
			list = list[:n-1]
		}
		return list
	}
	for _, p := range plan.Programs {
		own := parts(p)
		for n := 1; n <= len(own); n++ {
			end := own[len(own)-n:]
			p.Name = path.Join(end...)
			shared := func(o *Program) bool {
				other := parts(o)
				return o != p && len(other) >= n && slices.Equal(other[len(other)-n:], end)
			}
			if n == 1 && p.Name == "main" && len(own) > 1 {
				continue
			}
			if !slices.ContainsFunc(plan.Programs, shared) {
				break
			}
			if n == len(own) {
				p.Name = p.Path
			}
		}
	}
}

// isMajor reports whether a part of a path is only the version of a module.
func isMajor(part string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(part, "v"))
	return err == nil && n > 1 && strings.HasPrefix(part, "v")
}

// program returns the plan of one main package.
func (w *world) program(main *driver.Planned) *Program {
	p := &Program{
		Path: main.Path, Dir: main.Dir, Module: main.Module, ModuleDir: main.ModuleDir,
		Env: main.Env, EnvOpen: main.EnvOpen, TermHandled: main.TermHandled, GRPCWell: !main.GRPCUnhealthy,
		RoutesKnown: main.RoutesKnown, foreign: main.ForeignSignals,
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
				p.Drains = append(p.Drains, Drain{position(pkg, d.Place), d.API, time.Duration(d.Nanos)})
			}
		}
		for _, r := range pkg.Routes {
			if !reach.funcs[r.Func] {
				continue
			}
			if !r.Whole {
				p.RoutesKnown = false
			}
			p.Routes = append(p.Routes, Route{Path: r.Path, Below: r.Below, muxes: r.Muxes})
		}
		p.paths = append(p.paths, pkg.Paths...)
		p.RoutesKnown = p.RoutesKnown && !pkg.Unplaced
	}
	for _, l := range p.Listeners {
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

// sameBind reports whether two listeners bind by one call.
func sameBind(a, b analyzers.PlanListener) bool { return a.API == b.API && a.At == b.At }

// listener returns the listener r of pkg.
func (w *world) listener(r analyzers.PlanListener, pkg *driver.Planned, how string, reach *reached) *Listener {
	l := &Listener{PlanListener: r, Reached: how}
	for _, from := range reach.packages {
		for _, m := range from.Made {
			if sameBind(m, r) && reach.funcs[m.Func] {
				l.Bind = position(from, m.Place)
				l.learn(m)
				if m.StopAt != "" {
					l.Stopped = position(from, m.StopAt)
				}
			}
		}
	}
	at := l.Bind
	if r.Place != "" {
		at = position(pkg, r.Place)
	}
	if r.StopAt != "" {
		l.Stopped = position(pkg, r.StopAt)
	}
	if at.File == "" { // of another module
		file, line, _ := strings.Cut(r.At, ":")
		at.File = file
		at.Line, _ = strconv.Atoi(line)
	}
	l.File, l.Line, l.Column = at.File, at.Line, at.Column
	if l.Bind.File == at.File && l.Bind.Line == at.Line {
		l.Bind = Position{}
	}
	return l
}

// learn fills what l, as it is for its caller, does not tell from m, as it is
// where it is made: there, what serves on it is known.
func (l *Listener) learn(m analyzers.PlanListener) {
	if l.Stop == "" || l.Stop == m.Stop && m.StopAt != "" {
		l.Stop, l.Stops = m.Stop, m.Stops
	}
	if l.Proto == "" || l.Proto == "tls" {
		l.Proto = m.Proto
	}
	l.GRPC = l.GRPC || m.GRPC
	l.TLS = l.TLS || m.TLS
	if l.Role == "" {
		l.Role = m.Role
	}
	if len(l.Handlers) == 0 {
		l.Handlers = m.Handlers
	}
}

// placed reports whether r, a server put on a listener, is put on one that is
// listed by itself where it is made.
func (w *world) placed(r analyzers.PlanListener, reach *reached) bool {
	return r.Elsewhere && slices.ContainsFunc(reach.packages, func(p *driver.Planned) bool {
		return slices.ContainsFunc(p.Made, func(m analyzers.PlanListener) bool { return m.Placed && sameBind(m, r) })
	})
}

// position returns the place of a package, "file:line:column".
func position(pkg *driver.Planned, place string) Position {
	parts := strings.Split(place, ":")
	if len(parts) < 3 {
		return Position{}
	}
	n := len(parts)
	line, _ := strconv.Atoi(parts[n-2])
	column, _ := strconv.Atoi(parts[n-1])
	return Position{filepath.Join(pkg.Dir, strings.Join(parts[:n-2], ":")), line, column}
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
	p.Routes = slices.CompactFunc(p.Routes, func(a, b Route) bool { return a.Path == b.Path && slices.Equal(a.muxes, b.muxes) })
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

// RoleName says whom the listener is for: public is the program's users.
func (l *Listener) RoleName() string {
	switch {
	case l.Role != "":
		return l.Role
	case l.Local:
		return "local"
	}
	return "public"
}

// Protocol returns what is spoken, "unknown" when that is not known.
func (l *Listener) Protocol() string {
	switch {
	case l.GRPC:
		return "grpc"
	case l.Proto == "":
		return "unknown"
	case l.TLS && l.Proto == "http":
		return "https"
	}
	return l.Proto
}

// Network returns tcp, udp, unix …, "unknown" when that is not known.
func (l *Listener) Network() string {
	if l.Net == "" || l.AnyNet {
		return "unknown"
	}
	return l.Net
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
