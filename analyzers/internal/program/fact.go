package program

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// PortvetListens is a fact about a function: the listeners that it makes,
// itself or in what it calls.
type PortvetListens struct {
	Listeners []Listen
}

// AFact marks the type as a fact.
func (*PortvetListens) AFact() {}

func (f *PortvetListens) String() string { return fmt.Sprintf("listens %d", len(f.Listeners)) }

// Listen is a listener as a fact carries it.
type Listen struct {
	API     string       // as people write it: http.ListenAndServe
	At      string       // where it binds or starts, file:line
	Proto   string       // http, grpc, …
	Net     string       // tcp, udp, …
	AnyNet  bool         // it may be a unix socket as well
	TLS     bool         //
	Network origin.Value // where an argument says it, with the function's parameters as holes
	Addr    origin.Value // likewise
	Host    origin.Value // likewise, when it is known apart from Addr
	Port    origin.Value // likewise
	Server  origin.Value // the server value, likewise
	Handler origin.Value // likewise
	On      origin.Value // the listener that a server is put on, likewise
	Serving bool         // the server is put on a listener made elsewhere
	Role    Role
	Decided Decided // what was decided where the listener is made
	Serves  bool    // a server is started, not only a port bound
	Life    Life
	Probe   bool   // see Listener.Probe
	Reuse   bool   // see Listener.Reuse
	Empty   string // address that an empty one stands for
	Own     bool   // made in a module that is worked on
	Lax     bool   // see Listener
	Fails   bool   // the function returns the error of the start
	Many    bool   // it is one of many, see PerEntry

	Stoppers []string // the functions that stop the server gracefully
	Early    bool     // the function returns as soon as the server is told to stop

	Conditional, Blocks bool // see Listener
}

// PortvetPackage is a fact about a package and all that it imports.
type PortvetPackage struct {
	Own     []string // packages of modules worked on
	Written []string // exported variables and fields assigned from outside their package
	Env     Lookups  // of the modules worked on
	Pprof   bool     // net/http/pprof is linked in
	Routes  bool     // handlers of its own are registered on the default mux
	Desktop bool     // it uses a library for desktop programs
	Init    []Listen // listeners made when the package is initialised
	Listens bool     // a module worked on listens
	Stops   bool     // and stops a server gracefully
	Term    bool     // and handles SIGTERM, or may; or a dependency does
	Probes  Probes   // of the modules worked on
}

// AFact marks the type as a fact.
func (*PortvetPackage) AFact() {}

func (f *PortvetPackage) String() string { return fmt.Sprintf("package %d", len(f.Own)) }

// Limits on what facts carry.
const (
	maxListens = 16
	maxNames   = 400
)

// mergeImports collects the facts of the imported packages. Drivers pass on
// the facts of direct imports only, so each package carries what it merged.
func (p *Program) mergeImports() {
	m := &p.merged
	for _, imp := range p.pass.Pkg.Imports() {
		if imp.Path() == "net/http/pprof" {
			m.Pprof = true
		}
		var f PortvetPackage
		if !p.pass.ImportPackageFact(imp, &f) {
			continue
		}
		m.Own = append(m.Own, f.Own...)
		m.Written = append(m.Written, f.Written...)
		m.Env.add(f.Env)
		m.Pprof = m.Pprof || f.Pprof
		m.Routes = m.Routes || f.Routes
		m.Desktop = m.Desktop || f.Desktop
		m.Init = append(m.Init, f.Init...)
		m.Listens = m.Listens || f.Listens
		m.Stops = m.Stops || f.Stops
		m.Term = m.Term || f.Term
		m.Probes.add(f.Probes)
	}
	m.tidy()
}

func (m *PortvetPackage) tidy() {
	tidy(&m.Own)
	tidy(&m.Written)
	tidy(&m.Env.Names)
	tidy(&m.Env.Set)
	tidy(&m.Env.Checked)
	slices.SortFunc(m.Init, func(a, b Listen) int { return compareListens(a, b) })
	m.Init = slices.CompactFunc(m.Init, func(a, b Listen) bool { return compareListens(a, b) == 0 })
	if len(m.Init) > maxListens {
		m.Init = m.Init[:maxListens]
	}
}

func tidy(s *[]string) {
	slices.Sort(*s)
	*s = slices.Compact(*s)
}

func (l *Lookups) add(m Lookups) {
	l.Names = append(l.Names, m.Names...)
	l.Dynamic = l.Dynamic || m.Dynamic || len(l.Names) > maxNames
	l.Library = l.Library || m.Library
	l.Flags = l.Flags || m.Flags
	l.Set = append(l.Set, m.Set...)
	l.Checked = append(l.Checked, m.Checked...)
}

// export writes the facts about the package.
func (p *Program) export() {
	m := p.merged
	if ownModule(p.pass) {
		m.Own = append(slices.Clone(m.Own), p.pass.Pkg.Path())
		m.Written = append(slices.Clone(m.Written), p.ev.WrittenOutside()...)
		m.Env = p.Env
		m.Listens = p.Listening()
		m.Stops = p.StopsServers()
		m.Term = p.TermCaught()
	} else if slices.ContainsFunc(p.Subscriptions(), func(s *Subscription) bool { return s.Has("SIGTERM") }) {
		m.Term = true // of a dependency, only what it surely does
	}
	m.Desktop = p.Desktop
	if ownModule(p.pass) {
		m.Probes.add(p.seen)
	} else {
		m.Probes.Default = m.Probes.Default || p.ownDefaultRoutes()
	}
	if !p.Main {
		m.Routes = m.Routes || p.ownDefaultRoutes()
		for fn, ls := range p.perFunc {
			if fn != nil && fn.Exported() {
				for _, l := range ls {
					p.reaches(l)
				}
			}
		}
		m.Init = append(slices.Clone(m.Init), p.encodeListens(nil)...)
		p.ev.Export()
		p.exportLife()
		if ownModule(p.pass) {
			p.exportExits()
			p.exportPrompt()
		}
		for _, fn := range p.src.Functions() {
			if !fn.Exported() || len(p.perFunc[fn]) == 0 {
				continue
			}
			if ls := p.encodeListens(fn); len(ls) > 0 {
				p.pass.ExportObjectFact(fn, &PortvetListens{ls})
			}
		}
	}
	m.tidy()
	p.pass.ExportPackageFact(&m)
}

// reaches notes what a fact about l has to say about fields.
func (p *Program) reaches(l *Listener) {
	for _, v := range []origin.Value{l.Addr, l.Host.Value, l.Port.Value, l.Server, l.Handler, l.On} {
		p.ev.Reaches(v)
	}
}

// encodeListens returns the listeners of fn (nil: of the initialisation) for
// a fact.
func (p *Program) encodeListens(fn *types.Func) []Listen {
	var out []Listen
	for _, l := range p.perFunc[fn] {
		if l.dropped {
			continue
		}
		out = append(out, p.encodeListen(l, fn))
	}
	slices.SortStableFunc(out, func(a, b Listen) int { return compareListens(a, b) })
	out = slices.CompactFunc(out, func(a, b Listen) bool { return compareListens(a, b) == 0 })
	if len(out) > maxListens {
		out = out[:maxListens]
	}
	return out
}

// listensOf returns the listeners of a function of another package.
func listensOf(pass *analysis.Pass, fn *types.Func) []Listen {
	var f PortvetListens
	if !pass.ImportObjectFact(fn, &f) {
		return nil
	}
	return f.Listeners
}
