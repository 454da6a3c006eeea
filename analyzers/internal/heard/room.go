// Package heard knows what becomes of the errors of starts: who hears of one, how it is
// kept from everybody, and which groups of goroutines go on without what has failed.
package heard

import (
	"go/ast"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Hearing tells, beside who waits for whom in a package, who hears of its errors.
type Hearing struct {
	*await.Waits
	src   *source.Package
	ev    *origin.Evaluator
	asked func(ast.Expr) bool // whether it waits for the program to be told to stop
}

// New returns who hears of the errors of a package. asked reports whether a receive from
// an expression waits for the program to be told to stop.
func New(src *source.Package, ev *origin.Evaluator, waits *await.Waits, asked func(ast.Expr) bool) *Hearing {
	return &Hearing{Waits: waits, src: src, ev: ev, asked: asked}
}
