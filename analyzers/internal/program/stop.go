package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// StopsOf returns the graceful stops of this package that stop the server that
// l starts, and no other as far as can be seen.
func (p *Program) StopsOf(l *Listener) []*Stop {
	server := p.identify(l.Server)
	if server.any {
		return nil
	}
	var out []*Stop
	for _, s := range p.stops {
		if !s.graceful || !s.stops(l.Life) {
			continue
		}
		if of := p.identityOf(&s.server); !of.any && server.meets(of) {
			out = append(out, s)
		}
	}
	return out
}

// EndsWhenStopped returns what starting l's server does once it is stopped:
// "error" and "nil" return at once, "drained" after the drain; "" is unknown.
func (p *Program) EndsWhenStopped(l *Listener) string {
	if r := p.cat.Package(packageOf(l.Life.Type)).Row(l.Life.Type, catalog.Server); r != nil {
		return r.Ends
	}
	return ""
}

// Pos and End give where s stands.
func (s *Stop) Pos() token.Pos { return s.node.Pos() }

// End is the end of what stands at Pos.
func (s *Stop) End() token.Pos {
	if s.Call != nil {
		return s.Call.End()
	}
	return s.node.End()
}

// StopsElsewhere returns the graceful stops of l's server that run beside the
// call that starts it: in another function, or function literal, than it. When
// the server is another package's, they are calls of that package's functions.
func (p *Program) StopsElsewhere(l *Listener) []*Stop {
	if known, ok := p.beyond[l]; ok {
		return known
	}
	stops := p.StopsOf(l)
	if l.of != nil && len(l.of.stoppers) > 0 {
		stops = append(stops, p.callsOfStoppers(l)...)
	}
	if len(stops) > 0 {
		around := make(map[ast.Node]bool)
		p.frames(l.Node, around)
		stops = slices.DeleteFunc(stops, func(s *Stop) bool { return !p.beside(s.node, around, 0) })
	}
	if p.beyond == nil {
		p.beyond = make(map[*Listener][]*Stop)
	}
	p.beyond[l] = stops
	return stops
}

// frame returns the function whose body n runs in: a literal that is called, or
// deferred, where it stands belongs to the function around it.
func (p *Program) frame(n ast.Node) ast.Node {
	for {
		fn := p.function(n)
		lit, ok := fn.(*ast.FuncLit)
		if !ok {
			return fn
		}
		cur, ok := p.src.Find(lit)
		if !ok {
			return fn
		}
		call, ok := cur.Parent().Node().(*ast.CallExpr)
		if !ok || call.Fun != lit || p.isGo(call) {
			return fn
		}
		n = call
	}
}

// frames adds to around the functions that are on the stack when n runs, as
// far as they are in this package: what these do otherwise is before or after
// n, or when they return.
func (p *Program) frames(n ast.Node, around map[ast.Node]bool) {
	fn := p.frame(n)
	if fn == nil || around[fn] {
		return
	}
	around[fn] = true
	for _, call := range p.callsOf(fn) {
		if !p.isGo(call) {
			p.frames(call, around)
		}
	}
}

// beside reports whether n may run while the functions of around are on the
// stack: in a goroutine of its own, or in code that others call.
func (p *Program) beside(n ast.Node, around map[ast.Node]bool, depth int) bool {
	fn := p.frame(n)
	if fn == nil || around[fn] {
		return false
	}
	calls := p.callsOf(fn)
	if len(calls) == 0 || depth > 3 {
		return true
	}
	return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		return p.isGo(call) || p.beside(call, around, depth+1)
	})
}

// callsOf returns the calls of a declared function in this package.
func (p *Program) callsOf(fn ast.Node) []*ast.CallExpr {
	d, ok := fn.(*ast.FuncDecl)
	if !ok {
		return nil
	}
	f, ok := p.pass.TypesInfo.Defs[d.Name].(*types.Func)
	if !ok {
		return nil
	}
	calls, _ := p.src.Calls(f)
	return calls
}

// isGo reports whether call is what a go statement calls.
func (p *Program) isGo(call *ast.CallExpr) bool {
	cur, ok := p.src.Find(call)
	if !ok {
		return false
	}
	_, isGo := cur.Parent().Node().(*ast.GoStmt)
	return isGo
}

// callsOfStoppers returns the calls of the methods of another package that
// stop the server of l, on the variable on which a method starts it.
func (p *Program) callsOfStoppers(l *Listener) []*Stop {
	of := p.receiver(l.call)
	if of == nil {
		return nil
	}
	var out []*Stop
	for _, call := range p.src.CallsTo(func(fn *types.Func) bool { return slices.Contains(l.of.stoppers, fn.FullName()) }) {
		if p.receiver(call) == of {
			out = append(out, &Stop{Call: call, Name: shortName(p.src.Callee(call)), node: call, graceful: true})
		}
	}
	return out
}

// Early reports whether the server of l is another package's and its function
// returns as soon as the server is told to stop, without waiting for the drain.
func (l *Listener) Early() bool { return l.of != nil && l.of.Node == nil && l.of.early }

