package program

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
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

// Paths returns the texts of the package that begin with a slash: a handler
// may compare the path of a request with any of them; and those that are called
// like files of configuration. ok is false when there are too many to tell.
func (p *Program) Paths() (paths []string, ok bool) {
	for cur := range p.In.Root().Preorder((*ast.BasicLit)(nil)) {
		lit := cur.Node().(*ast.BasicLit)
		if lit.Kind != token.STRING || p.InTest(lit) {
			continue
		}
		t, err := strconv.Unquote(lit.Value)
		if err == nil && len(t) > 1 && len(t) < 100 && (strings.HasPrefix(t, "/") || route.WellWords[t] || isConfiguration(t)) && !strings.ContainsAny(t, " \n") {
			paths = append(paths, t)
		}
	}
	if p.loadsDotEnv() {
		paths = append(paths, ".env")
	}
	source.Tidy(&paths)
	const most = 2000
	return paths[:min(len(paths), most)], len(paths) <= most
}

// loadsDotEnv reports whether the package has a library read the file of variables
// that it reads where it is told of none.
func (p *Program) loadsDotEnv() bool {
	for _, call := range p.ev.CallsWith(catalog.Implicit) {
		if len(call.Args) > 0 || p.InTest(call) {
			continue
		}
		for _, r := range p.ev.Rows(p.Callee(call)) {
			if r.Kind == catalog.Implicit && r.Role == "file" {
				return true
			}
		}
	}
	return false
}

// isConfiguration reports whether a file holds settings, by its name.
func isConfiguration(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json", ".toml", ".env":
		return true
	}
	return false
}

// Number is a number in the code that may be a port.
type Number struct {
	N  int
	At string // file:line
}

// Numbers returns the numbers of the package that may be ports: those that are
// written as such, and those behind a colon or alone in a text. ok is false
// when there are too many to tell.
func (p *Program) Numbers() (ns []Number, ok bool) {
	const most = 5000
	note := func(text string, lit *ast.BasicLit) {
		if n, err := strconv.Atoi(text); err == nil && n > 9 && n <= 65535 {
			ns = append(ns, Number{n, p.At(lit.Pos())})
		}
	}
	for cur := range p.In.Root().Preorder((*ast.BasicLit)(nil)) {
		lit := cur.Node().(*ast.BasicLit)
		if len(ns) > most {
			return nil, false
		}
		switch {
		case p.InTest(lit):
		case lit.Kind == token.INT:
			note(lit.Value, lit)
		case lit.Kind == token.STRING:
			text, err := strconv.Unquote(lit.Value)
			if err != nil || len(text) > 200 {
				continue
			}
			note(text, lit)
			for rest := text; ; {
				_, after, found := strings.Cut(rest, ":")
				if !found {
					break
				}
				end := strings.IndexFunc(after, func(r rune) bool { return r < '0' || r > '9' })
				if end < 0 {
					end = len(after)
				}
				note(after[:end], lit)
				rest = after
			}
		}
	}
	slices.SortFunc(ns, func(a, b Number) int { return cmp.Or(cmp.Compare(a.N, b.N), cmp.Compare(a.At, b.At)) })
	return slices.Compact(ns), true
}

// Told returns what the package tells libraries that read configurations by keys.
func (p *Program) Told() []origin.Told { return p.ev.Told() }

// ParsedVariables returns the environment variables that the package reads as
// numbers, if it may take another value for one that is none. "" is one whose name
// is not known.
func (p *Program) ParsedVariables() (names []string) {
	for _, call := range p.CallsTo(func(fn *types.Func) bool { return source.IsFunc(fn, "strconv", "Atoi", "ParseInt", "ParseUint") }) {
		if len(call.Args) == 0 || p.failsWith(call) {
			continue
		}
		for _, a := range p.ev.Close(p.ev.Eval(call.Args[0])).Alts {
			for _, q := range a.Pieces {
				switch q.Kind {
				case origin.Env:
					names = append(names, q.Text)
				case origin.Param:
					names = append(names, "")
				}
			}
		}
	}
	source.Tidy(&names)
	return names
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

// References is what the code of one function, or of the initialisation of a
// package, mentions of the modules worked on.
type References struct {
	Func    string   // its full name; that of the initialisation is the import path and .init
	Funcs   []string `json:",omitempty"` // functions and methods, by their full names
	Types   []string `json:",omitempty"` // named types
	Methods []string `json:",omitempty"` // names of methods that are called through interfaces
}

// References returns what each function of the package mentions. Tests are
// left out.
func (p *Program) References() []References {
	start := References{Func: p.Pkg.Path() + ".init"}
	var all []References
	for _, f := range p.Files {
		if p.InTest(f) {
			continue
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				if d.Tok == token.VAR {
					p.refer(d, &start)
				}
			case *ast.FuncDecl:
				fn, ok := p.Info.Defs[d.Name].(*types.Func)
				if !ok || d.Body == nil {
					continue
				}
				if d.Recv == nil && d.Name.Name == "init" {
					p.refer(d.Body, &start)
					continue
				}
				r := References{Func: fn.FullName()}
				p.refer(d.Body, &r)
				if r.tidy(); len(r.Funcs)+len(r.Types)+len(r.Methods) > 0 {
					all = append(all, r)
				}
			}
		}
	}
	start.tidy()
	return append(all, start)
}

func (r *References) tidy() {
	source.Tidy(&r.Funcs)
	source.Tidy(&r.Types)
	source.Tidy(&r.Methods)
}

// refer adds what n mentions to r.
func (p *Program) refer(n ast.Node, r *References) {
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		switch obj := p.Info.Uses[id].(type) {
		case *types.Func:
			fn := obj.Origin()
			if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
				r.Methods = append(r.Methods, fn.Name())
			} else if fn.Pkg() != nil && (fn.Pkg() == p.Pkg || p.OfOwnModules(fn)) {
				r.Funcs = append(r.Funcs, fn.FullName())
			}
		case *types.TypeName:
			if obj.Pkg() != nil && p.Ours(obj.Pkg()) && obj.Parent() == obj.Pkg().Scope() {
				r.Types = append(r.Types, obj.Pkg().Path()+"."+obj.Name())
			}
		}
		return true
	})
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
