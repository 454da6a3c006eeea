package program

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/supervisor"
)

// StopsOf returns the graceful stops of this package that stop the server that
// l starts, and no other as far as can be seen.
func (p *Program) StopsOf(l *listener.Listener) []*server.Stop { return p.Servers.StopsOf(&l.Running) }

// StopsElsewhere returns the graceful stops of l's server that run beside the
// call that starts it.
func (p *Program) StopsElsewhere(l *listener.Listener) []*server.Stop {
	return p.Servers.StopsElsewhere(&l.Running)
}

// EndsWhenStopped returns what starting l's server does once it is stopped:
// "error" and "nil" return at once, "drained" after the drain; "" is unknown.
func (p *Program) EndsWhenStopped(l *listener.Listener) string {
	return p.Servers.EndsWhenStopped(&l.Running)
}

// WrongStop returns a graceful stop that is meant for the server that l starts
// but stops another, or nil.
func (p *Program) WrongStop(l *listener.Listener) *server.Stop {
	return p.Servers.WrongStop(&l.Running)
}

// CalledAt says where l is started, as the end of a message about n, when that is
// elsewhere: " ((*http.Server).ListenAndServe is called at run.go:90)".
func (p *Program) CalledAt(l *listener.Listener, n ast.Node) string {
	if p.At(n.Pos()) == l.At && n == l.Node {
		return ""
	}
	return " (" + l.API + " is called at " + l.At + ")"
}

// CutShort returns a context that the requests of l's server run in although it
// ends before the drain of the server does, or nil.
func (p *Program) CutShort(l *Listener) *Cut { return p.Draining.CutShort(&l.Running) }

// WaitsForItself returns a graceful stop of l's server that one of its own
// handlers calls, so that it waits for itself, or nil.
func (p *Program) WaitsForItself(l *Listener) *Stop {
	return p.Linger.WaitsForItself(&l.Running, func(fn *types.Func, lit *ast.FuncLit) bool { return p.Handles(l.Handler, fn, lit) })
}

// Fallback reports whether l is what a server does that is given a listener to serve
// on elsewhere: nobody wrote down where it listens without one.
// Have: if s.listener != nil { return s.srv.Serve(s.listener) }; return s.srv.ListenAndServe()
func (p *Program) Fallback(l *listener.Listener) bool {
	if _, at := l.Port.Written(); at != "" || !l.Serves {
		return false
	}
	return slices.ContainsFunc(p.Listeners, func(o *listener.Listener) bool {
		return o != l && o.Serving && p.SameServer(o, l) && p.EnclosingFunc(o.Node.Pos()) == p.EnclosingFunc(l.Node.Pos())
	})
}

// SameServer reports whether a and b start one server.
func (p *Program) SameServer(a, b *Listener) bool {
	return p.Servers.SameServer(&a.Running, &b.Running)
}

// StartsOneOf reports whether l starts a server that one of ls starts, too.
func (p *Program) StartsOneOf(ls []*Listener, l *Listener) bool {
	return slices.ContainsFunc(ls, func(o *Listener) bool { return p.SameServer(o, l) })
}

// ClosedByChoice reports whether l's server is closed abruptly where another of its
// type is stopped gracefully.
func (p *Program) ClosedByChoice(l *Listener) bool { return p.Servers.ClosedByChoice(&l.Running) }

// Alternative reports whether a and b are one start in two forms, of which only
// one runs: with TLS and without, say, in the branches of one statement.
func (p *Program) Alternative(a, b *Listener) bool {
	return p.exclusive(a.Node, b.Node) && (oneAddress(a, b) || slices.Equal(p.Handlers(a), p.Handlers(b)) && a.Handler.String() == b.Handler.String())
}

// exclusive reports whether only one of a and b runs: they, or the one calls of the
// functions that they are in, stand in different branches.
func (p *Program) exclusive(a, b ast.Node) bool {
	if p.Endings.Exclusive(a, b) {
		return true
	}
	if call := p.OnlyCall(a); call != nil && p.Endings.Exclusive(call, b) {
		return true
	}
	call := p.OnlyCall(b)
	return call != nil && p.Endings.Exclusive(a, call)
}

// oneAddress reports whether a and b are known to listen on one address.
func oneAddress(a, b *Listener) bool {
	known := func(v origin.Value) bool {
		return len(v.Alts) > 0 && !v.Has(func(p origin.Piece) bool { return p.Kind == origin.Unknown || p.Kind == origin.Param })
	}
	return known(a.Port.Value) && known(a.Host.Value) && a.Port.Value.String() == b.Port.Value.String() && a.Host.Value.String() == b.Host.Value.String()
}

// Abandoned reports whether func main ends without waiting for any of stops,
// which stop the server that l starts.
func (p *Program) Abandoned(l *Listener, stops []*Stop) bool {
	return p.Linger.Abandoned(&l.Running, stops)
}

// AbandonedWith reports whether func main ends with the start of another server, which is over
// when stops begin that stop l's, and without waiting for any of these. Where that server is
// one of lost, all has been said.
func (p *Program) AbandonedWith(l *Listener, stops []*Stop, lost []*Listener) bool {
	return p.Linger.AbandonedWith(&l.Running, stops) && !slices.ContainsFunc(lost, func(o *Listener) bool {
		return o.Call != nil && p.Linger.OverWith(&l.Running, stops, o.Call)
	})
}

// Unheard tells how the error of starting l fails to reach anybody, where that is
// to be reported: a start that another package has already put aside is looked at
// there, unless only this one knows what it is for.
func (p *Program) Unheard(l *Listener) Unheard {
	if p.RoleOpen(l) && !p.Contained(l) || l.Inherited && l.Of != nil && l.Of.Kept == ending.KeptThere {
		return heard.Heard
	}
	if p.Linger.Stranded(&l.Running) {
		return Logged
	}
	how := p.Hearing.Unheard(&l.Start)
	if how == Logged && p.LookedAfter(l) {
		return heard.Heard
	}
	return how
}

