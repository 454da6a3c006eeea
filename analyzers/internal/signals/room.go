// Package signals knows what a program asks to hear of.
package signals

import (
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Signals is what a package does about signals.
type Signals struct {
	src   *source.Package
	ev    *origin.Evaluator
	cat   *catalog.Catalog
	waits *await.Waits
	facts Facts
	known *[]*Subscription     // see Subscriptions
	asked *[]*Subscription     // see Asked
	exits *[]Exit              // see Exits
	given *[]Exit              // see exitsGiven
	sat   map[*types.Func]bool // see SitsOut
}

// New returns what a package does about signals.
func New(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog, waits *await.Waits, facts Facts) *Signals {
	return &Signals{src: src, ev: ev, cat: cat, waits: waits, facts: facts, sat: make(map[*types.Func]bool)}
}
