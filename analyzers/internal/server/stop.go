package server

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// StopName returns the name of a method of a server as people write it.
func StopName(typ, method string) string {
	if i := strings.LastIndexByte(typ, '/'); i >= 0 {
		typ = typ[i+1:]
	}
	return "(*" + typ + ")." + method
}

// StopsOf returns the graceful stops of this package that stop the server that
// l starts, and no other as far as can be seen.
func (sv *Servers) StopsOf(l *Running) []*Stop {
	server := sv.Identify(l.Server)
	if server.Any {
		return nil
	}
	var out []*Stop
	for _, s := range sv.stops {
		if !s.graceful || !s.stops(l.Life) {
			continue
		}
		if of := sv.identityOf(&s.server); !of.Any && server.Meets(of) {
			out = append(out, s)
		}
	}
	return out
}

// EndsWhenStopped returns what starting l's server does once it is stopped:
// "error" and "nil" return at once, "drained" after the drain; "" is unknown.
func (sv *Servers) EndsWhenStopped(l *Running) string { return sv.endsOf(l.Life.Type) }

// endsOf is EndsWhenStopped for servers of a type.
func (sv *Servers) endsOf(typ string) string {
	if r := sv.ev.ServerRow(typ); r != nil {
		return r.Ends
	}
	return ""
}

// Pos and End give where s stands.
func (s *Stop) Pos() token.Pos { return s.node.Pos() }

// Node is what stands there: the call, or the method.
func (s *Stop) Node() ast.Node { return s.node }

// End is the end of what stands at Pos.
func (s *Stop) End() token.Pos {
	if s.Call != nil {
		return s.Call.End()
	}
	return s.node.End()
}

// StopsElsewhere returns the graceful stops of l's server that run beside the
// call that starts it: in another function, or function literal, than it.
func (sv *Servers) StopsElsewhere(l *Running) []*Stop {
	if known, ok := sv.beyond[l]; ok {
		return known
	}
	stops := slices.DeleteFunc(sv.stopsHere(l), func(s *Stop) bool { return sv.idle(s.node, l) != "" })
	if len(stops) > 0 {
		around := make(map[ast.Node]bool)
		sv.waits.Frames(l.Node, around)
		stops = slices.DeleteFunc(stops, func(s *Stop) bool { return s.begun == nil && !sv.waits.Beside(s.node, around, 0) })
	}
	if sv.beyond == nil {
		sv.beyond = make(map[*Running][]*Stop)
	}
	sv.beyond[l] = stops
	return stops
}

// stopsHere returns the graceful stops of l's server: when that is another package's, they
// are calls of that package's functions, too.
func (sv *Servers) stopsHere(l *Running) []*Stop {
	if l.Of == nil || len(l.Of.Stoppers) == 0 {
		return sv.StopsOf(l)
	}
	return append(sv.StopsOf(l), sv.callsOfStoppers(l)...)
}

// callsOfStoppers returns the calls of the methods of another package that
// stop the server of l, on the variable on which a method starts it, or that holds
// what starts it and returns it.
func (sv *Servers) callsOfStoppers(l *Running) []*Stop {
	of := sv.holderOf(l)
	if of == nil {
		return nil
	}
	var out []*Stop
	for _, call := range sv.src.CallsTo(func(fn *types.Func) bool { return slices.Contains(l.Of.Stoppers, fn.FullName()) }) {
		if on := source.ReceiverOf(call, sv.src.Info); on != nil && sv.waits.SameHolder(of, on) {
			out = append(out, &Stop{Call: call, Name: source.ShortName(sv.src.Callee(call)), node: call, graceful: true})
		}
	}
	for _, cur := range sv.src.Mentions(l.stoppedBy) {
		if sel, ok := cur.Parent().Node().(*ast.SelectorExpr); ok && sv.waits.IsHanded(sel) && sv.waits.SameHolder(of, sel.X) {
			out = append(out, &Stop{Name: source.ShortName(sv.src.Info.Uses[sel.Sel].(*types.Func)), node: sel, graceful: true})
		}
	}
	return out
}

// holderOf returns the expression on which a method of another package starts l's server, or
// the variable that holds what starts it and returns it, or nil.
func (sv *Servers) holderOf(l *Running) ast.Expr {
	if of := source.ReceiverOf(l.Call, sv.src.Info); of != nil {
		return of
	}
	return which.Holder(sv.src, l.Call)
}

// Early reports whether the call of another package that starts l's server
// returns as soon as the server is told to stop, without waiting for the drain.
func (l *Running) Early() bool { return l.Undrained && (!l.Inherited || l.Of.Node == nil) }

// EndsEarly reports whether func main ends after such a call without waiting for
// what it leaves to be done.
func (sv *Servers) EndsEarly(l *Running) bool { return sv.leaves(nil, l) }

