package program

import (
	"github.com/portvet/portvet/analyzers/internal/server"
)

// commands are the commands of imported packages, as this one settles them.
type commands struct {
	unended []server.Unended
	left    []server.Command
}

// UnendedCommands returns the commands that this package runs with a context that never ends,
// while nothing but that stops the server which they start.
func (p *Program) UnendedCommands() []server.Unended { return p.commands.unended }

// ownCommands returns the commands of this package that start a server for users, and of
// which others know the context.
func (p *Program) ownCommands() (all []server.Command) {
	for _, l := range p.Listeners {
		if !l.Serves || l.Auxiliary() || l.Exporter() || p.LocalByDesign(l) || p.ForDeveloper(l) || p.Brief(l) != "" {
			continue
		}
		if c := p.Servers.CommandOf(&l.Running); c != nil {
			c.API, c.At = l.API, l.At
			all = append(all, *c)
		}
	}
	return all
}
