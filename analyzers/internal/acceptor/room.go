// Package acceptor knows the servers that programs write themselves: types with a loop
// that accepts connections and serves each in a goroutine, and with a method that ends
// the loop and waits for these.
package acceptor

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Server is a type of servers.
type Server struct {
	Loops  []Loop
	Stop   []string // the methods that wait for what is being served
	Abrupt []string // those that end the loop and wait for nothing
	Ends   string   // what a loop does once it is stopped: see [catalog.Stopping]
}

// Loop is a method that returns only when no more is accepted.
type Loop struct {
	Method string
	On     catalog.Slot // the listener that it accepts from, where somebody gives it one
}

// Servers returns the types of servers that the package declares.
func Servers(src *source.Package) map[*types.TypeName]*Server {
	f := finder{src: src, found: make(map[*types.TypeName]*Server), counted: make(map[*types.Var]bool)}
	for _, call := range src.CallsTo(accepts) {
		f.loopAround(call)
	}
	for tn, s := range f.found {
		f.findStops(tn, s)
		if len(s.Stop) == 0 {
			delete(f.found, tn)
		}
	}
	return f.found
}

// accepts reports whether fn waits for the next connection of a listener.
func accepts(fn *types.Func) bool {
	if !strings.HasPrefix(fn.Name(), "Accept") {
		return false
	}
	switch fn.FullName() {
	case "(net.Listener).Accept", "(*net.TCPListener).Accept", "(*net.TCPListener).AcceptTCP":
		return true
	}
	return false
}

// finder looks for servers.
type finder struct {
	src     *source.Package
	found   map[*types.TypeName]*Server
	counted map[*types.Var]bool // the groups that goroutines of loops are counted in
}

// loopAround notes the method in whose flow call, of Accept, stands in a loop that
// starts a goroutine for each connection.
func (f *finder) loopAround(call *ast.CallExpr) {
	cur, ok := f.src.Find(call)
	d, isDecl := f.src.Function(call).(*ast.FuncDecl)
	if !ok || !isDecl {
		return
	}
	fn, _ := f.src.Info.Defs[d.Name].(*types.Func)
	n := source.NamedOf(source.RecvType(fn))
	if n == nil || n.Obj().Pkg() != f.src.Pkg {
		return
	}
	for loop := range cur.Enclosing((*ast.ForStmt)(nil)) {
		groups, starts := f.goroutines(loop)
		if !starts {
			return
		}
		s := f.found[n.Obj()]
		if s == nil {
			s = &Server{Ends: "nil"}
			f.found[n.Obj()] = s
		}
		for _, g := range groups {
			f.counted[g] = true
		}
		if len(f.waits(d.Body)) > 0 {
			s.Ends = "drained"
		}
		s.Loops = append(s.Loops, Loop{Method: d.Name.Name, On: f.slot(fn, d, call)})
		return
	}
}

// goroutines reports whether the loop starts goroutines, and returns the groups of the
// type that it counts them in.
func (f *finder) goroutines(loop inspector.Cursor) (groups []*types.Var, starts bool) {
	for c := range loop.Preorder((*ast.GoStmt)(nil), (*ast.CallExpr)(nil)) {
		call, isCall := c.Node().(*ast.CallExpr)
		if !isCall {
			starts = true
			continue
		}
		switch f.src.CalleeName(call) {
		case "(*sync.WaitGroup).Go":
			starts = true
			fallthrough
		case "(*sync.WaitGroup).Add":
			if g, ok := f.src.Receiver(call).(*types.Var); ok && g.IsField() {
				groups = append(groups, g)
			}
		}
	}
	return groups, starts
}

// waits returns the groups that n waits for.
func (f *finder) waits(n ast.Node) (groups []*types.Var) {
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && f.src.CalleeName(call) == "(*sync.WaitGroup).Wait" {
			if g, ok := f.src.Receiver(call).(*types.Var); ok {
				groups = append(groups, g)
			}
		}
		return true
	})
	return groups
}

// slot returns where the listener comes from that call, in the method fn, accepts from:
// a parameter or a field of the receiver; it is not set where fn makes it.
func (f *finder) slot(fn *types.Func, d *ast.FuncDecl, call *ast.CallExpr) catalog.Slot {
	switch on := source.ReceiverOf(call, f.src.Info).(type) {
	case *ast.Ident:
		v, _ := f.src.Object(on).(*types.Var)
		if i := source.ParamIndex(fn, v); i >= 0 {
			return catalog.Slot{Set: true, Arg: i}
		}
	case *ast.SelectorExpr:
		if base, ok := on.X.(*ast.Ident); ok && d.Recv != nil && len(d.Recv.List[0].Names) == 1 && f.src.Object(base) == f.src.Info.Defs[d.Recv.List[0].Names[0]] {
			return catalog.Slot{Set: true, Arg: catalog.Receiver, Field: on.Sel.Name}
		}
	}
	return catalog.Slot{}
}

// findStops notes the exported methods of tn that end its loops: those that wait for
// a group in which these count what they serve, and the others.
func (f *finder) findStops(tn *types.TypeName, s *Server) {
	n, ok := tn.Type().(*types.Named)
	if !ok {
		return
	}
	for m := range n.Methods() {
		d := f.src.Decl(m)
		if d == nil || d.Body == nil || !m.Exported() || s.loops(m.Name()) || !f.ends(d.Body) {
			continue
		}
		switch {
		case !slices.ContainsFunc(f.waits(d.Body), func(g *types.Var) bool { return f.counted[g] }):
			s.Abrupt = append(s.Abrupt, m.Name())
		case !source.TakesContext(m) || f.heeds(d, m):
			s.Stop = append(s.Stop, m.Name())
		}
	}
}

// loops reports whether the method called name is a loop.
func (s *Server) loops(name string) bool {
	return slices.ContainsFunc(s.Loops, func(l Loop) bool { return l.Method == name })
}

// ends reports whether n closes a listener, or a channel that says that it is the end.
func (f *finder) ends(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		switch f.src.CalleeName(call) {
		case "(net.Listener).Close", "(*net.TCPListener).Close":
			found = true
		default:
			found = f.src.Closes(call)
		}
		return !found
	})
	return found
}

// heeds reports whether the method fn, which is given a context, waits no longer than
// that lives.
func (f *finder) heeds(d *ast.FuncDecl, fn *types.Func) bool {
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			if ctx := source.DoneOf(call); ctx != nil {
				v, _ := f.src.Object(ctx).(*types.Var)
				found = source.ParamIndex(fn, v) >= 0
			}
		}
		return !found
	})
	return found
}
