package program

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"time"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/flow"
)

// Drains returns the calls of this package that stop servers gracefully with
// a context or a time: of the stop methods themselves, and of functions that
// hand on the context that they are given.
func (p *Program) Drains() []*Stop {
	if p.drains != nil {
		return *p.drains
	}
	p.drains = new([]*Stop)
	var out []*Stop
	for _, s := range p.stops {
		if s.graceful && s.Call != nil && !s.alias && (s.Context != nil || s.Timeout != nil) {
			out = append(out, s)
		}
	}
	out = append(out, p.wrappedDrains(out)...)
	slices.SortStableFunc(out, func(a, b *Stop) int { return p.inOrder(a.Call, b.Call) })
	*p.drains = out
	return out
}

// handed is what a function does with a context that it is given: it hands it
// to a stop.
type handed struct {
	param   int
	limited bool // with a time limit of its own
}

// wrappedDrains returns the calls of functions that hand one of their
// parameters, a context, to a stop.
func (p *Program) wrappedDrains(direct []*Stop) []*Stop {
	wrappers := make(map[*types.Func]handed)
	note := func(s *Stop) {
		if fn, h, ok := p.contextParam(s); ok {
			wrappers[fn] = h
		}
	}
	for _, s := range direct {
		note(s)
	}
	var out []*Stop
	seen := make(map[*ast.CallExpr]bool)
	for range 3 { // wrappers of wrappers
		for _, call := range p.calls {
			fn := p.ev.Callee(call)
			if fn == nil || seen[call] {
				continue
			}
			h, ok := wrappers[fn]
			if !ok && fn.Pkg() != p.pass.Pkg && takesContext(fn) {
				var life PortvetLife
				if ok = p.pass.ImportObjectFact(fn, &life) && len(life.Drains) > 0; ok {
					h = handed{life.Drains[0], life.Limited}
				}
			}
			if !ok || h.param >= len(call.Args) {
				continue
			}
			seen[call] = true
			s := &Stop{Call: call, Name: shortName(fn), Context: call.Args[h.param], node: call, graceful: true, limited: h.limited}
			out = append(out, s)
			note(s)
		}
	}
	return out
}

// ofOwnModules reports whether fn is of another package that is worked on.
func (p *Program) ofOwnModules(fn *types.Func) bool {
	if fn.Pkg() == nil || fn.Pkg() == p.pass.Pkg {
		return false
	}
	_, own := slices.BinarySearch(p.merged.Own, fn.Pkg().Path())
	return own
}

func takesContext(fn *types.Func) bool {
	for v := range fn.Signature().Params().Variables() {
		if named(v.Type()) == "context.Context" {
			return true
		}
	}
	return false
}

// contextParam returns the function of this package whose parameter the
// context of s is, or is derived from.
func (p *Program) contextParam(s *Stop) (fn *types.Func, h handed, ok bool) {
	h.limited = s.limited
	for e := s.Context; e != nil; {
		m := p.moment(e)
		if m.given != nil {
			fn := p.ev.EnclosingFunc(e.Pos())
			h.param = slices.Index(slices.Collect(fn.Signature().Params().Variables()), m.given)
			return fn, h, h.param >= 0
		}
		derived := p.derivation(m.made)
		if derived == "" {
			return nil, handed{}, false
		}
		h.limited = h.limited || derived != "as it is"
		e = m.made.Args[0]
	}
	return nil, handed{}, false
}

// derivations are the functions that derive a context from another, which
// ends it, with what they add: a time limit, or nothing of that kind.
var derivations = map[string]string{
	"context.WithTimeout": "timeout", "context.WithTimeoutCause": "timeout",
	"context.WithDeadline": "deadline", "context.WithDeadlineCause": "deadline",
	"context.WithCancel": "as it is", "context.WithCancelCause": "as it is", "context.WithValue": "as it is",
	"os/signal.NotifyContext": "as it is", "golang.org/x/sync/errgroup.WithContext": "as it is",
}

