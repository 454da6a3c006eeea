package server

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/invoked"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// DecideLife finds out for every server started what stops it.
func (sv *Servers) DecideLife(started []*Running) {
	for _, l := range started {
		if !l.Serves {
			continue
		}
		if l.Inner&LifeDecided != 0 {
			sv.revise(l)
			continue
		}
		if sv.isOwned(l) {
			l.Life.Owned = true
		}
		if sv.untold(l, sv.inGroup(l)) {
			continue
		}
		switch {
		case l.Life.None && !l.Life.Owned:
			if l.Own || sv.src.Worked() {
				l.Resolved |= LifeDecided
			}
		case l.Life.Final():
			l.Resolved |= LifeDecided
			sv.revise(l)
		default:
			sv.stoppedBy(l)
		}
	}
}

// isOwned reports whether the start stands in something that is given to a
// library that owns its life.
func (sv *Servers) isOwned(l *Running) bool {
	for _, n := range sv.owned {
		if n.Pos() <= l.Node.Pos() && l.Node.End() <= n.End() {
			return true
		}
	}
	return false
}

func (sv *Servers) stoppedBy(l *Running) {
	server := sv.Identify(l.Server)
	if server.Any || sv.StoppedBeyond(sv.fieldOf(l)) {
		l.Life.Escaped = true // who made it is not known, or another package stops what is in its field
		l.Resolved |= LifeDecided
		return
	}
	for _, s := range sv.stops {
		if !s.stops(l.Life) || !server.Meets(sv.identityOf(&s.server)) {
			continue
		}
		why := sv.idle(s.node, l)
		if why == "" && sv.heldUntil(l, s.node) {
			why = "start"
		}
		if why != "" && s.Graceful {
			l.Life.Idle, s.Unreached = why, true
		} else if s.Graceful {
			l.Life.Stopped = true
		} else {
			l.Life.Closed = true
		}
	}
	// What a hook starts, a hook beside it stops, be it too late, and not who is given the
	// server.
	hooked := sv.ends.InHook(l.Node) == invoked.OnStart
	for _, e := range sv.escaped {
		if hooked && e.returned {
			continue
		}
		switch {
		case e.typ != l.Life.Type || !server.Meets(sv.identityOf(e)) || sv.late(e, l):
		case e.whole && sv.src.Worked():
			server.Open = true
			l.Resolved |= GivenBack
		default:
			l.Life.Escaped = true
		}
	}
	if !server.Open || l.Life.Final() || hooked && l.Life.Idle == "start" {
		l.Resolved |= LifeDecided
	}
}

// fieldOf returns the field that l's server is taken from where it is started, or nil.
// Have: n.Server.ListenAndServe(); srv := n.Server; srv.ListenAndServe()
func (sv *Servers) fieldOf(l *Running) *types.Var {
	e, _ := l.Node.(ast.Expr)
	if l.Call != nil {
		e = l.Call.Fun
	}
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	v, ok := sv.src.Object(sel.X).(*types.Var)
	if ok && !v.IsField() {
		if rhs, _ := sv.src.OnlyAssigned(v); rhs != nil {
			v, ok = sv.src.Object(rhs).(*types.Var)
		}
	}
	if !ok || !v.IsField() {
		return nil
	}
	return v
}

// revise looks again at a server that another package stops: what it waits for may
// never come, or its stop stand behind the call that starts it.
func (sv *Servers) revise(l *Running) {
	if sv.untold(l, l.Of != nil && l.Of.Until == WithGroup) || l.Of == nil || l.Call == nil || !l.Life.Stopped || !sv.src.Worked() {
		return
	}
	why := ""
	if until := l.Ends(); until != nil {
		why = sv.waits.Never(until)
	}
	enders := l.enders()
	if len(enders) > 0 && l.Of.Node == nil && (which.OnlyHanded(sv.src, l.Call) || sv.keptThere(l)) {
		var stops []ast.Node
		for _, s := range slices.Concat(sv.callsOn(l, enders), sv.promotedOn(l)) {
			stops = append(stops, s.node)
		}
		valued := false
		for _, cur := range sv.src.Mentions(l.stoppedBy) {
			use, isCall := source.UseOf(cur)
			sel, _ := use.Node().(*ast.SelectorExpr)
			switch {
			case isCall:
			case sel == nil || use.ParentEdgeKind() != edge.CallExpr_Args:
				valued = true
			case sv.keptThere(l) || sv.waits.SameHolder(sv.holderOf(l), sel.X):
				source.AddOnce(&stops, use.Node())
			}
		}
		idle := sv.idleAll(stops, l)
		switch {
		case valued:
		case len(stops) == 0 && (sv.hearsOfEnd() || sv.stopsAnother(l) || sv.waits.SitsBeside(l.Call)):
			why = "uncalled"
		default:
			why = idle
		}
	}
	if why != "" {
		l.leave(why)
	}
}

