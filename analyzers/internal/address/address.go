// Package address knows what a listener listens on: the parts of its address,
// what they can be, why an address cannot mean what was intended, and whether
// two of them are one.
package address

import (
	"github.com/portvet/portvet/analyzers/internal/environment"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Checker looks at addresses in the light of what the package does with them.
type Checker struct {
	src *source.Package
	ev  *origin.Evaluator
	env *environment.Lookups
}

// New returns a checker for the addresses of a package.
func New(src *source.Package, ev *origin.Evaluator, env *environment.Lookups) *Checker {
	return &Checker{src: src, ev: ev, env: env}
}
