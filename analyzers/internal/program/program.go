// Package program models what a package does with ports: its listeners, with
// the origins of host and port, and the servers on them, with what can stop
// them. It is an analyzer that reports nothing: rules ask it questions.
//
// A listener that depends on a parameter is noted in a fact about the
// function and becomes a listener of its own at every call, also from another
// package or module; so a company's httpserver.Run(":8080", h) is like
// http.ListenAndServe.
package program

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/portvet/portvet/analyzers/internal/acceptor"
	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/base"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/drains"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/environment"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/linger"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/mention"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/purpose"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/route"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/story"
	"github.com/portvet/portvet/analyzers/internal/supervisor"
)

// Config is what the model is told by the user.
type Config struct {
	Tests   *bool     // report in test files
	Samples *bool     // report in code that only serves tests and samples
	Own     *[]string // the user's own APIs, as rows of the catalogue
	// Panics lets the driver stop where the model itself fails, which otherwise
	// says nothing of such a package. Nil is false.
	Panics *bool
	// Probes reports whether anybody is going to ask for health endpoints:
	// nil is yes.
	Probes func() bool
}

// New makes an analyzer whose result is the *Program of a package. All rules
// of one driver share one model.
func New(cfg Config) *analysis.Analyzer {
	// Flags are parsed after the analyzer is made.
	known := sync.OnceValue(func() *catalog.Catalog {
		var own []catalog.Row
		if cfg.Own != nil {
			own, _ = catalog.ParseRows(*cfg.Own) // validated with the options
		}
		return catalog.New(own)
	})
	return &analysis.Analyzer{
		Name:       "portvetmodel",
		Doc:        "portvetmodel: find the listeners and servers of a package (reports nothing)",
		Requires:   []*analysis.Analyzer{inspect.Analyzer},
		ResultType: reflect.TypeFor[*Program](),
		FactTypes:  append(origin.FactTypes(), new(PortvetListens), new(PortvetLife), new(PortvetStopped), new(PortvetExit), new(PortvetPrompt), new(PortvetRuns), new(PortvetAsks), new(PortvetServer), new(PortvetPackage)),
		Run: func(pass *analysis.Pass) (result any, err error) {
			empty := silent()
			// Odd code must not cost the user the findings of other linters.
			defer func() {
				if cfg.Panics != nil && *cfg.Panics {
					return
				}
				if recover() != nil {
					result, err = empty, nil
				}
			}()
			cat := known()
			switch interestIn(pass, cat) {
			case nothing:
				return empty, nil
			case passOn:
				m := facts{pass: pass}.imported()
				if m.Term = m.Term || mentions(pass, m.Catchers); m.Term {
					m.tidy()
				}
				pass.ExportPackageFact(&m)
				return empty, nil
			}
			p := build(pass, cfg, cat)
			if !p.Worked() {
				return empty, nil // nobody reports on a dependency; let go of its model
			}
			return p, nil
		},
	}
}

// mentions reports whether the package of pass, of which nothing else is known,
// mentions one of the functions that handle SIGTERM, or what has one.
func mentions(pass *analysis.Pass, catchers []string) bool {
	if len(catchers) == 0 {
		return false
	}
	is := signals.Catching(catchers, pass.Pkg)
	for _, obj := range pass.TypesInfo.Uses {
		if is(obj) {
			return true
		}
	}
	return false
}

// CheckRows reports the first of the user's rows that the catalogue cannot
// take.
func CheckRows(rows []string) error {
	_, err := catalog.ParseRows(rows)
	return err
}

// Program is the model of one package and of what it imports: the rooms, put
// together. What rules ask is answered by the room that knows.
type Program struct {
	*source.Package
	served
	*await.Waits
	*heard.Hearing
	*signals.Signals
	stopped
	*address.Checker
	listening
	told

	Surroundings
	values
	imports
}

// listening is what listens, and what for.
type listening struct {
	*listener.Finder
	*purpose.Purposes
}

// stopped is what is stopped, what that is given, and who waits for it.
type stopped struct {
	*server.Servers
	*drains.Draining
	*linger.Linger
}

