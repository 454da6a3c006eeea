// Package await knows who waits for whom: which channel, group or context an
// expression is, what a goroutine says when it is done, whether func main ends
// before that, and what is never reached.
package await

import (
	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Waits tells, beside how the functions of a package end, who waits for whom.
type Waits struct {
	*ending.Endings
	*contexts.Contexts
	src  *source.Package
	ev   *origin.Evaluator
	told map[telling]identity.Identity // see tellsAll
}

// New returns who waits for whom in a package.
func New(src *source.Package, ev *origin.Evaluator, ends *ending.Endings) *Waits {
	return &Waits{Endings: ends, Contexts: contexts.New(src, ends), src: src, ev: ev, told: make(map[telling]identity.Identity)}
}
