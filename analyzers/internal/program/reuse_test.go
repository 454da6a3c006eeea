package program_test

import (
	"go/ast"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/testkit"
)

// TestReuse: listeners whose port other sockets may have too, here and when
// they are made by a function of another package.
func TestReuse(t *testing.T) {
	model := program.New(program.Config{Tests: new(bool), Samples: new(bool)})
	shared := &analysis.Analyzer{
		Name:     "shared",
		Doc:      "shared: report listeners with a shared port",
		Requires: []*analysis.Analyzer{model},
		Run: func(pass *analysis.Pass) (any, error) {
			for _, l := range pass.ResultOf[model].(*program.Program).Listeners {
				if l.Reuse {
					report(pass, l.Node)
				}
			}
			return nil, nil
		},
	}
	testkit.Run(t, testkit.TestData(t), []*analysis.Analyzer{shared}, "reuse/...")
}

func report(pass *analysis.Pass, n ast.Node) { pass.Reportf(n.Pos(), "the port may be shared") }
