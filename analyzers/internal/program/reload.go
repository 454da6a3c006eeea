package program

import (
	"go/ast"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/signals"
)

// Reloads reports whether s stops a server for another to take its place, and
// not the program: the platform waits for nothing then. A server is started
// again in the loop that s is in, or s is what is done about a signal that asks
// for a reload.
func (p *Program) Reloads(s *server.Stop) bool {
	if s.Call == nil {
		return false
	}
	if loop := p.GoesRound(s.Call); loop != nil && slices.ContainsFunc(p.Listeners, func(l *listener.Listener) bool {
		return l.Serves && l.Node != nil && loop.Body.Pos() <= l.Node.Pos() && l.Node.End() <= loop.Body.End()
	}) {
		return true
	}
	for _, c := range p.Conditions(s.Call) {
		if !c.Not && len(c.Is) > 0 && !slices.ContainsFunc(c.Is, func(e ast.Expr) bool { return !signals.Reloading(p.Signal(e)) }) {
			return true
		}
	}
	return p.BehindReload(s.Call)
}
