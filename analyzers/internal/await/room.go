// Package await knows who waits for whom: whether func main ends before a piece of work
// does.
package await

import (
	"go/ast"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/reach"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Waits tells who waits for whom, beside what is never reached.
type Waits struct {
	*reach.Reach
	src     *source.Package
	ev      *origin.Evaluator
	given   *given                // see givenOut
	heard   map[ast.Node][]string // see heardIn
	apartIn map[ast.Node]bool     // by the bodies of functions, see apart
}

// New returns who waits for whom in a package.
func New(src *source.Package, ev *origin.Evaluator, ends *ending.Endings) *Waits {
	aw := &Waits{Reach: reach.New(src, ev, ends), src: src, ev: ev, heard: make(map[ast.Node][]string), apartIn: make(map[ast.Node]bool)}
	aw.CallsGiven = aw.callsGiven
	return aw
}
