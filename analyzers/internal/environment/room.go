// Package environment knows what a program reads from its environment.
package environment

import (
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Facts is what is known of other packages.
type Facts interface {
	// LooksUp reports whether pkg, or what it imports, looks variables up.
	LooksUp(pkg *types.Package) bool
}

// Reader finds what a package reads.
type Reader struct {
	src   *source.Package
	ev    *origin.Evaluator
	cat   *catalog.Catalog
	ends  *ending.Endings
	facts Facts
}

// NewReader returns a reader for a package.
func NewReader(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog, ends *ending.Endings, facts Facts) *Reader {
	return &Reader{src: src, ev: ev, cat: cat, ends: ends, facts: facts}
}
