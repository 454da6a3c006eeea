package portconflict_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/portconflict"
)

// analyzers makes the rule, which looks at tests and samples too if all is set.
func analyzers(all bool) []*analysis.Analyzer {
	model := program.New(program.Config{Tests: &all, Samples: &all})
	cfg := &rule.Config{Brackets: new(bool)}
	return []*analysis.Analyzer{portconflict.New(new(portconflict.Options)).Analyzer(model, cfg)}
}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), analyzers(false), "portconflict/...")
}

func TestModules(t *testing.T) {
	tests := []struct {
		dir string
		all bool
	}{
		{dir: "portconflict_platform"},
		{dir: "portconflict_cgo", all: true},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			dir := filepath.Join(testkit.TestData(t), "mod", tt.dir)
			testkit.RunModule(t, dir, analyzers(tt.all))
		})
	}
}
