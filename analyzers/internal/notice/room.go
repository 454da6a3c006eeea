// Package notice knows how goroutines tell others that they are done: the channels that
// they close or send on, the groups that they are counted in, the contexts that they
// cancel, and who can see those.
package notice

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Notices tells what the functions of a package tell others.
type Notices struct {
	src  *source.Package
	ends *ending.Endings
	told map[telling]identity.Identity // see tellsAll

	asking map[*types.Var]bool // see offered

	// CallsGiven, if it is not nil, reports whether a call is of what an exported function of
	// the package is given, who knows what that tells.
	CallsGiven func(*ast.CallExpr) bool
}

// New returns what the functions of a package tell others.
func New(src *source.Package, ends *ending.Endings) *Notices {
	return &Notices{src: src, ends: ends, told: make(map[telling]identity.Identity), asking: make(map[*types.Var]bool)}
}