// derivation returns how call derives a context from its first argument, or "".
func (p *Program) derivation(call *ast.CallExpr) string {
	how := derivations[p.calleeName(call)]
	if how == "" || len(call.Args) == 0 || how != "as it is" && len(call.Args) < 2 {
		return ""
	}
	return how
}

func (p *Program) calleeName(call *ast.CallExpr) string {
	if call == nil {
		return ""
	}
	if fn := p.ev.Callee(call); fn != nil {
		return fn.FullName()
	}
	return ""
}

// moment is what is known of a context where a call is given it.
type moment struct {
	ended bool
	made  *ast.CallExpr // what made it
	given *types.Var    // the parameter that it is
}

// moment returns what is known of e, an argument of a call in this package.
func (p *Program) moment(e ast.Expr) moment {
	d := p.ev.Enclosing(e.Pos())
	if d == nil || d.Body == nil {
		return moment{}
	}
	if p.moments == nil {
		p.moments = make(map[*ast.FuncDecl]map[ast.Expr]moment)
	}
	known, done := p.moments[d]
	if !done {
		known = make(map[ast.Expr]moment)
		flow.Contexts(p.pass.TypesInfo, d, p.Exits, func(call *ast.CallExpr, before flow.Moment) {
			for _, a := range call.Args {
				if named(p.pass.TypesInfo.TypeOf(a)) == "context.Context" {
					known[a] = moment{before.Ended(a), before.Made(a), before.Given(a)}
				}
			}
		})
		p.moments[d] = known
	}
	return known[e]
}

// Ended reports whether the context that s is given has certainly ended when
// s is called.
func (p *Program) Ended(s *Stop) bool { return s.Context != nil && p.moment(s.Context).ended }

// DrainTime returns how long s waits for a drain at most, when that is written
// in the program.
func (p *Program) DrainTime(s *Stop) (limit time.Duration, ok bool) {
	switch {
	case s.limited:
		return 0, false // where the limit is set
	case s.Context != nil:
		limit, known := p.timeLimit(s.Context, 0)
		return limit, known && limit > 0
	}
	return p.duration(s.Timeout)
}

// timeLimit returns after what time the context e ends by itself, or 0 when it
// does not. known is false when that cannot be told.
func (p *Program) timeLimit(e ast.Expr, depth int) (limit time.Duration, known bool) {
	if depth > 6 {
		return 0, false
	}
	m := p.moment(e)
	if m.given != nil {
		return p.limitGiven(p.ev.EnclosingFunc(e.Pos()), m.given, depth)
	}
	var own ast.Expr
	switch p.calleeName(m.made) {
	case "context.Background", "context.TODO", "context.WithoutCancel":
		return 0, true
	default:
		switch p.derivation(m.made) {
		case "":
			return 0, false
		case "timeout":
			own = m.made.Args[1]
		case "deadline":
			add, ok := ast.Unparen(m.made.Args[1]).(*ast.CallExpr)
			if !ok || p.calleeName(add) != "(time.Time).Add" || len(add.Args) != 1 {
				return 0, false
			}
			own = add.Args[0] // taken to be from now
		}
	}
	limit, known = p.timeLimit(m.made.Args[0], depth+1)
	if own == nil || !known {
		return limit, known
	}
	d, known := p.duration(own)
	if limit == 0 || d < limit {
		limit = d
	}
	return limit, known
}

// limitGiven is timeLimit for the parameter v of fn: the shortest limit that
// it is given, when all calls are in sight.
func (p *Program) limitGiven(fn *types.Func, v *types.Var, depth int) (limit time.Duration, known bool) {
	calls, all := p.ev.Calls(fn)
	i := slices.Index(slices.Collect(fn.Signature().Params().Variables()), v)
	if !all || len(calls) == 0 || i < 0 {
		return 0, false
	}
	for _, call := range calls {
		if i >= len(call.Args) {
			return 0, false
		}
		d, known := p.timeLimit(call.Args[i], depth+1)
		if !known {
			return 0, false
		}
		if limit == 0 || d > 0 && d < limit {
			limit = d
		}
	}
	return limit, true
}