// promotedOn returns the graceful stops that are called on what starts l's server, a struct that
// embeds the server.
// Have: type Server struct{ *http.Server }; s := web.New(); go s.Listen(); s.Shutdown(ctx)
func (sv *Servers) promotedOn(l *Running) (stops []*Stop) {
	of := sv.holderOf(l)
	if of == nil {
		return nil
	}
	return slices.DeleteFunc(sv.StopsOn(of), func(s *Stop) bool { return s.server.typ != l.Life.Type })
}

// StopsOn returns the graceful stops that are called on what of holds.
func (sv *Servers) StopsOn(of ast.Expr) (stops []*Stop) {
	for _, s := range sv.stops {
		var on ast.Expr
		if sel, ok := s.node.(*ast.SelectorExpr); ok {
			on = sel.X
		} else if s.Call != nil {
			on = source.ReceiverOf(s.Call, sv.src.Info)
		}
		if on != nil && s.Graceful && sv.waits.SameHolder(of, on) {
			stops = append(stops, s)
		}
	}
	return stops
}

// unreached tells why a stop at n is never reached when the program is told to stop, or "":
// see [await.Waits.Idle]. What main defers is not, where it ends the process at the signal.
func (sv *Servers) unreached(n ast.Node, start *ending.Start) string {
	if why := sv.waits.Idle(n, start); why != "" {
		return why
	}
	d, isDecl := sv.waits.Frame(n).(*ast.FuncDecl)
	if !isDecl || !sv.src.Main || d.Recv != nil || d.Name.Name != "main" || !sv.asked.ExitsWhenTold(d.Body) {
		return ""
	}
	cur, _ := sv.src.Find(n)
	for range cur.Enclosing((*ast.DeferStmt)(nil)) {
		return "exit"
	}
	return ""
}

// idleAll tells why none of stops, which are to stop l's server, is ever reached, or "".
func (sv *Servers) idleAll(stops []ast.Node, l *Running) (why string) {
	var start *ending.Start
	if l.Of.Blocks && l.Of.Holds || l.Of.Drained && len(l.Of.Tellers) > 0 {
		start = &l.Start
	}
	for _, n := range stops {
		if why = sv.unreached(n, start); why == "" {
			return ""
		}
	}
	return why
}

// keptThere reports whether the package that starts l's server keeps it for itself: only
// functions of it stop the server, and of all packages of the program only main may call them.
func (sv *Servers) keptThere(l *Running) bool {
	return sv.src.Main && !slices.ContainsFunc(l.enders(), func(fn string) bool {
		return strings.HasPrefix(fn, "(") || sv.facts.NamesStopper(fn) // a method, or called elsewhere
	})
}

// stopsAnother reports whether the package calls a stop of l's server, but of another value.
func (sv *Servers) stopsAnother(l *Running) bool {
	return len(sv.src.Mentions(l.stoppedBy)) > 0
}

// leave notes that the stops of l's server are never reached, and why.
func (l *Running) leave(why string) {
	l.Life.Stopped, l.Life.Idle = false, why
	l.Inner, l.Resolved = l.Inner&^LifeDecided, l.Resolved|LifeDecided
}

// LeaveUncalled notes that nobody calls the stops of l's server, of another package,
// through the interface that it is put behind: unless this package names them itself.
func (sv *Servers) LeaveUncalled(l *Running) {
	if l.Of.Only && sv.hearsOfEnd() && len(sv.src.Mentions(l.stoppedBy)) == 0 {
		l.leave("uncalled")
	}
}

// LeaveIdle notes that what l's stops wait for never comes, and why: see [Waits.Idle].
func (sv *Servers) LeaveIdle(l *Running, why string) { l.leave(why) }

// enders returns the functions of another package that alone stop l's server, or have it
// stopped, if that is known.
func (l *Running) enders() []string {
	switch {
	case l.Of.Only:
		return slices.Concat(l.Of.Stoppers, l.Of.Tellers)
	case len(l.Of.Stoppers) == 0:
		return l.Of.Tellers
	}
	return nil
}

// stoppedBy reports whether obj is a method of another package that stops l's server.
func (l *Running) stoppedBy(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && slices.Contains(l.enders(), fn.FullName())
}

// hearsOfEnd reports whether the package asks to hear that the program is to stop,
// and so would be the one to stop its servers.
func (sv *Servers) hearsOfEnd() bool {
	return slices.ContainsFunc(sv.asked.Asked(), func(s *signals.Subscription) bool {
		return s.Has("SIGTERM") || s.Has("SIGINT")
	})
}

// Until returns 1 + the index of the parameter of fn, a context or a channel that is only
// closed, without whose end none of the graceful stops of l's server is reached; [WithGroup]
// when a group has it; or 0.
func (sv *Servers) Until(fn *types.Func, l *Running) int {
	var until *types.Var
	if given := l.Ends(); given != nil {
		until = sv.waits.Outer(given)
	} else {
		until = sv.untilOf(sv.StopsHere(l))
	}
	switch {
	case fn != nil && l.Life.Owned && (sv.inGroup(l) || l.Of != nil && l.Of.Until == WithGroup):
		return WithGroup
	case fn == nil || until == nil || l.Life.Escaped:
		return 0
	}
	return 1 + source.ParamIndex(fn, until)
}