// leaves is EndsEarly for fn, or for main if that is nil.
func (sv *Servers) leaves(fn *types.Func, l *Running) bool {
	if !l.Early() || l.Call == nil || l.Of != nil && len(l.Of.Stoppers) > 0 && len(sv.callsOfStoppers(l)) > 0 {
		return false
	}
	of := sv.contextual(l)
	of.Is, of.Says = sv.startsOf(l).Is, l.Of != nil
	return sv.waits.WaitedAfter(fn, l.Call, of) == await.Abandoned
}

// ReturnsSoon reports whether fn returns as soon as the server that l starts is
// told to stop: the drain runs beside it, and it does not wait for that. Others can then
// wait for the drain only by the channels and groups said.
func (sv *Servers) ReturnsSoon(fn *types.Func, l *Running) (soon bool, said []string) {
	if l.Early() {
		return sv.leaves(fn, l), saidBy(l.Of)
	}
	if l.Call != nil && l.Node == l.Call && l.Serves && sv.drainsThere(l) {
		return sv.waits.LeftIn(fn, l.Call, sv.contextual(l))
	}
	ends := sv.EndsWhenStopped(l)
	if !l.Serves || ends == "" || sv.diesOf(l) {
		return false, nil
	}
	stops := sv.StopsElsewhere(l)
	if slices.ContainsFunc(stops, sv.atSignal) {
		stops = slices.DeleteFunc(slices.Clone(stops), sv.offered)
	}
	of := sv.stoppedFrom(l, stops)
	work := make([]ast.Node, 0, len(stops)+1)
	for _, s := range stops {
		work = append(work, s.node)
	}
	if ends == "drained" && len(stops) > 0 {
		work, of.Is = append(work, l.Node), nil // which goes on as long
	}
	for _, n := range work {
		left, by := sv.waits.LeftIn(fn, n, of)
		if !left {
			return false, nil
		}
		said = append(said, by...)
	}
	source.Tidy(&said)
	return len(work) > 0, said
}

// saidBy returns by what a start in another package says that the drain has ended.
func saidBy(of *ending.Start) []string {
	if of == nil {
		return nil
	}
	return of.Said
}

// diesOf reports whether what the call that starts l's server returns when that is
// told to stop ends the process, so that no function around it returns at all.
func (sv *Servers) diesOf(l *Running) bool {
	tells := sv.EndsWhenStopped(l) == "error"
	dies := false
	for s := &l.Start; s != nil && s.Node != nil; s = s.Of {
		sv.ends.Outcomes(s, func(_ *ast.CallExpr, o ending.Outcome) {
			dies = dies || o.Ends != nil && (o.Always || tells && !o.Guarded)
		})
	}
	return dies
}

// StoppersOf returns the names of the exported functions around the graceful
// stops of l's server, and whether nothing else stops it.
func (sv *Servers) StoppersOf(l *Running) (names []string, only bool) {
	only = !l.Life.Escaped && (l.Of == nil || l.Of.Node != nil || l.Of.Only)
	for _, s := range sv.StopsElsewhere(l) {
		fn := sv.src.EnclosingFunc(s.Pos())
		if fn != nil && fn.Exported() && fn.Signature().Recv() != nil && sv.begins(fn, s, l) {
			names = append(names, fn.FullName())
			only = only && !sv.named(fn)
		} else {
			only = false
		}
	}
	source.Tidy(&names)
	return names, only && len(names) > 0
}

// begins reports whether a call of fn begins s: it stands in the flow of fn, or in a
// goroutine there that waits for nothing before it, and fn does not start l's server, too.
func (sv *Servers) begins(fn *types.Func, s *Stop, l *Running) bool {
	if _, inFlow := sv.waits.Frame(s.node).(*ast.FuncDecl); inFlow {
		return true
	}
	lit, ok := sv.src.Function(s.node).(*ast.FuncLit)
	if !ok || s.Call == nil || sv.src.EnclosingFunc(l.Node.Pos()) == fn {
		return false
	}
	start := sv.src.GoOf(lit)
	return start != nil && sv.src.Function(start) == ast.Node(sv.src.Decl(fn)) && len(sv.waits.FromAside(s.Call, 0)) > 0
}

// named reports whether anything in this package calls fn, a method, or hands it on,
// or calls a method of an interface that it may stand behind.
func (sv *Servers) named(fn *types.Func) bool {
	return len(sv.src.Mentions(func(obj types.Object) bool {
		m, ok := obj.(*types.Func)
		return ok && (m == fn || m.Name() == fn.Name() && m.Signature().Recv() != nil && types.IsInterface(source.RecvType(m)))
	})) > 0
}

