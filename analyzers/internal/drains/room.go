// Package drains knows what the drains of servers are given: their contexts and time limits,
// and which requests are cut off before a drain has begun.
package drains

import (
	"go/ast"
	"go/types"
	"time"

	"github.com/portvet/portvet/analyzers/internal/base"
	"github.com/portvet/portvet/analyzers/internal/clock"
	"github.com/portvet/portvet/analyzers/internal/heard"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/signals"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Draining is what the drains of a package are given.
type Draining struct {
	src     *source.Package
	ev      *origin.Evaluator
	waits   *heard.Hearing
	asked   *signals.Signals
	clock   *clock.Clock
	base    *base.Bases
	servers *server.Servers

	drains  *[]*server.Stop        // see Drains
	parts   []*server.Stop         // such by way of interfaces, of which package supervisor tells
	based   *[]*basis              // see bases
	leading map[*ast.CallExpr]bool // see leads
}

// New returns what the drains of servers are given. elsewhere tells of functions of
// other packages.
func New(src *source.Package, ev *origin.Evaluator, waits *heard.Hearing, asked *signals.Signals, bases *base.Bases, servers *server.Servers, elsewhere clock.Elsewhere) *Draining {
	d := &Draining{src: src, ev: ev, waits: waits, asked: asked, base: bases, servers: servers}
	d.clock = clock.New(src, ev, waits.Endings, asked, elsewhere, d.leads)
	return d
}

// Lasts returns how long calls of fn, of this package, last at least.
func (d *Draining) Lasts(fn *types.Func) time.Duration { return d.clock.Lasts(fn) }

// ReturnsEnded reports whether the context that fn, of this package, returns first has ended.
func (d *Draining) ReturnsEnded(fn *types.Func) bool { return d.clock.ReturnsEnded(fn) }
