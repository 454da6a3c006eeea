package listenerr

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/testkit"
)

// driver makes the analyzers of the rule and of the directives over it.
func driver(opts *Options) []*analysis.Analyzer {
	cfg := &rule.Config{Brackets: new(bool)}
	model := program.New(program.Config{Tests: new(bool), Samples: new(bool)})
	a := New(opts).Analyzer(model, cfg)
	return []*analysis.Analyzer{a, rule.DirectiveAnalyzer(model, cfg, []*analysis.Analyzer{a}, []string{"listenerr", rule.Directive.Name})}
}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), driver(new(Options)), "listenerr/...")
}

// TestPlatform has a module for servers beside the program's, and cgo.
func TestPlatform(t *testing.T) {
	testkit.RunModule(t, filepath.Join(testkit.TestData(t), "mod", "listenerr_platform"), driver(new(Options)))
}