// WrongStop returns a graceful stop that is meant for the server that l starts
// but stops another: of a framework's own server, when the framework was told
// to serve with one of the program's (e.StartServer(s), e.Shutdown()). It is
// nil when the right one is stopped too, or may be.
func (sv *Servers) WrongStop(l *Running) *Stop {
	call, ok := l.Node.(*ast.CallExpr)
	if !ok {
		return nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sv.src.Info.Selections[sel] == nil {
		return nil
	}
	frame := sv.serverRow(sel.X)
	if frame == nil {
		return nil
	}
	if frame.Symbol == l.Life.Type {
		return sv.wrongField(l) // the receiver is the server
	}
	framework := sv.Identify(sv.ev.Eval(sel.X))
	server := sv.Identify(l.Server)
	if framework.Any || server.Any || framework.Meets(server) {
		return nil
	}
	var wrong *Stop
	inside := make(map[ast.Node]bool) // stops of e.Server, of any e: noted as stops of e too
	for _, s := range sv.stops {
		if s.alias && s.server.typ == frame.Symbol {
			inside[s.node] = true
		}
		if of := sv.identityOf(&s.server); s.graceful && s.server.typ == frame.Symbol && !of.Any && framework.Meets(of) {
			if wrong == nil || wrong.Pos() < call.Pos() && call.Pos() < s.Pos() {
				wrong = s // the first behind the start, else the first
			}
		}
	}
	for _, s := range sv.stops {
		if !s.graceful || s.server.typ != l.Life.Type {
			continue
		}
		of := sv.identityOf(&s.server)
		of.Any = of.Any && !inside[s.node] // what the framework made is not this one
		if server.Meets(of) {
			return nil // the right one, or it may be
		}
	}
	return wrong
}

// wrongField is wrongStop for a server of which a field serves, and another is
// stopped: e.StartTLS(…), e.Server.Shutdown(ctx).
func (sv *Servers) wrongField(l *Running) *Stop {
	server := sv.Identify(l.Server)
	if l.Life.Inner == "" || server.Any || l.Life.Stopped || l.Life.Escaped {
		return nil
	}
	for _, s := range sv.stops {
		if of := sv.identityOf(&s.server); s.graceful && s.alias && s.server.typ == l.Life.Type && !of.Any && server.Meets(of) {
			return s
		}
	}
	return nil
}

// Abandoned reports whether func main ends without waiting for any of stops,
// which stop the server that l starts, each in a goroutine.
func (sv *Servers) Abandoned(l *Running, stops []*Stop) bool {
	of := sv.stoppedFrom(l, stops)
	return len(stops) > 0 && !slices.ContainsFunc(stops, func(s *Stop) bool {
		return sv.waited(s, of) != await.Abandoned
	})
}

// stoppedFrom is startsOf for a server that stops stop.
func (sv *Servers) stoppedFrom(l *Running, stops []*Stop) await.Prompt {
	of := sv.startsOf(l)
	sv.beginsAtSignal(stops, &of)
	of.Drains = func(call *ast.CallExpr) bool { return sv.DrainsAnother(stops, call) }
	return of
}

// beginsAtSignal notes in of that what waits for the program to be told to stop has
// that when stops begin, if these wait for it, too; and so has what waits for the
// same as each of them.
func (sv *Servers) beginsAtSignal(stops []*Stop, of *await.Prompt) {
	signalled := !slices.ContainsFunc(stops, func(s *Stop) bool { return !sv.atSignal(s) })
	of.Over = func(e ast.Expr) bool {
		return signalled && sv.asked.Awaits(e) || len(stops) > 0 && !slices.ContainsFunc(stops, func(s *Stop) bool { return !sv.waits.Begun(s.node, e) })
	}
	of.Again = func(e ast.Expr) bool {
		ch, ok := sv.src.Object(e).(*types.Var) // a signal that one goroutine has heard of no other does
		signals, isChan := sv.src.Info.TypeOf(e).Underlying().(*types.Chan)
		return ok && isChan && source.Named(signals.Elem()) == "os.Signal" && len(stops) > 0 && !slices.ContainsFunc(stops, func(s *Stop) bool {
			return !sv.waits.After(s.node, func(first ast.Expr) bool { return first != e && sv.src.IsVar(first, ch) })
		})
	}
}

// startsOf returns what tells of a call that it starts the server that l starts,
// and so returns when that is told to stop.
func (sv *Servers) startsOf(l *Running) await.Prompt {
	server := sv.Identify(l.Server)
	starts := func(call *ast.CallExpr) bool {
		if call == l.Call {
			return true
		}
		callee := sv.src.Callee(call)
		row := sv.ev.Row(callee, catalog.Serve)
		if row == nil {
			return false
		}
		life, value := sv.LifeOf(row, callee, call)
		return life.Type == l.Life.Type && server.Meets(sv.Identify(value))
	}
	sends := func(call *ast.CallExpr) bool {
		fn := sv.src.Callee(call)
		return fn != nil && l.Of != nil && slices.Contains(l.Of.SentBy, fn.Origin().FullName())
	}
	return await.Prompt{Is: starts, NoError: sv.EndsWhenStopped(l) == "nil", Sends: sends, Said: saidBy(l.Of)}
}

// StopsGracefully reports whether the package stops a server gracefully.
func (sv *Servers) StopsGracefully() bool {
	return slices.ContainsFunc(sv.stops, func(s *Stop) bool { return s.graceful })
}
