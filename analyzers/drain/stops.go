package drain

import (
	"go/ast"
	"slices"
	"time"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

// This file judges the stops by themselves: what they are given, and who waits for them.

const (
	noLimit  = "%s waits for requests in flight without a limit, so one stuck connection and the platform kills the program"
	unwaited = "%s ends without waiting for %s, which runs in a goroutine, so requests in flight are lost"
	noTime   = "which is no time (a number without a unit counts nanoseconds), so they are lost"
)

// checkStops reports the stops that are given contexts or times which cannot be meant, and
// returns the contexts that have ended.
func checkStops(m *mender, unbounded bool) (ended map[ast.Expr]bool) {
	p := m.Pass
	ended = make(map[ast.Expr]bool)
	for _, s := range p.Program.Drains() {
		limit, timed := p.Program.DrainTime(s)
		switch {
		case p.Program.Ended(s):
			ended[s.Context] = true
			p.Report(s.Call, m.revive(s), "the context given to %s has already ended here, so it returns at once and requests in flight are lost", s.Name)
			p.AboutStop(s)
		case contextless(p, s), unawaited(p, s), late(m, s):
		case p.Program.Reloads(s):
			// the process lives on, and nobody kills the drain
		case timed && limit > m.grace:
			p.Report(s.Call, m.shorten(s), "%s waits up to %v for requests in flight, longer than the platform's grace period of %v, so the drain is killed", s.Name, limit, m.grace)
			p.AboutStop(s)
		case timed && limit < time.Millisecond:
			p.Report(s.Call, nil, "%s waits %v for requests in flight, "+noTime, s.Name, limit)
			p.AboutStop(s)
		case unbounded && p.Program.Unbounded(s) && p.Program.HoldsUp(s):
			p.Report(s.Call, nil, noLimit, s.Name)
			p.AboutStop(s)
		}
	}
	return ended
}

// checkUntimed reports the stops that take no context.
func checkUntimed(m *mender, unbounded bool) {
	p := m.Pass
	for _, s := range p.Program.Untimed() {
		if unawaited(p, s) || late(m, s) || !unbounded || p.Program.Reloads(s) || !p.Program.Endless(s) || !p.Program.HoldsUp(s) {
			continue
		}
		p.Report(s.Call, nil, noLimit, s.Name)
		p.AboutStop(s)
	}
}

// contextless reports s where it is given nil for a context that it asks while it waits.
func contextless(p *rule.Pass, s *program.Stop) bool {
	at := p.Program.Contextless(s)
	for _, e := range at {
		p.Report(e, nil, "%s is given nil for its context, so it panics as soon as it has to wait for a request, and requests in flight are lost", s.Name)
		p.AboutStop(s)
	}
	return len(at) > 0
}

// unawaited reports s where it is a stop in a goroutine after which main, or a hook, ends at
// once.
func unawaited(p *rule.Pass, s *program.Stop) bool {
	who := p.Program.Unawaited(s)
	if who == "" || p.Program.Reloads(s) {
		return false
	}
	reportUnawaited(p, s, who)
	p.AboutStop(s)
	return true
}

// reportUnawaited reports s, a stop in a goroutine after which who ends at once.
func reportUnawaited(p *rule.Pass, s *program.Stop, who string) {
	p.Report(s, nil, unwaited, who, s.Name)
}

// late reports s where it comes when the grace period is over.
func late(m *mender, s *program.Stop) bool {
	row := m.Program.RowOf(s)
	if !row.Told || row.Before < m.grace || m.Program.Reloads(s) {
		return false
	}
	m.Report(s.Call, nil, "%s is called %v after the signal, which is not within the platform's grace period of %v, so the program is killed before and requests in flight are lost", s.Name, row.Before, m.grace)
	m.AboutStop(s)
	return true
}

// endedBeside reports what ends the process while a stop waits for requests that begins
// at the same signal.
func endedBeside(p *rule.Pass) {
	seen := make(map[*ast.CallExpr]bool)
	report := func(exit *ast.CallExpr, begins string) bool {
		if exit == nil || seen[exit] {
			return false
		}
		seen[exit] = true
		p.Report(exit, nil, "this ends the process at the signal at which %s, so requests in flight are lost", begins)
		return true
	}
	for _, s := range slices.Concat(p.Program.Drains(), p.Program.Untimed()) {
		if report(p.Program.EndedBeside(s), s.Name+" begins at "+p.Program.At(s.Pos())) {
			p.AboutStop(s)
		}
		if at := p.Program.CutAt(s); at != "" {
			p.Report(s.Call, nil, "this is called in a goroutine at the signal (at %s), and the process ends there without waiting for %s, so requests in flight are lost", at, s.Name)
			p.AboutStop(s)
		}
	}
	for _, l := range p.Program.Listeners {
		if !l.Auxiliary() && report(p.Program.CutOff(l), "the drain of what is started at "+l.At+" begins") {
			p.About(l)
		}
	}
}

// checkGiven reports what is given to other packages for their drains, and stops that they
// are given, but for contexts of which it was said that they have ended. It returns the
// contexts of requests that it says are cut short.
func checkGiven(m *mender, ended map[ast.Expr]bool) (cut map[ast.Expr]bool) {
	p := m.Pass
	cut = make(map[ast.Expr]bool)
	for _, l := range p.Program.GivenLimits() {
		switch {
		case l.Time > 0 && l.Time < time.Millisecond:
			p.Report(l.Arg, nil, "%s waits %v for requests in flight (at %s), "+noTime, l.Stop, l.Time, l.At)
		case l.Time > m.grace:
			p.Report(l.Arg, nil, "%s waits up to %v for requests in flight (at %s), longer than the platform's grace period of %v, so the drain is killed", l.Stop, l.Time, l.At, m.grace)
		}
	}
	for _, g := range p.Program.GivenStops() {
		reportGiven(m, g)
	}
	for _, c := range p.Program.CutGiven() {
		if !ended[c.At] && !cut[c.At] {
			cut[c.At] = true
			p.Report(c.At, nil, "%s", cutShort(p, c, "the server's stop"))
		}
	}
	return cut
}

// reportGiven reports what is wrong with how another package calls what g is about.
func reportGiven(m *mender, g program.Given) {
	switch p := m.Pass; g.Harm {
	case program.Itself:
		p.Report(g.On, nil, "%s is called by a handler of the server that it stops (at %s), so it waits for itself", g.Name, g.At)
	case program.Cancelled:
		p.Report(g.On, nil, "requests run in the context that %s is given at %s, which ends before its server is stopped, so they are cancelled while the drain waits for them", g.Name, g.At)
	case program.Begun:
		p.Report(g.On, nil, "%s leaves its drain to a goroutine, and main ends without waiting for that (it is called at %s), so requests in flight are lost", g.Name, g.At)
	case program.Abandoned:
		p.Report(g.On, nil, "main ends without waiting for %s, which is called in a goroutine (at %s) and drains its server there, so requests in flight are lost", g.Name, g.At)
	case program.Soon:
		p.Report(g.On, nil, "%s returns as soon as its server is told to stop, and main ends without waiting for the drain, so requests in flight are lost", g.Name)
	case program.Exited:
		p.Report(g.By, nil, "this ends the process at the signal at which %s (called at %s) begins to drain its server, so requests in flight are lost", g.Name, g.At)
	case program.Timed:
		switch {
		case g.Ended:
			p.Report(g.On, m.revive(g.Stop), "the context given to %s at %s has already ended there, so it returns at once and requests in flight are lost", g.Name, g.At)
		case g.Limit > m.grace:
			p.Report(g.On, nil, "%s waits up to %v for requests in flight (at %s), longer than the platform's grace period of %v, so the drain is killed", g.Name, g.Limit, g.At, m.grace)
		}
	}
}