// TakenForFailure tells what becomes of the error by which l says that its server was
// stopped, as it is gracefully: it is "logged", or "returned" by the group that l
// runs in. It is "" when it is told from others, or nothing is known.
func (p *Program) TakenForFailure(l *Listener) string {
	if !l.Serves || l.Inherited || !l.Life.Stopped || p.EndsWhenStopped(l) != "error" {
		return ""
	}
	return p.Hearing.TakenForFailure(&l.Start)
}

// EndsEarly reports whether func main ends after a call that starts l's server
// and returns before the drain has ended, without waiting for that.
func (p *Program) EndsEarly(l *listener.Listener) bool { return p.Linger.EndsEarly(&l.Running) }

// LeftBehind reports whether main ends without waiting for the goroutine in which
// the function that starts l's server also drains it.
func (p *Program) LeftBehind(l *Listener) bool { return p.Linger.LeftBehind(&l.Running) }

// Unfinished returns a graceful stop of l's server, whose start returns only when it
// is drained, if main ends without waiting for either; else nil.
func (p *Program) Unfinished(l *Listener) *Stop { return p.Linger.Unfinished(&l.Running) }

// LastStart returns func main and its last statements from the one on that
// starts the server of l. ok is false when there are others, or when l is
// started elsewhere than in the body of main.
func (p *Program) LastStart(l *listener.Listener) (main *ast.FuncDecl, last []ast.Stmt, ok bool) {
	return p.Endings.LastStart(&l.Start)
}

// Outcomes calls yield for the call that starts l, or binds its port, and for
// each call of a function of this package that returns its error, with what
// becomes of the error there.
func (p *Program) Outcomes(l *listener.Listener, yield func(call *ast.CallExpr, o ending.Outcome)) {
	p.Endings.Outcomes(&l.Start, yield)
}

// RunsOn reports whether the server that call starts by way of a function is one that
// nothing stops, whatever becomes of others that the function starts.
func (p *Program) RunsOn(call *ast.CallExpr) bool {
	return slices.ContainsFunc(p.Listeners, func(l *listener.Listener) bool {
		return l.Call == call && l.Of != nil && l.Serves && l.Resolved&server.LifeDecided != 0 && !l.Life.Final()
	})
}

// ListensUnseen reports whether a package that this one imports has a listener,
// and none is made by what this package calls.
func (p *Program) ListensUnseen() bool {
	return p.merged.Listens && !slices.ContainsFunc(p.Listeners, func(l *listener.Listener) bool { return l.Inherited })
}

// Public returns the listeners of the program that serve its users over a
// port: those of this package and those made when imported packages are
// initialised (the commands of a command-line library). The listener of an
// exporter is none of them.
func (p *Program) Public() []*listener.Listener {
	var ls []*listener.Listener
	for _, l := range p.all() {
		if l.Serving || l.Auxiliary() || l.Exporter() || l.Dropped || p.LocalByDesign(l) || l.Net == "multicast" || l.Net == "raw" {
			continue
		}
		if l.Node != nil && !p.Reportable(l.Node.Pos()) {
			continue
		}
		ls = append(ls, l)
	}
	return ls
}

// TermCaught reports whether SIGTERM is handled somewhere in the program, as
// far as this package sees it.
func (p *Program) TermCaught() bool {
	return p.merged.Term || p.CatchesTerm() || p.Catches(p.merged.Catchers)
}

// Listening reports whether the program has a listener that is not local by
// design: in this package, or in one that it imports.
func (p *Program) Listening() bool {
	return p.merged.Listens || p.listensHere()
}

func (p *Program) listensHere() bool {
	return slices.ContainsFunc(p.Listeners, func(l *listener.Listener) bool { return !l.Dropped && !l.Probe && !p.LocalByDesign(l) })
}

// StopsServers reports whether a server is stopped gracefully in this package
// or in one that it imports.
func (p *Program) StopsServers() bool {
	return p.merged.Stops || p.StopsGracefully()
}

// CatchesSignals reports whether something in the program deals with signals
// already: this package, or, as far as SIGTERM goes, one that it imports.
func (p *Program) CatchesSignals() bool { return len(p.Subscriptions()) > 0 || p.TermCaught() }

// NeverEnds returns the call by which a container starts the server of l, and which
// nothing follows that would have it stopped, or nil.
func (p *Program) NeverEnds(l *listener.Listener) *ast.CallExpr {
	stopped := l.Life.Stopped && p.ByContainer(l)
	if call, ok := l.Node.(*ast.CallExpr); ok && l.Of != nil && l.Of.Beside {
		stopped = stopped || p.ev.MakesContainer(p.Callee(call)) // by hooks of another package
	}
	if !stopped {
		return nil
	}
	return supervisor.Unended(p.Package, p.ev)
}

// ByContainer reports whether l is started in what this package gives a container to
// call, which no other caller knows more about.
func (p *Program) ByContainer(l *listener.Listener) bool {
	return supervisor.ByContainer(p.Package, p.ev, l.Node, l.Fn)
}

// Brief returns, as a clause, why nothing is lost when the server of l is cut off, or
// "". See [role.Roles.Brief].
func (p *Program) Brief(l *listener.Listener) string { return p.Roles.Brief(p.ev.Close(l.Handler)) }

// GivenStops returns what drains servers and is put behind hooks and interfaces: see
// [supervisor.Supervision.Given].
func (p *Program) GivenStops() []supervisor.Given {
	if p.services == nil {
		return nil
	}
	return p.services.Given()
}