// untilOf returns the parameter without whose end none of stops is reached, or nil.
func (sv *Servers) untilOf(stops []*Stop) (until *types.Var) {
	for _, s := range stops {
		if s.Alias {
			continue
		}
		one := sv.waits.Until(s.node)
		if one == nil || until != nil && one != until {
			return nil
		}
		until = one
	}
	return until
}

// late reports whether the server h leaves what this package sees behind the call
// that starts l, which blocks: whoever gets it then comes too late to stop it.
// Have: log.Fatal(app.Listen(addr)); return app
func (sv *Servers) late(h *handle, l *Running) bool {
	return h.at != nil && sv.idle(h.at, l) == "start"
}

// heldUntil reports whether n has l's server only when the call that starts it has come to
// an end: the function around that call, which blocks, keeps the server to itself, and
// returns it behind the call, and n stands elsewhere.
// Have: srv := &http.Server{…}; err := srv.ListenAndServe(); return srv, err
func (sv *Servers) heldUntil(l *Running, n ast.Node) bool {
	if l.Call == nil || l.Node != l.Call {
		return false
	}
	v, ok := sv.src.Object(source.ReceiverOf(l.Call, sv.src.Info)).(*types.Var)
	around := sv.src.Outermost(l.Call.Pos())
	if !ok || v.IsField() || v.Pkg() != sv.src.Pkg || sv.src.Variable(v).Param != nil || around == nil || around == sv.src.Outermost(n.Pos()) || around != sv.src.Outermost(v.Pos()) {
		return false
	}
	returned := false
	for _, use := range sv.src.Variable(v).Uses {
		switch use.ParentEdgeKind() {
		case edge.SelectorExpr_X, edge.AssignStmt_Lhs, edge.ValueSpec_Names:
		case edge.CallExpr_Args:
			fn := sv.src.Callee(use.Parent().Node().(*ast.CallExpr))
			if fn == nil || fn.Pkg() == sv.src.Pkg {
				return false
			}
		case edge.ReturnStmt_Results:
			if sv.idle(use.Parent().Node(), l) != "start" {
				return false
			}
			returned = true
		default:
			return false
		}
	}
	return returned
}

// idle tells why n, which is to stop l's server, is never reached, or "".
func (sv *Servers) idle(n ast.Node, l *Running) string {
	var start *ending.Start
	if l.Of == nil && l.Serves && sv.EndsWhenStopped(l) != "" {
		start = &l.Start // which blocks
	}
	return sv.unreached(n, start)
}

// identityOf is identify for a server that is asked for again and again.
func (sv *Servers) identityOf(h *handle) which.Identity {
	if h.id == nil {
		id := sv.Identify(h.value)
		h.id = &id
	}
	return *h.id
}

// IdentityOf tells which server s stops.
func (sv *Servers) IdentityOf(s *Stop) which.Identity { return sv.identityOf(&s.server) }

// Handled reports whether a server made here is stopped or leaves this
// package's sight other than by being returned, so that a package that is
// given it need not stop it.
func (sv *Servers) Handled(o *origin.Object) bool {
	for _, s := range sv.stops {
		if s.server.typ == o.Type && s.Graceful && sv.identityOf(&s.server).IsMadeAt(o.Site) {
			return true
		}
	}
	return false
}

// ClosedByChoice reports whether the server of l is closed abruptly where another
// of its type is stopped gracefully: whoever wrote both knows the difference.
func (sv *Servers) ClosedByChoice(l *Running) bool {
	server := sv.Identify(l.Server)
	return slices.ContainsFunc(sv.stops, func(s *Stop) bool {
		if s.Graceful || !s.stops(l.Life) || !server.Meets(sv.identityOf(&s.server)) {
			return false
		}
		return slices.ContainsFunc(sv.stops, func(o *Stop) bool {
			return o.Graceful && o.stops(l.Life) && !server.Meets(sv.identityOf(&o.server)) && sv.src.Function(o.node) == sv.src.Function(s.node)
		})
	})
}

// SameServer reports whether a and b start one server, so that one value started in
// two branches is one finding.
func (sv *Servers) SameServer(a, b *Running) bool {
	return a.Node == b.Node || sv.Identify(a.Server).MadeAs(sv.Identify(b.Server))
}

// Serverless reports whether the package is an entry point of a platform that
// calls functions: what it serves itself is for local work.
func (sv *Servers) Serverless() bool {
	return slices.ContainsFunc(sv.ev.CallsWith(catalog.Owner), func(c *ast.CallExpr) bool {
		r := sv.ev.Row(sv.src.Callee(c), catalog.Owner)
		return r != nil && r.Role == "entry"
	})
}
