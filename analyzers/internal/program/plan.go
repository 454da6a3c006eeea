package program

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Served is one route of the package.
type Served struct {
	Node  ast.Node
	Path  string   // with the prefix of its group
	Below bool     // and what is below it
	Whole bool     // the prefix is all known
	Muxes []string // where what it is registered on is made; none when that is not known
}

// noteServed notes that call registers a route.
func (p *Program) noteServed(call *ast.CallExpr, path string, below, whole bool) {
	s := Served{Node: call, Path: path, Below: below, Whole: whole}
	if r := p.ev.Row(p.src.Callee(call), catalog.Route); r != nil {
		v, _, ok := p.ev.Slot(call, r.Mux)
		s.Muxes = p.muxSites(v, ok && len(v.Alts) > 0)
	}
	p.served = append(p.served, s)
}

// muxSites returns where the muxes that v may be are made; none when some are
// not known. Not given, it is the default mux.
func (p *Program) muxSites(v origin.Value, given bool) (sites []string) {
	if !given {
		return []string{defaultMux}
	}
	objs, all := p.ev.Close(v).Objects()
	for _, o := range objs {
		sites = append(sites, o.Site)
	}
	if !all {
		return nil
	}
	tidy(&sites)
	return sites
}

// defaultMux is the site of the mux that is there without being made.
const defaultMux = "net/http.DefaultServeMux"

// Handlers returns where what serves on l is made, in the terms of
// Served.Muxes.
func (p *Program) Handlers(l *Listener) []string {
	s := l.ServingOn()
	if s == nil || !isHTTP(s.Proto) {
		return nil
	}
	return p.muxSites(s.Handler, len(s.Handler.Alts) > 0)
}

// noteOperator notes the route of an endpoint for the operator, which the
// catalogue knows by what registers it: chi's Heartbeat, gin's pprof.
func (p *Program) noteOperator(r *catalog.Row, call *ast.CallExpr) {
	if v, _, ok := p.ev.Slot(call, r.Pattern); ok {
		if path, known := single(v); known && strings.HasPrefix(path, "/") {
			whole := !r.Mux.Set || r.Mux.Arg != catalog.Receiver
			if !whole {
				var prefix string
				prefix, whole = p.prefixOfRecv(call)
				path = strings.TrimSuffix(prefix, "/") + path
			}
			p.noteServed(call, path, wildcard(path, r), whole)
			return
		}
	}
	p.unplaced = true
}

// Served returns the routes that the package registers, as far as their paths
// are known, and whether there are endpoints for the operator at paths that
// are not.
func (p *Program) Served() (routes []Served, unplaced bool) { return p.served, p.unplaced }

// RoutesKnown reports whether all that the program serves over HTTP is
// registered in sight.
func (p *Program) RoutesKnown() bool {
	if !p.Main {
		return false
	}
	all := p.seen
	all.add(p.merged.Probes)
	if all.Hidden || all.Default {
		return false
	}
	ls := slices.Clone(p.Listeners)
	for _, f := range p.merged.Init {
		ls = append(ls, p.decode(f, nil))
	}
	return !slices.ContainsFunc(ls, func(l *Listener) bool { return !p.servesSeen(l) })
}

// Reached returns the listeners that func main makes, itself and by all that
// it calls, with what is given to them on the way, and those made when the
// program is initialised. What is called through an interface, or handed to
// another package to be called there, is not among them.
func (p *Program) Reached() []*Listener {
	if !p.Main {
		return nil
	}
	var all []*Listener
	add := func(ls []*Listener) {
		for _, l := range ls {
			if !l.dropped && !l.Probe && !slices.Contains(all, l) {
				all = append(all, l)
			}
		}
	}
	for _, fn := range p.src.Functions() {
		if fn.Name() == "main" && fn.Signature().Recv() == nil {
			add(p.perFunc[fn])
		}
	}
	add(p.perFunc[nil])
	for _, f := range p.merged.Init {
		add([]*Listener{p.decode(f, nil)})
	}
	return all
}

// Made returns the listeners that the package makes itself, and not by calling
// what is a listener of its own elsewhere.
func (p *Program) Made() []*Listener {
	return slices.DeleteFunc(slices.Clone(p.Listeners), func(l *Listener) bool {
		return l.Inherited && !(l.of != nil && l.of.Node == nil && !l.Own) || l.dropped || l.Probe || l.Node == nil
	})
}

// Settled returns part with every parameter filled by the calls in sight, and
// every field by all that is ever assigned to it in this package; what is left
// of them is unknown.
func (p *Program) Settled(part Part) origin.Value {
	v := part.Value
	if belowParam(v) {
		if c := p.ev.CloseFields(v, nil); !hasParam(c) {
			return c
		}
	}
	return p.ev.Close(v)
}

// Around returns the declared function that n stands in, or nil.
func (p *Program) Around(n ast.Node) *types.Func { return p.src.EnclosingFunc(n.Pos()) }