// served is what is served, and to whom.
type served struct {
	*role.Roles
	*route.Survey
}

// told is what people and manifests are told.
type told struct {
	*story.Teller
	*mention.Index
}

// values are what all questions come down to.
type values struct {
	asking sync.Mutex // see Ask
	ev     *origin.Evaluator
}

// imports is what the imports say, put together.
type imports struct {
	merged   PortvetPackage
	initial  []*Listener // of merged, those made when a package is initialised
	requests *base.Bases
	limits   limits
	commands commands
	services *supervisor.Supervision
	servers  map[*types.TypeName]*acceptor.Server // that this package has written
}

// Surroundings are where a program expects to run.
type Surroundings struct {
	// Env is what its own modules read from the environment.
	Env environment.Lookups
	// Desktop reports whether it shows windows: it is for somebody's own
	// machine.
	Desktop bool
}

// silent returns the model of a package that has nothing to say.
func silent() *Program {
	return &Program{Package: new(source.Package), listening: listening{Finder: new(listener.Finder)}}
}

// Ask calls f, which asks the model questions. Answers are found when they are
// asked for and then kept, and drivers run rules side by side, so only one rule
// asks at a time.
func (p *Program) Ask(f func()) {
	p.asking.Lock()
	defer p.asking.Unlock()
	f()
}

// Work returns what the questions so far have taken.
func (p *Program) Work() origin.Work { return p.ev.Work() }

// Empty reports whether there is nothing to ask.
func (p *Program) Empty() bool { return p == nil || p.ev == nil }

// interest is how closely a package is looked at.
type interest int

const (
	nothing  interest = iota // it has nothing to say
	passOn                   // it only passes on what it imports
	complete                 // all of it
)

// hearing is the package by which programs hear of signals.
const hearing = "os/signal"

// interestIn tells how closely the package of pass is looked at. Everything of
// the modules worked on is; std, and what the catalogue answers, is not; and
// of the dependencies those that mention something that listens, be it of the
// catalogue or with a fact, or that hear of signals. What only reads the environment
// or decodes is too common to mean anything by itself.
func interestIn(pass *analysis.Pass, cat *catalog.Catalog) interest {
	switch {
	case (pass.Module == nil || pass.Module.Path == "" || pass.Module.Path == "std") && source.IsStd(pass.Pkg.Path()):
		return nothing
	case source.OwnModule(pass.Module, pass.Fset, pass.Files):
		return complete
	case cat.Package(pass.Pkg.Path()) != nil:
		return nothing
	}
	found := nothing
	known := make(map[*types.Package]*catalog.Package)
	facts := make(map[*types.Package]bool)
	for _, imp := range pass.Pkg.Imports() {
		if c := cat.Package(imp.Path()); c.Listens() {
			known[imp] = c
		}
		if pass.ImportPackageFact(imp, new(PortvetPackage)) {
			facts[imp] = true
			found = passOn
		}
		if imp.Path() == "net/http/pprof" {
			found = passOn
		}
		if imp.Path() == hearing {
			return complete // it may handle SIGTERM for who imports it
		}
	}
	if len(known)+len(facts) == 0 {
		return found
	}
	for _, obj := range pass.TypesInfo.Uses {
		if c := known[obj.Pkg()]; c != nil && c.Listening(obj.Name()) {
			return complete
		}
		if !facts[obj.Pkg()] {
			continue
		}
		if fn, ok := obj.(*types.Func); ok && (pass.ImportObjectFact(fn.Origin(), new(PortvetListens)) || pass.ImportObjectFact(fn.Origin(), new(PortvetLife))) {
			return complete
		}
	}
	return found
}