// returnsSoon reports whether fn returns as soon as the server that l starts is
// told to stop: the drain runs in a goroutine that it does not wait for.
func (p *Program) returnsSoon(fn *types.Func, l *Listener) bool {
	ends := p.EndsWhenStopped(l)
	if l.Inherited || !l.Serves || ends != "error" && ends != "nil" {
		return false
	}
	stops := p.StopsElsewhere(l)
	if len(stops) == 0 || slices.ContainsFunc(stops, func(s *Stop) bool { return !p.inGoroutine(s.node) }) {
		return false
	}
	n := ast.Node(l.Node)
	for range 4 {
		d := p.src.Enclosing(n.Pos())
		if d == nil || d.Body == nil || !p.straight(n) || p.maySit(d, n) {
			return false
		}
		around, _ := p.pass.TypesInfo.Defs[d.Name].(*types.Func)
		if around == fn {
			return true
		}
		calls := p.callsOf(d)
		if len(calls) != 1 {
			return false
		}
		n = calls[0]
	}
	return false
}

// straight reports whether n runs once, in the flow of the declared function
// around it.
func (p *Program) straight(n ast.Node) bool {
	cur, ok := p.src.Find(n)
	if !ok {
		return false
	}
	for range cur.Parent().Enclosing((*ast.FuncLit)(nil), (*ast.GoStmt)(nil), (*ast.DeferStmt)(nil), (*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return false
	}
	return true
}

// Unawaited reports whether main ends right after it has started the goroutine
// in which s stops a server, and nobody waits for that.
func (p *Program) Unawaited(s *Stop) bool {
	if !p.Main || s.node == nil {
		return false
	}
	cur, ok := p.src.Find(s.node)
	if !ok {
		return false
	}
	for c := range cur.Enclosing((*ast.GoStmt)(nil), (*ast.FuncDecl)(nil)) {
		start, ok := c.Node().(*ast.GoStmt)
		return ok && p.lastThing(start, 0)
	}
	return false
}

// receiver returns the variable or field on which call calls a method, or nil.
func (p *Program) receiver(call *ast.CallExpr) types.Object {
	if call == nil {
		return nil
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && p.pass.TypesInfo.Selections[sel] != nil {
		return p.object(sel.X)
	}
	return nil
}

// stoppersOf returns the names of the exported functions around the graceful
// stops of l's server.
func (p *Program) stoppersOf(l *Listener) []string {
	var out []string
	for _, s := range p.StopsElsewhere(l) {
		if fn := p.src.EnclosingFunc(s.Pos()); fn != nil && fn.Exported() && fn.Signature().Recv() != nil && !p.inLiteral(s.node) {
			out = append(out, fn.FullName())
		}
	}
	tidy(&out)
	return out
}

// function returns the declared function or the literal whose body n is in, or
// nil.
func (p *Program) function(n ast.Node) ast.Node {
	cur, ok := p.src.Find(n)
	if !ok {
		return nil
	}
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return c.Node()
	}
	return nil
}

// WrongStop returns a graceful stop that is meant for the server that l starts
// but stops another: of a framework's own server, when the framework was told
// to serve with one of the program's (e.StartServer(s), e.Shutdown()). It is
// nil when the right one is stopped too, or may be.
func (p *Program) WrongStop(l *Listener) *Stop {
	call, ok := l.Node.(*ast.CallExpr)
	if !ok {
		return nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || p.pass.TypesInfo.Selections[sel] == nil {
		return nil
	}
	frame := p.serverRow(sel.X)
	if frame == nil {
		return nil
	}
	if frame.Symbol == l.Life.Type {
		return p.wrongField(l) // the receiver is the server
	}
	framework := p.identify(p.ev.Eval(sel.X))
	server := p.identify(l.Server)
	if framework.any || server.any || framework.meets(server) {
		return nil
	}
	var wrong *Stop
	inside := make(map[ast.Node]bool) // stops of e.Server, of any e: noted as stops of e too
	for _, s := range p.stops {
		if s.alias && s.server.typ == frame.Symbol {
			inside[s.node] = true
		}
		if of := p.identityOf(&s.server); s.graceful && s.server.typ == frame.Symbol && !of.any && framework.meets(of) {
			if wrong == nil || wrong.Pos() < call.Pos() && call.Pos() < s.Pos() {
				wrong = s // the first behind the start, else the first
			}
		}
	}
	for _, s := range p.stops {
		if !s.graceful || s.server.typ != l.Life.Type {
			continue
		}
		of := p.identityOf(&s.server)
		of.any = of.any && !inside[s.node] // what the framework made is not this one
		if server.meets(of) {
			return nil // the right one, or it may be
		}
	}
	return wrong
}

// wrongField is WrongStop for a server of which a field serves, and another is
// stopped: e.StartTLS(…), e.Server.Shutdown(ctx).
func (p *Program) wrongField(l *Listener) *Stop {
	server := p.identify(l.Server)
	if l.Life.Inner == "" || server.any || l.Life.Stopped || l.Life.Escaped {
		return nil
	}
	for _, s := range p.stops {
		if of := p.identityOf(&s.server); s.graceful && s.alias && s.server.typ == l.Life.Type && !of.any && server.meets(of) {
			return s
		}
	}
	return nil
}
