// Package invoked knows the functions of a package that a library calls: those of commands,
// the hooks of lifecycles, and handlers of requests.
package invoked

import (
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Invocations tells which functions libraries call.
type Invocations struct {
	src *source.Package
	ev  *origin.Evaluator

	methods *[]commandMethod // see commandMethods
}

// New returns what libraries call of a package.
func New(src *source.Package, ev *origin.Evaluator) *Invocations {
	return &Invocations{src: src, ev: ev}
}