// duration returns the time that e is, the shortest when there are several:
// it may be that one.
func (p *Program) duration(e ast.Expr) (d time.Duration, known bool) {
	if e == nil {
		return 0, false
	}
	if tv := p.pass.TypesInfo.Types[e]; tv.Value != nil {
		n, exact := constant.Int64Val(constant.ToInt(tv.Value))
		return time.Duration(n), exact
	}
	for _, a := range p.ev.Close(p.ev.Eval(e)).Alts {
		text, isText := a.Text()
		n, err := strconv.ParseInt(text, 10, 64)
		if !isText || err != nil {
			return 0, false
		}
		if one := time.Duration(n); !known || one < d {
			d, known = one, true
		}
	}
	return d, known
}

// Unbounded reports whether s waits for a drain without an end.
func (p *Program) Unbounded(s *Stop) bool {
	if s.limited {
		return false
	}
	for e := s.Context; e != nil; {
		m := p.moment(e)
		switch p.calleeName(m.made) {
		case "context.Background", "context.TODO", "context.WithoutCancel":
			return true
		case "context.WithValue":
			if len(m.made.Args) == 0 {
				return false
			}
			e = m.made.Args[0]
		default:
			return false
		}
	}
	return false
}

// StopsOf returns the graceful stops of this package that stop the server that
// l starts, and no other as far as can be seen.
func (p *Program) StopsOf(l *Listener) []*Stop {
	server := p.identify(l.Server)
	if server.any {
		return nil
	}
	var out []*Stop
	for _, s := range p.stops {
		if !s.graceful || s.server.typ != l.Life.Type {
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
	i := len(l.Life.Type) - 1
	for i >= 0 && l.Life.Type[i] != '.' {
		i--
	}
	if i < 0 {
		return ""
	}
	if r := p.cat.Package(l.Life.Type[:i]).Row(l.Life.Type, catalog.Server); r != nil {
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
	stops := p.StopsOf(l)
	if l.of != nil && len(l.of.stoppers) > 0 {
		stops = append(stops, p.callsOfStoppers(l)...)
	}
	around := make(map[ast.Node]bool)
	p.frames(l.Node, around)
	return slices.DeleteFunc(stops, func(s *Stop) bool { return !p.beside(s.node, around, 0) })
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
		cur, ok := p.in.Root().FindNode(lit)
		if !ok {
			return fn
		}
		call, ok := cur.Parent().Node().(*ast.CallExpr)
		if !ok || call.Fun != lit {
			return fn
		}
		if _, isGo := cur.Parent().Parent().Node().(*ast.GoStmt); isGo {
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
	calls, _ := p.ev.Calls(f)
	return calls
}

// isGo reports whether call is what a go statement calls.
func (p *Program) isGo(call *ast.CallExpr) bool {
	cur, ok := p.in.Root().FindNode(call)
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
	for _, call := range p.calls {
		if fn := p.ev.Callee(call); fn != nil && slices.Contains(l.of.stoppers, fn.FullName()) && p.receiver(call) == of {
			out = append(out, &Stop{Call: call, Name: shortName(fn), node: call, graceful: true})
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
		d := p.ev.Enclosing(n.Pos())
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
	cur, ok := p.in.Root().FindNode(n)
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
	cur, ok := p.in.Root().FindNode(s.node)
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
		if fn := p.ev.EnclosingFunc(s.Pos()); fn != nil && fn.Exported() && fn.Signature().Recv() != nil && !p.inLiteral(s.node) {
			out = append(out, fn.FullName())
		}
	}
	tidy(&out)
	return out
}

// function returns the declared function or the literal whose body n is in, or
// nil.
func (p *Program) function(n ast.Node) ast.Node {
	cur, ok := p.in.Root().FindNode(n)
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
	if frame == nil || frame.Symbol == l.Life.Type {
		return nil // the receiver is the server
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
