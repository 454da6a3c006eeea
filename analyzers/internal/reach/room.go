// Package reach knows what is never reached: code behind a wait for what never comes,
// behind what blocks for good, or behind an exit.
package reach

import (
	"github.com/portvet/portvet/analyzers/internal/contexts"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Reach tells what is never reached, beside how the functions of a package end and what
// they tell others.
type Reach struct {
	*ending.Endings
	*contexts.Contexts
	*notice.Notices
	src *source.Package
	ev  *origin.Evaluator
}

// New returns what is never reached in a package.
func New(src *source.Package, ev *origin.Evaluator, ends *ending.Endings) *Reach {
	return &Reach{Endings: ends, Contexts: contexts.New(src, ends), Notices: notice.New(src, ends), src: src, ev: ev}
}
