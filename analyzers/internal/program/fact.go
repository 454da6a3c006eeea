package program

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/acceptor"
	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/environment"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/route"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/supervisor"
)

// PortvetListens is a fact about a function: the listeners that it makes,
// itself or in what it calls.
type PortvetListens struct {
	Listeners []listener.Listen
}

// AFact marks the type as a fact.
func (*PortvetListens) AFact() {}

func (f *PortvetListens) String() string { return fmt.Sprintf("listens %d", len(f.Listeners)) }

// PortvetLife is a fact about a function: the parameters, servers, that it
// stops gracefully or keeps.
type PortvetLife struct {
	Handles []int
	Aborts  []int // those that it stops abruptly
	Drains  []int // the parameter, a context, that it gives a graceful stop
	Limited bool  // and it sets a time limit of its own
	Drained bool  // it drains a server, and returns when that is done

	Requests []int // the parameters, contexts, that the requests of a server run in
	Lends    []int // the same for a server that it returns
	Stops    []int // those that it keeps and a stop is given later
	Left     server.Left
	Wraps    []int          // those with which a handler that it makes hands requests on
	Ends     []int          // those, servers, that it drains at once, before it returns
	Begins   []server.Begun // those, servers, whose drain goes on when it has returned
}

// AFact marks the type as a fact.
func (*PortvetLife) AFact() {}

func (f *PortvetLife) String() string { return "life" }

// PortvetStopped is a fact about a field: its package stops the server in it.
type PortvetStopped struct{ Graceful bool }

// AFact marks the type as a fact.
func (*PortvetStopped) AFact() {}

func (f *PortvetStopped) String() string { return "stopped" }

// PortvetExit is a fact about a function of a module that is worked on: it
// ends the process, always or on some way through it.
type PortvetExit struct{ Always bool }

// AFact marks the type as a fact.
func (*PortvetExit) AFact() {}

func (f *PortvetExit) String() string { return "exit" }

// PortvetAsks is a fact about a function of a module that is worked on: the
// signals that it asks to hear of.
type PortvetAsks struct{ signals.Asks }

// AFact marks the type as a fact.
func (*PortvetAsks) AFact() {}

func (f *PortvetAsks) String() string { return "asks " + strings.Join(f.Signals, " ") }

// PortvetPrompt is a fact about a function of a module that is worked on: how its calls
// end.
type PortvetPrompt struct{ await.Manner }

// AFact marks the type as a fact.
func (*PortvetPrompt) AFact() {}

func (f *PortvetPrompt) String() string { return "prompt" }

// PortvetRuns is a fact about a function of a module that is worked on: the
// parameters, functions, that it calls once, and waits for nobody behind that.
type PortvetRuns struct {
	Params []int
	Aside  []ending.Aside // those that are called in goroutines
}

// AFact marks the type as a fact.
func (*PortvetRuns) AFact() {}

func (f *PortvetRuns) String() string { return fmt.Sprintf("runs %d", f.Params) }

// PortvetServer is a fact about a type of a module that is worked on: a server that it
// has written itself.
type PortvetServer struct{ acceptor.Server }

// AFact marks the type as a fact.
func (*PortvetServer) AFact() {}

func (f *PortvetServer) String() string { return "server" }

// PortvetPackage is a fact about a package and all that it imports.
type PortvetPackage struct {
	Own     []string            // packages of modules worked on
	Written []string            // exported variables and fields assigned from outside their package
	Env     environment.Lookups // of the modules worked on
	Pprof   bool                // net/http/pprof is linked in
	Routes  bool                // handlers of its own are registered on the default mux
	Desktop bool                // it uses a library for desktop programs
	Listens bool                // a module worked on listens
	Places  []string            // and where, file:line, as far as it takes to tell one from several
	Probes  route.Probes        // of the modules worked on
	Ends

	Implied
}

// Implied is what a program gets by importing packages, without a call.
type Implied struct {
	Limits   []Limit              // of drains, by the modules worked on
	Uses     []supervisor.Use     // of methods of interfaces, by the modules worked on
	Pending  []supervisor.Pending // behind interfaces and hooks of the modules worked on
	Init     []listener.Listen    // listeners made when a package is initialised
	Provided []origin.Provided    // to containers, by the modules worked on
	Commands []server.Command     // that others run
}

// Ends is how modules worked on end.
type Ends struct {
	Stops bool // a server is stopped gracefully
	Term  bool // SIGTERM is handled, or may be; or a dependency does
	Hears bool // some signal is asked for
	// Catchers are functions of dependencies that handle SIGTERM when they are called.
	Catchers []string
	// Stoppers are functions, no methods, that stop servers of their own package, and that
	// others mention.
	Stoppers []string
}

// AFact marks the type as a fact.
func (*PortvetPackage) AFact() {}

func (f *PortvetPackage) String() string { return fmt.Sprintf("package %d", len(f.Own)) }

// maxPlaces is how many places a fact carries.
const maxPlaces = 8

// maxCatchers is how many functions a fact carries that handle SIGTERM: of more, some
// will be used.
const maxCatchers = 40

