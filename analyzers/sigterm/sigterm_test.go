package sigterm

import (
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/stopped"
)

// driver makes the analyzers of the rule and of the directives over it.
func driver(opts *Options) []*analysis.Analyzer {
	cfg := &rule.Config{Brackets: new(bool)}
	model := program.New(program.Config{Tests: new(bool), Samples: new(bool)})
	a := New(opts).Analyzer(model, cfg)
	return []*analysis.Analyzer{a, rule.DirectiveAnalyzer(model, cfg, []*analysis.Analyzer{a}, []string{"sigterm", rule.Directive.Name})}
}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), driver(new(Options)), "sigterm/...")
}

// TestPlatform has a module for signals beside the program's, and cgo.
func TestPlatform(t *testing.T) {
	testkit.RunModule(t, filepath.Join(testkit.TestData(t), "mod", "sigterm_platform"), driver(new(Options)))
}

// TestPrograms runs programs that have a finding, and the same corrected: what
// the rule says of them is what they do.
func TestPrograms(t *testing.T) {
	dir := filepath.Join(testkit.TestData(t), "mod", "sigterm_run")
	t.Run("findings", func(t *testing.T) { testkit.RunModule(t, dir, driver(new(Options))) })
	tests := map[string]stopped.Outcome{
		"interrupt": {Status: -1, Signal: syscall.SIGTERM},
		"kill":      {Status: -1, Signal: syscall.SIGTERM},
		"terminate": {Answered: true},
	}
	t.Run("behaviour", func(t *testing.T) {
		bin := stopped.Build(t, dir)
		for name, want := range tests {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				if got := stopped.Run(t, filepath.Join(bin, name)); got != want {
					t.Errorf("got %+v, want %+v", got, want)
				}
			})
		}
	})
}