// ServingOn returns what serves on l, l itself when it does, or nil.
func (l *Listener) ServingOn() *Listener {
	switch {
	case l.serving != nil:
		return l.serving
	case l.Serves || l.Serving:
		return l
	}
	return nil
}

// Placed reports whether l, a server put on a listener, is put on one of this
// package's, which stands for both.
func (l *Listener) Placed() bool { return len(l.bound) > 0 }

// Chosen reports whether l is only an address chosen for a server that a
// library starts.
func (l *Listener) Chosen() bool { return l.option }

// Ending is what becomes of a server when the program is told to end.
type Ending struct {
	How   string   // graceful, builtin, library, abrupt, none, handed on (to code that may stop it), or "" when it is not known
	Stops []string // graceful: the methods that stop it, as people write them
	Nodes []*Stop  // those of this package
}

// Ending tells what stops the server on l.
func (p *Program) Ending(l *Listener) Ending {
	s := l.ServingOn()
	if s == nil {
		return Ending{}
	}
	life := s.Life
	switch {
	case life.Stopped:
		e := Ending{How: "graceful"}
		if s.Node != nil {
			e.Nodes = p.StopsOf(s)
		}
		for _, n := range e.Nodes {
			e.Stops = append(e.Stops, n.Name)
		}
		for _, m := range life.Stop {
			if len(e.Nodes) == 0 && m != "none" && life.Type != "" {
				e.Stops = append(e.Stops, stopName(life.Type, m))
			}
		}
		tidy(&e.Stops)
		return e
	case life.BuiltIn:
		return Ending{How: "builtin"}
	case life.Owned:
		return Ending{How: "library"}
	case life.Escaped:
		return Ending{How: "handed on"}
	case life.Closed:
		return Ending{How: "abrupt"}
	case s.inner&LifeDecided == 0 && (life.None || s.resolved&LifeDecided != 0):
		return Ending{How: "none"}
	}
	return Ending{} // not known, or decided where the listener is made
}

// stopName returns the name of a method of a server as people write it.
func stopName(typ, method string) string {
	if i := strings.LastIndexByte(typ, '/'); i >= 0 {
		typ = typ[i+1:]
	}
	return "(*" + typ + ")." + method
}

// Sample reports whether pos is in a test, or in code that only serves tests
// and samples.
func (p *Program) Sample(pos token.Pos) bool {
	file := p.file(pos)
	if file == nil {
		return true
	}
	name := filepath.Base(p.pass.Fset.Position(file.Package).Filename)
	return p.inTest(file) || p.sample(file, name)
}

// Paths returns the texts of the package that begin with a slash: a handler
// may compare the path of a request with any of them. ok is false when there
// are too many to tell.
func (p *Program) Paths() (paths []string, ok bool) {
	for cur := range p.in.Root().Preorder((*ast.BasicLit)(nil)) {
		lit := cur.Node().(*ast.BasicLit)
		if lit.Kind != token.STRING || p.inTest(lit) {
			continue
		}
		t, err := strconv.Unquote(lit.Value)
		if err == nil && len(t) > 1 && len(t) < 100 && (strings.HasPrefix(t, "/") || wellWords[t]) && !strings.ContainsAny(t, " \n") {
			paths = append(paths, t)
		}
	}
	tidy(&paths)
	const most = 2000
	return paths[:min(len(paths), most)], len(paths) <= most
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
	for cur := range p.in.Root().Preorder((*ast.BasicLit)(nil)) {
		lit := cur.Node().(*ast.BasicLit)
		if len(ns) > most {
			return nil, false
		}
		switch {
		case p.inTest(lit):
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
	start := References{Func: p.pass.Pkg.Path() + ".init"}
	var all []References
	for _, f := range p.pass.Files {
		if p.inTest(f) {
			continue
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				if d.Tok == token.VAR {
					p.refer(d, &start)
				}
			case *ast.FuncDecl:
				fn, ok := p.pass.TypesInfo.Defs[d.Name].(*types.Func)
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
	tidy(&r.Funcs)
	tidy(&r.Types)
	tidy(&r.Methods)
}

// refer adds what n mentions to r.
func (p *Program) refer(n ast.Node, r *References) {
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		switch obj := p.pass.TypesInfo.Uses[id].(type) {
		case *types.Func:
			fn := obj.Origin()
			if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
				r.Methods = append(r.Methods, fn.Name())
			} else if fn.Pkg() != nil && (fn.Pkg() == p.pass.Pkg || p.ofOwnModules(fn)) {
				r.Funcs = append(r.Funcs, fn.FullName())
			}
		case *types.TypeName:
			if obj.Pkg() != nil && p.ours(obj.Pkg()) && obj.Parent() == obj.Pkg().Scope() {
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
	for _, imp := range p.pass.Pkg.Imports() {
		if slices.Contains(p.merged.Own, imp.Path()) {
			paths = append(paths, imp.Path())
		}
	}
	slices.Sort(paths)
	return paths
}
