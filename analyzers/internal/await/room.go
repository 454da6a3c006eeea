// Package await knows who waits for whom: whether func main ends before a piece of work
// does, and what is never reached.
package await

import (
	"go/ast"

	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Waits tells who waits for whom, beside how the functions of a package end and what they
// tell others.
type Waits struct {
	*ending.Endings
	*contexts.Contexts
	*notice.Notices
	src   *source.Package
	ev    *origin.Evaluator
	given *given                // see givenOut
	heard map[ast.Node][]string // see heardIn
}

// New returns who waits for whom in a package.
func New(src *source.Package, ev *origin.Evaluator, ends *ending.Endings) *Waits {
	return &Waits{Endings: ends, Contexts: contexts.New(src, ends), Notices: notice.New(src, ends), src: src, ev: ev, heard: make(map[ast.Node][]string)}
}
