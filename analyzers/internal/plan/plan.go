// Package plan writes down what a package does with ports, for the command
// that shows it for whole programs. It is an analyzer but no rule: the one
// diagnostic of a package holds a [Package] as JSON. Linting does not run it.
package plan

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/mention"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/program"
)

// Name is the name of the analyzer.
const Name = "portvetplan"

// Package is what one package of the modules worked on does with ports.
// Places are file:line:column, with the file's name in the package's folder.
type Package struct {
	Path    string   `json:",omitempty"`
	Main    bool     `json:",omitempty"`
	Sample  bool     `json:",omitempty"` // it only serves tests and samples
	Imports []string `json:",omitempty"` // of the modules worked on

	Reached []Listener `json:",omitempty"` // of a program: what main makes by calls
	Made    []Listener `json:",omitempty"` // what the package makes itself

	Refs    []References `json:",omitempty"`
	Signals []Signals    `json:",omitempty"`
	Drains  []Drain      `json:",omitempty"`
	Routes  []Route      `json:",omitempty"`
	Paths   []string     `json:",omitempty"` // texts that may be compared with the path of a request
	// Unplaced reports whether something is served at a path that is not known.
	Unplaced bool `json:",omitempty"`

	Parsed []string `json:",omitempty"` // see program.ParsedVariables
	Told   []Told   `json:",omitempty"` // what it tells libraries that read configurations

	Numbers []mention.Number `json:",omitempty"` // that may be ports
	// Uncounted reports whether there are more of these than are listed.
	Uncounted bool `json:",omitempty"`

	// Of a program, about all of it:

	Env           []string `json:",omitempty"` // variables that it looks up by name
	EnvOpen       bool     `json:",omitempty"` // and it may look up others
	RoutesKnown   bool     `json:",omitempty"` // all routes are registered in sight
	TermHandled   bool     `json:",omitempty"` // it does something on SIGTERM, or may
	GRPCUnhealthy bool     `json:",omitempty"` // no gRPC server has a health service
	Idle          []string `json:",omitempty"` // muxes that nobody serves
}

// References is what one function mentions.
type References = mention.References

// Listener is one listener of a program.
type Listener struct {
	Place string `json:",omitempty"` // where this package makes it, or calls what does; "" for what another package's initialisation makes
	API   string `json:",omitempty"` // the call that binds, or starts, in the end
	At    string `json:",omitempty"` // where that stands, file:line
	Func  string `json:",omitempty"` // the function around Place
	// Sample reports whether it only serves tests and samples.
	Sample bool `json:",omitempty"`

	Role   string   `json:",omitempty"` // metrics, pprof, health …; "" is the program's users
	Local  bool     `json:",omitempty"` // for this machine only, by design
	Net    string   `json:",omitempty"`
	AnyNet bool     `json:",omitempty"`
	Family string   `json:",omitempty"` // 4 or 6, where it is of one version of IP only
	Socket bool     `json:",omitempty"`
	Bare   bool     `json:",omitempty"` // only a port, on which something else serves
	Proto  string   `json:",omitempty"`
	TLS    bool     `json:",omitempty"`
	GRPC   bool     `json:",omitempty"`
	Host   []Origin `json:",omitempty"`
	Port   []Origin `json:",omitempty"`
	// Elsewhere reports whether it is put on a listener that is not in sight.
	Elsewhere bool `json:",omitempty"`
	Placed    bool `json:",omitempty"` // it is put on a listener that is listed by itself
	Chosen    bool `json:",omitempty"` // only an address, for a server that a library starts

	Handlers []string `json:",omitempty"` // where what serves on it is made; none when that is not known

	Stop   string   `json:",omitempty"` // see program.Ending
	Stops  []string `json:",omitempty"` // methods that stop it
	StopAt string   `json:",omitempty"` // where the first of them is called
}

// Origin is one alternative of what a host or port may be.
type Origin struct {
	Kind  string `json:",omitempty"` // literal, env, flag, config, unknown
	Name  string `json:",omitempty"` // of env, flag and config, where it is known
	Key   string `json:",omitempty"` // of config: the whole key in a file, where it is known
	Text  string `json:",omitempty"` // of literal
	At    string `json:",omitempty"` // of literal: where it is written, file:line
	Mixed bool   `json:",omitempty"` // it is only a part of the value
	Wins  bool   `json:",omitempty"` // of env: it is asked before a configuration
	Asked bool   `json:",omitempty"` // of config: a library is asked for it by its key
}

// Signals is one subscription to signals.
type Signals struct {
	Func  string   `json:",omitempty"`
	Place string   `json:",omitempty"`
	Names []string `json:",omitempty"`
	All   bool     `json:",omitempty"` // or what is not known
}

