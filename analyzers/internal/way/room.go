// Package way knows how functions lead to what they open: whether it is opened at every
// call, beside what, and whether the function then waits.
package way

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Ways tells how functions lead to what they open.
type Ways struct {
	src    *source.Package
	ev     *origin.Evaluator
	ends   *ending.Endings
	facts  ending.Facts
	opener Opener
}

// New returns the ways to what opener opens.
func New(src *source.Package, ev *origin.Evaluator, ends *ending.Endings, facts ending.Facts, opener Opener) *Ways {
	return &Ways{src: src, ev: ev, ends: ends, facts: facts, opener: opener}
}

// Opener tells what a package opens.
type Opener interface {
	// Leads returns the starts that a call of fn leads to.
	Leads(fn *types.Func) []*ending.Start
	// StartsServer reports whether call itself starts a server.
	StartsServer(call *ast.CallExpr) bool
}