// build puts the rooms together for one package, each with those that it asks,
// and writes the facts.
func build(pass *analysis.Pass, cfg Config, cat *catalog.Catalog) *Program {
	said := facts{pass: pass}
	p := &Program{imports: imports{merged: said.imported()}}
	said.stoppers, said.catchers, said.term, said.deaf = p.merged.Stoppers, p.merged.Catchers, p.merged.Term, !p.merged.Hears
	m := &p.merged
	p.Package = source.New(pass, source.Report{Tests: *cfg.Tests, Samples: *cfg.Samples}, m.Own)
	if p.Worked() {
		p.servers = acceptor.Servers(p.Package)
	}
	p.ev = origin.New(pass, p.Package, cat, origin.Base{
		Own:       p.Worked(),
		OwnModule: func(path string) bool { return slices.Contains(m.Own, path) },
		Written:   func(sym string) bool { return slices.Contains(m.Written, sym) },
		WrittenField: func(name string) bool {
			return slices.ContainsFunc(m.Written, func(sym string) bool { return strings.HasSuffix(sym, "#"+name) })
		},
		Made: func(tn *types.TypeName) *acceptor.Server {
			switch {
			case tn.Pkg() == p.Pkg:
				return p.servers[tn]
			case p.Ours(tn.Pkg()):
				return said.Server(tn)
			}
			return nil
		},
		Checked:  func(sym string) bool { return slices.Contains(m.Env.Checked, sym) },
		Provided: m.Provided,
	})
	muxes, routes := mux.New(p.Package, p.ev, cat), mux.Base{Pprof: m.Pprof, Routes: m.Routes, Default: m.Probes.Default}
	p.Roles = role.New(p.Package, p.ev, cat, muxes, routes)
	p.Survey = route.New(p.Package, p.ev, cat, muxes, routes)
	p.Waits = await.New(p.Package, p.ev, ending.New(p.Package, p.ev, said))
	p.Hearing = heard.New(p.Package, p.ev, p.Waits, func(e ast.Expr) bool { return p.Signals.Awaits(e) })
	p.Signals = signals.New(p.Package, p.ev, cat, p.Waits, said)
	p.requests = base.New(p.Package, p.ev, p.Waits.Contexts, func(fn *types.Func) []int { return said.Deeds(fn).Wraps })
	p.Servers = server.New(p.Package, p.ev, cat, p.Hearing, p.Signals, said)
	p.Draining = drains.New(p.Package, p.ev, p.Hearing, p.Signals, p.requests, p.Servers, said.clocked())
	p.Linger = linger.New(p.Package, p.ev, p.Hearing, p.Signals, p.Servers)
	p.ev.Handled = p.Handled
	p.ev.RoleOf = func(a origin.Alt) string { return string(p.HandlerRole(origin.Value{Alts: []origin.Alt{a}})) }
	p.Env, p.Desktop = m.Env, m.Desktop
	if p.Worked() {
		p.Desktop = environment.NewReader(p.Package, p.ev, cat, p.Endings, said).Read(&p.Env) || p.Desktop
	}
	p.Checker = address.New(p.Package, p.ev, &p.Env)
	p.Finder = listener.New(p.Package, p.ev, cat, said,
		listener.Rooms{Addresses: p.Checker, Roles: p.Roles, Endings: p.Endings, Waits: p.Hearing, Servers: p.Servers, Linger: p.Linger, Env: &p.Env, Init: m.Init})
	p.Purposes = purpose.New(p.Package, p.ev, p.Finder)
	p.Index = mention.New(p.Package, p.ev)
	p.Teller = story.New(p.Package, p.ev, p.Servers)
	for _, f := range m.Init {
		p.initial = append(p.initial, p.Decode(f, nil))
	}
	if p.Worked() && (cfg.Probes == nil || cfg.Probes()) {
		p.Collect()
		if slices.ContainsFunc(p.Listeners, func(l *Listener) bool { return l.Role == Health }) {
			p.NoteHealth()
		}
	}
	p.Settle()
	p.findSole()
	if p.Worked() {
		p.services = supervisor.New(p.Package, p.ev, p.Servers, p.Draining, p.Linger, p.Hearing, p.Signals)
		m.Uses = supervisor.Sorted(append(m.Uses, p.services.Uses()...))
		p.services.Settle(m.Uses, m.Pending, p.Listeners, m.Term)
		p.limits = p.settleLimits(m.Limits)
		p.commands.unended, p.commands.left = p.Servers.Commands(m.Commands)
	}
	p.export(pass)
	return p
}