// Drain is one graceful stop, whose time limit is known, or 0 where there is
// none.
type Drain struct {
	Func  string `json:",omitempty"`
	Place string `json:",omitempty"`
	API   string `json:",omitempty"`
	Nanos int64  `json:",omitempty"`
	// Slept and Later are how long the program sleeps before it, and may wait
	// for others behind it; Prompt says that it begins as soon as the signal is
	// there.
	Slept  int64 `json:",omitempty"`
	Later  int64 `json:",omitempty"`
	Prompt bool  `json:",omitempty"`
	// Chosen is what decides how long it waits where that is not written, and Others how
	// long the program may wait for others behind it besides.
	Chosen *Time  `json:",omitempty"`
	Others []Time `json:",omitempty"`
}

// Time is a time that flags or variables choose.
type Time struct {
	Of   []Origin `json:",omitempty"`
	Unit int64    `json:",omitempty"` // the nanoseconds of one
}

// Route is one path that is served.
type Route struct {
	Func  string   `json:",omitempty"`
	Path  string   `json:",omitempty"`
	Below bool     `json:",omitempty"` // and what is below it
	Whole bool     `json:",omitempty"` // no prefix is missing
	Muxes []string `json:",omitempty"` // as Listener.Handlers
}

// New makes the analyzer over a model made by program.New.
func New(model *analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     Name,
		Doc:      Name + ": write down the listeners of a package for `portvet ports`",
		Requires: []*analysis.Analyzer{model},
		Run: func(pass *analysis.Pass) (result any, err error) {
			// One odd package must not cost the plan of all others.
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("portvet crashed here, please report it: %v", r)
				}
			}()
			p, ok := pass.ResultOf[model].(*program.Program)
			if !ok || p.Empty() || len(pass.Files) == 0 || strings.HasSuffix(pass.Pkg.Name(), "_test") {
				return nil, nil
			}
			w := &writer{pass: pass, p: p}
			pkg := w.write()
			text, err := json.Marshal(pkg)
			if err != nil {
				return nil, err
			}
			pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Message: string(text)})
			return nil, nil
		},
	}
}

type writer struct {
	pass *analysis.Pass
	p    *program.Program
}

func (w *writer) write() *Package {
	p := w.p
	pkg := &Package{Path: w.pass.Pkg.Path(), Main: p.Main, Imports: p.OwnImports(), Refs: p.References()}
	pkg.Sample = !slices.ContainsFunc(w.pass.Files, func(f *ast.File) bool { return !p.Sample(f.Package) })
	for _, l := range p.Reached() {
		pkg.Reached = append(pkg.Reached, w.listener(l))
	}
	for _, l := range p.Made() {
		made := w.listener(l)
		made.Sample = p.Sample(l.Node.Pos())
		pkg.Made = append(pkg.Made, made)
	}
	for _, s := range p.Subscriptions() {
		pkg.Signals = append(pkg.Signals, Signals{Func: w.around(s.Call), Place: w.place(s.Call.Pos()), Names: s.Signals, All: s.All || s.Unknown})
	}
	stuck := make(map[*ast.CallExpr]bool)
	for _, l := range p.Listeners {
		if s := p.WaitsForItself(l); s != nil {
			stuck[s.Call] = true
		}
	}
	for _, s := range p.Drains() {
		// Those that are over at once, cut off or never begin to wait for others
		// take no time: only of the rest may be said that they wait too long.
		limit, ok := p.DrainTime(s)
		chosen, _ := p.ChosenTime(s)
		by := timeOf(chosen)
		if (ok || by != nil || p.Unbounded(s)) && !p.Ended(s) && !p.Reloads(s) && p.Unawaited(s) == "" && !stuck[s.Call] {
			row := p.RowOf(s)
			d := Drain{
				Func: w.around(s.Call), Place: w.place(s.Call.Pos()), API: s.Name, Nanos: int64(limit),
				Slept: int64(row.Before), Later: int64(row.After), Prompt: row.Prompt, Chosen: by,
			}
			for _, o := range row.Others {
				if t := timeOf(o); t != nil {
					d.Others = append(d.Others, *t)
				}
			}
			pkg.Drains = append(pkg.Drains, d)
		}
	}
	for _, l := range slices.Concat(p.GivenLimits(), p.ChosenLimits()) { // of drains in other packages
		by := timeOf(l.Chosen)
		if by == nil && l.Time == 0 {
			continue
		}
		pkg.Drains = append(pkg.Drains, Drain{
			Func: w.around(l.Arg), Place: w.place(l.Arg.Pos()), API: l.Stop, Nanos: int64(l.Time),
			Slept: int64(l.Before), Later: int64(l.After), Prompt: l.Prompt, Chosen: by,
		})
	}
	routes, unplaced := p.Served()
	pkg.Unplaced = unplaced
	for _, r := range routes {
		pkg.Routes = append(pkg.Routes, Route{Func: w.around(r.Node), Path: r.Path, Below: r.Below, Whole: r.Whole, Muxes: r.Muxes})
	}
	paths, all := p.Paths()
	pkg.Paths, pkg.Unplaced = paths, pkg.Unplaced || !all
	pkg.Parsed = p.ParsedVariables()
	pkg.Told = told(p.Told())
	numbers, all := p.Numbers()
	pkg.Numbers, pkg.Uncounted = numbers, !all
	if p.Main {
		pkg.Env = p.Env.Names
		pkg.EnvOpen = p.Env.Dynamic || p.Env.Unnamed || p.Env.Flags
		pkg.RoutesKnown = p.RoutesKnown()
		pkg.TermHandled = p.TermCaught()
		pkg.Idle = p.IdleMuxes()
		for _, l := range p.Listeners {
			if l.GRPC() && l.Serves {
				pkg.GRPCUnhealthy = p.Health(l) == program.ProbedNo
				if !pkg.GRPCUnhealthy {
					break
				}
			}
		}
	}
	return pkg
}

