package program

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/route"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Handlers returns where what serves on l is made, in the terms of
// Served.Muxes.
func (p *Program) Handlers(l *listener.Listener) []string {
	s := l.ServingOn()
	if s == nil || !route.IsHTTP(s.Proto) {
		return nil
	}
	return p.MuxSites(s.Handler, len(s.Handler.Alts) > 0)
}

// RoutesKnown reports whether all that the program serves over HTTP is
// registered in sight.
func (p *Program) RoutesKnown() bool {
	if !p.Main {
		return false
	}
	all := p.Found()
	all.Add(p.merged.Probes)
	if all.Hidden || all.Default {
		return false
	}
	return !slices.ContainsFunc(p.all(), func(l *listener.Listener) bool { return !p.servesSeen(l) })
}

// Reached returns the listeners that func main makes, itself and by all that
// it calls, with what is given to them on the way, and those made when the
// program is initialised. What is called through an interface, or handed to
// another package to be called there, is not among them.
func (p *Program) Reached() []*listener.Listener {
	if !p.Main {
		return nil
	}
	var all []*listener.Listener
	add := func(ls []*listener.Listener) {
		for _, l := range ls {
			if !l.Dropped && !l.Probe && !slices.Contains(all, l) {
				all = append(all, l)
			}
		}
	}
	for _, fn := range p.Functions() {
		if fn.Name() == "main" && fn.Signature().Recv() == nil {
			add(p.ListenersOf(fn))
		}
	}
	add(p.ListenersOf(nil))
	add(p.initial)
	return all
}

// Made returns the listeners that the package makes itself, and not by calling
// what is a listener of its own elsewhere.
func (p *Program) Made() []*listener.Listener {
	return slices.DeleteFunc(slices.Clone(p.Listeners), func(l *listener.Listener) bool {
		return l.Inherited && !(l.Of != nil && l.Of.Node == nil && !l.Own) || l.Dropped || l.Probe || l.Node == nil
	})
}

// Around returns the declared function that n stands in, or nil.
func (p *Program) Around(n ast.Node) *types.Func { return p.EnclosingFunc(n.Pos()) }

// Ending is what becomes of a server when the program is told to end.
type Ending struct {
	How   string         // graceful, builtin, library, abrupt, none, handed on (to code that may stop it), or "" when it is not known
	Stops []string       // graceful: the methods that stop it, as people write them
	Nodes []*server.Stop // those of this package
}

// Ending tells what stops the server on l.
func (p *Program) Ending(l *listener.Listener) Ending {
	s := l.ServingOn()
	if s == nil {
		return Ending{}
	}
	life := s.Life
	switch {
	case life.Stopped:
		e := Ending{How: "graceful"}
		if s.Node != nil {
			e.Nodes = p.Servers.StopsOf(&s.Running)
		}
		for _, n := range e.Nodes {
			e.Stops = append(e.Stops, n.Name)
		}
		for _, m := range life.Stop {
			if len(e.Nodes) == 0 && m != "none" && life.Type != "" {
				e.Stops = append(e.Stops, server.StopName(life.Type, m))
			}
		}
		source.Tidy(&e.Stops)
		return e
	case life.BuiltIn:
		return Ending{How: "builtin"}
	case life.Owned:
		return Ending{How: "library"}
	case life.Escaped:
		return Ending{How: "handed on"}
	case life.Closed:
		return Ending{How: "abrupt"}
	case s.Inner&server.LifeDecided == 0 && (life.None || s.Resolved&server.LifeDecided != 0):
		return Ending{How: "none"}
	}
	return Ending{} // not known, or decided where the listener is made
}

// Told returns what the package tells libraries that read configurations by keys.
func (p *Program) Told() []origin.Told { return p.ev.Told() }

// ParsedVariables returns the environment variables that the package reads as
// numbers, if it may take another value for one that is none, and those at whose form it
// looks, which is not that of an URL. "" is one whose name is not known.
func (p *Program) ParsedVariables() (names []string) {
	for _, call := range p.CallsTo(func(fn *types.Func) bool { return fn.Pkg() != nil && formed[fn.Pkg().Path()] }) {
		text, any := p.looksAt(call)
		if text == nil {
			continue
		}
		for _, a := range p.ev.Close(p.ev.Eval(text)).Alts {
			for _, q := range a.Pieces {
				switch {
				case q.Kind == origin.Env && (any || q.Text != ""):
					names = append(names, q.Text)
				case q.Kind == origin.Param && any:
					names = append(names, "")
				}
			}
		}
	}
	source.Tidy(&names)
	return names
}

// formed are packages with functions that look at the form of a text.
var formed = map[string]bool{"strconv": true, "strings": true, "net/url": true, "regexp": true}

// looksAt returns the argument of call at whose form that looks, or nil, and whether that
// tells of any variable which it may be: others look at more texts than ports.
// Have: if v := os.Getenv("SHOP_PORT"); !strings.Contains(v, "://") { return v }
func (p *Program) looksAt(call *ast.CallExpr) (text ast.Expr, any bool) {
	fn := p.Callee(call)
	switch args := call.Args; {
	case len(args) == 0:
	case source.IsFunc(fn, "strconv", "Atoi", "ParseInt", "ParseUint"):
		if !p.failsWith(call) {
			return args[0], true
		}
	case fn.Pkg().Path() == "strings" && len(args) == 2:
		if tv := p.Info.Types[args[1]]; tv.Value != nil && tv.Value.Kind() == constant.String {
			if t := constant.StringVal(tv.Value); t == "://" || strings.HasPrefix(t, "tcp:") {
				return args[0], true
			}
		}
	case fn.Pkg().Path() == "net/url" && strings.HasPrefix(fn.Name(), "Parse"):
		return args[0], false
	case fn.Name() == "MatchString":
		return args[len(args)-1], false
	}
	return nil, false
}

// failsWith reports whether an error of call ends the process, or is returned by all
// that lead to it in this package.
func (p *Program) failsWith(call *ast.CallExpr) bool {
	fails, goesOn := false, false
	p.Endings.OutcomesOf(call, func(_ *ast.CallExpr, o ending.Outcome) {
		if o.Ends != nil || o.Returned {
			fails = true
		} else {
			goesOn = true
		}
	})
	return fails && !goesOn
}

// OwnImports returns the imports of the package that are of the modules worked
// on.
func (p *Program) OwnImports() []string {
	var paths []string
	for _, imp := range p.Pkg.Imports() {
		if slices.Contains(p.Own, imp.Path()) {
			paths = append(paths, imp.Path())
		}
	}
	slices.Sort(paths)
	return paths
}