func (m *PortvetPackage) tidy() {
	source.Tidy(&m.Own)
	source.Tidy(&m.Written)
	source.Tidy(&m.Env.Names)
	source.Tidy(&m.Env.Set)
	source.Tidy(&m.Env.Checked)
	source.Tidy(&m.Env.Held)
	source.Tidy(&m.Places)
	m.Places = m.Places[:min(len(m.Places), maxPlaces)]
	if source.Tidy(&m.Catchers); m.Term || len(m.Catchers) > maxCatchers {
		m.Term, m.Catchers = true, nil
	}
	source.Tidy(&m.Stoppers)
	m.Limits = sortedLimits(m.Limits)
	m.Uses = supervisor.Sorted(m.Uses)
	m.Pending = supervisor.SortedPending(m.Pending)
	m.Init = listener.Sorted(m.Init)
	m.Provided = origin.SortedProvides(m.Provided)
	m.Commands = server.SortedCommands(m.Commands)
}

// export writes the facts about the package.
func (p *Program) export(pass *analysis.Pass) {
	m := p.merged
	if p.Worked() {
		m.Own = append(slices.Clone(m.Own), p.Pkg.Path())
		m.Written = append(slices.Clone(m.Written), p.ev.WrittenOutside()...)
		m.Env = p.Env
		m.Listens = p.Listening()
		m.Places = append(slices.Clone(m.Places), p.Places()...)
		m.Stops = p.StopsServers()
		m.Term = p.TermCaught()
		m.Hears = m.Hears || m.Term || len(p.Asked()) > 0 || slices.ContainsFunc(p.Pkg.Imports(), func(imp *types.Package) bool { return imp.Path() == hearing })
		m.Stoppers = append(slices.Clone(m.Stoppers), p.NamedStoppers()...)
	} else if names, always := p.Catchers(m.Catchers); always || len(names) > 0 {
		m.Term = m.Term || always // of a dependency, only what it surely does
		m.Catchers = append(slices.Clone(m.Catchers), names...)
	}
	m.Desktop = p.Desktop
	if p.Worked() {
		m.Probes.Add(p.Found())
	} else {
		m.Probes.Default = m.Probes.Default || p.OwnDefaultRoutes()
	}
	if !p.Main && p.Worked() {
		m.Limits = append(slices.Clone(p.limits.open), p.offeredLimits()...)
		m.Pending = p.services.Pending()
		m.Commands = append(slices.Clone(p.commands.left), p.ownCommands()...)
		m.Provided = append(slices.Clone(m.Provided), p.ev.EncodeProvides()...)
	}
	if !p.Main {
		m.Routes = m.Routes || p.OwnDefaultRoutes()
		p.ReachFields()
		m.Init = append(slices.Clone(m.Init), p.EncodeListens(nil)...)
		p.ev.Export()
		for fn, d := range p.deeds() {
			pass.ExportObjectFact(fn, (*PortvetLife)(d))
		}
		for _, f := range p.StoppedFields() {
			pass.ExportObjectFact(f, &PortvetStopped{Graceful: true})
		}
		for tn, s := range p.servers {
			pass.ExportObjectFact(tn, &PortvetServer{*s})
		}
		if p.Worked() {
			for _, fn := range p.AlwaysExit() {
				pass.ExportObjectFact(fn, &PortvetExit{Always: true})
			}
			for _, fn := range p.SometimesExit() {
				pass.ExportObjectFact(fn, &PortvetExit{Always: false})
			}
			for fn, m := range p.manners() {
				pass.ExportObjectFact(fn, &PortvetPrompt{m})
			}
			for fn, asks := range p.Helpers(p.Listening()) {
				asks.Exits, asks.Sits = max(asks.Exits, p.ExitsAtOnce(fn)), p.SitsOut(fn)
				pass.ExportObjectFact(fn, &PortvetAsks{asks})
			}
		}
		asides := p.Waits.Asides()
		for _, fn := range p.Functions() {
			if !fn.Exported() {
				continue
			}
			if ls := p.EncodeListens(fn); len(ls) > 0 {
				pass.ExportObjectFact(fn, &PortvetListens{ls})
			}
			if params := p.runs(fn); len(params)+len(asides[fn]) > 0 && p.Worked() {
				for i, a := range asides[fn] {
					asides[fn][i].AtSignal = p.AllAtSignal(p.Waits.BegunBy(fn, a.Param))
				}
				pass.ExportObjectFact(fn, &PortvetRuns{params, asides[fn]})
			}
		}
		p.exportBehind(pass)
	}
	m.tidy()
	pass.ExportPackageFact(&m)
}

// runs returns the parameters of fn, functions, that it calls once, in its own flow,
// and waits for nobody behind that.
func (p *Program) runs(fn *types.Func) (params []int) {
	for i := range fn.Signature().Params().Len() {
		given := fn.Signature().Params().At(i)
		if _, isFunc := given.Type().Underlying().(*types.Signature); !isFunc {
			continue
		}
		if call := called.CalledIn(p.Package, fn, i); call != nil && p.Endings.Straight(call) && !p.Endings.MaySit(p.Decl(fn), call) {
			params = append(params, i)
		}
	}
	return params
}
