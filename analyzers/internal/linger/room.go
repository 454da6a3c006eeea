// Package linger knows who stays while a server drains: whether main, or the function that
// starts the server, waits for the end of its stops, and what is left behind of them.
package linger

import (
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Linger is who stays in a package while its servers drain.
type Linger struct {
	src     *source.Package
	ev      *origin.Evaluator
	ends    *ending.Endings
	waits   *heard.Hearing
	asked   *signals.Signals
	servers *server.Servers
}

// New returns who stays while servers drain.
func New(src *source.Package, ev *origin.Evaluator, waits *heard.Hearing, asked *signals.Signals, servers *server.Servers) *Linger {
	return &Linger{src: src, ev: ev, ends: waits.Endings, waits: waits, asked: asked, servers: servers}
}
