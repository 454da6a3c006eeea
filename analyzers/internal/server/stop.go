package server

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

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
		if !s.Graceful || !s.stops(l.Life) {
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
func (sv *Servers) EndsWhenStopped(l *Running) string { return sv.EndsOf(l.Life.Type) }

// EndsOf is EndsWhenStopped for servers of a type.
func (sv *Servers) EndsOf(typ string) string {
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
	stops := slices.DeleteFunc(sv.StopsHere(l), func(s *Stop) bool { return sv.idle(s.node, l) != "" })
	if len(stops) > 0 {
		around := make(map[ast.Node]bool)
		sv.waits.Frames(l.Node, around)
		stops = slices.DeleteFunc(stops, func(s *Stop) bool { return s.Begun == nil && !sv.waits.Beside(s.node, around, 0) })
	}
	if sv.beyond == nil {
		sv.beyond = make(map[*Running][]*Stop)
	}
	sv.beyond[l] = stops
	return stops
}

// StopsHere returns the graceful stops of l's server: when that is another package's, they
// are calls of that package's functions, too.
func (sv *Servers) StopsHere(l *Running) []*Stop {
	if l.Of == nil || len(l.Of.Stoppers) == 0 {
		return sv.StopsOf(l)
	}
	return append(sv.StopsOf(l), sv.CallsOfStoppers(l)...)
}

// CallsOfStoppers returns the calls of the functions of another package that stop the
// server of l, which it keeps for itself, or of methods, on the variable on which one
// starts it, or that holds what starts it and returns it.
func (sv *Servers) CallsOfStoppers(l *Running) []*Stop { return sv.callsOn(l, l.Of.Stoppers) }

// callsOn is CallsOfStoppers for those of that package's functions with the given names.
func (sv *Servers) callsOn(l *Running, names []string) []*Stop {
	var out []*Stop
	is := func(obj types.Object) bool {
		fn, ok := obj.(*types.Func)
		return ok && slices.Contains(names, fn.FullName())
	}
	of := sv.holderOf(l)
	same := func(on ast.Expr) bool { return of != nil && on != nil && sv.waits.SameHolder(of, on) }
	for _, call := range sv.src.CallsTo(func(fn *types.Func) bool { return is(fn) }) {
		fn := sv.src.Callee(call)
		if fn.Signature().Recv() == nil || same(source.ReceiverOf(call, sv.src.Info)) {
			out = append(out, &Stop{Call: call, Name: source.ShortName(fn), node: call, Graceful: true})
		}
	}
	for _, cur := range sv.src.Mentions(is) {
		sel, ok := cur.Parent().Node().(*ast.SelectorExpr)
		if !ok || !sv.waits.IsHanded(sel) {
			continue
		}
		if fn := sv.src.Info.Uses[sel.Sel].(*types.Func); fn.Signature().Recv() == nil || same(sel.X) {
			out = append(out, &Stop{Name: source.ShortName(fn), node: sel, Graceful: true})
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

// WrongStop returns a graceful stop that is meant for the server that l starts
// but stops another: of a framework's own server, when the framework was told
// to serve with one of the program's (e.StartServer(s), e.Shutdown()), or a copy
// of it. It is nil when the right one is stopped too, or may be.
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
	if frame.Symbol == l.Life.Type { // the receiver is the server
		if s := sv.copyStopped(l, sel.X); s != nil {
			return s
		}
		return sv.wrongField(l)
	}
	framework := sv.Identify(sv.ev.Eval(sel.X))
	server := sv.Identify(l.Server)
	if framework.Any || server.Any || framework.Meets(server) {
		return nil
	}
	var wrong *Stop
	inside := make(map[ast.Node]bool) // stops of e.Server, of any e: noted as stops of e too
	for _, s := range sv.stops {
		if s.Alias && s.server.typ == frame.Symbol {
			inside[s.node] = true
		}
		if of := sv.identityOf(&s.server); s.Graceful && s.server.typ == frame.Symbol && !of.Any && framework.Meets(of) {
			if wrong == nil || wrong.Pos() < call.Pos() && call.Pos() < s.Pos() {
				wrong = s // the first behind the start, else the first
			}
		}
	}
	for _, s := range sv.stops {
		if !s.Graceful || s.server.typ != l.Life.Type {
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
		if of := sv.identityOf(&s.server); s.Graceful && s.Alias && s.server.typ == l.Life.Type && !of.Any && server.Meets(of) {
			return s
		}
	}
	return nil
}

// Stops returns all the stops of this package.
func (sv *Servers) Stops() []*Stop { return sv.stops }

// StopsGracefully reports whether the package stops a server gracefully.
func (sv *Servers) StopsGracefully() bool {
	return slices.ContainsFunc(sv.stops, func(s *Stop) bool { return s.Graceful })
}
