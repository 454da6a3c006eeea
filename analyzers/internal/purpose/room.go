// Package purpose knows what listeners are for: this machine only, the operator of the
// process, whoever works on the program.
package purpose

import (
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Purposes is what the listeners of a package are for.
type Purposes struct {
	src   *source.Package
	ev    *origin.Evaluator
	found *listener.Finder
}

// New returns what the listeners are for that were found.
func New(src *source.Package, ev *origin.Evaluator, found *listener.Finder) *Purposes {
	return &Purposes{src: src, ev: ev, found: found}
}