// timeOf returns a time as it is written down, or nil where no flag or variable chooses it.
func timeOf(c program.Chosen) *Time {
	t := &Time{Of: origins(c.Value), Unit: int64(c.Unit)}
	if !slices.ContainsFunc(t.Of, func(o Origin) bool { return o.Kind == "flag" || o.Kind == "env" }) {
		return nil
	}
	for i := range t.Of {
		t.Of[i].At = "" // ports are told from other numbers by that
	}
	return t
}

func (w *writer) listener(l *program.Listener) Listener {
	p := w.p
	out := Listener{
		API: l.API, At: l.At, Role: string(l.Role), Net: l.Net, AnyNet: l.AnyNet, Family: l.Family(), Socket: l.Socket(),
		Bare: !l.Serves, Proto: l.Proto, TLS: l.TLS, Chosen: l.Chosen(),
		Elsewhere: l.Serving && !l.Placed(), Placed: l.Serving && l.Placed(),
	}
	if l.Here() {
		out.Place, out.Func = w.place(l.Node.Pos()), w.around(l.Node)
	}
	if !l.Serving {
		out.Host, out.Port = origins(p.Settled(l.Host)), origins(p.Settled(l.Port))
		// After port = ":" + port, a colon too many seems to be possible.
		out.Host = slices.DeleteFunc(out.Host, func(o Origin) bool { return o.Kind == "literal" && o.Text == ":" })
		out.Local = p.LocalByDesign(l)
	}
	if l.EitherWay() {
		out.Proto = ""
	}
	if s := l.ServingOn(); s != nil {
		out.GRPC = s.GRPC()
	}
	out.Handlers = p.Handlers(l)
	end := p.Ending(l)
	out.Stop, out.Stops = end.How, end.Stops
	if len(end.Nodes) > 0 {
		out.StopAt = w.place(end.Nodes[0].Pos())
	}
	return out
}

func (w *writer) around(n ast.Node) string {
	if fn := w.p.Around(n); fn != nil && !(fn.Name() == "init" && fn.Signature().Recv() == nil) {
		return fn.FullName()
	}
	return w.pass.Pkg.Path() + ".init"
}

// place returns file:line:column, with the name of the file alone: the command
// knows the folder, and results are kept when it is moved.
func (w *writer) place(pos token.Pos) string {
	at := w.pass.Fset.Position(pos)
	at.Filename = filepath.Base(at.Filename)
	return at.String()
}

// origins returns the alternatives of v.
func origins(v origin.Value) []Origin {
	var out []Origin
	add := func(o Origin) {
		if !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	for _, a := range v.Alts {
		if t, known := a.Text(); known {
			add(Origin{Kind: "literal", Text: t, At: written(a)})
			continue
		}
		if a.Obj != nil || len(a.Pieces) == 0 {
			add(Origin{Kind: "unknown"})
			continue
		}
		mixed := len(a.Pieces) > 1
		for _, q := range a.Pieces {
			o := Origin{Kind: "unknown", Mixed: mixed || q.Derived}
			switch q.Kind {
			case origin.Literal:
				continue
			case origin.Env:
				o.Kind, o.Name, o.Wins = "env", q.Text, q.Wins
				o.Mixed = o.Mixed || len(q.Key) > 0
			case origin.Flag:
				o.Kind, o.Name = "flag", q.Text
			case origin.Config, origin.Tagged:
				o.Kind, o.Name, o.Key = "config", q.Text, q.File
				if q.At == "" {
					o.Key, o.Asked = q.Text, q.Text != ""
				}
			}
			add(o)
		}
	}
	// What fills a struct is known by the key of its field.
	if slices.ContainsFunc(out, func(o Origin) bool { return o.Key != "" }) {
		out = slices.DeleteFunc(out, func(o Origin) bool { return o.Kind == "config" && o.Key == "" && o.Name == "" })
	}
	return out
}

func written(a origin.Alt) string {
	for _, q := range a.Pieces {
		if q.Kind == origin.Literal && q.At != "" {
			return q.At
		}
	}
	return ""
}
