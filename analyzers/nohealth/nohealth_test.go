package nohealth_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/nohealth"
)

func analyzers() []*analysis.Analyzer {
	model := program.New(program.Config{Tests: new(bool), Samples: new(bool)})
	cfg := &rule.Config{Brackets: new(bool)}
	return []*analysis.Analyzer{nohealth.New(new(nohealth.Options)).Analyzer(model, cfg)}
}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), analyzers(), "nohealth/...")
}

// TestModules has what GOPATH-style trees cannot have: code of others.
func TestModules(t *testing.T) {
	for _, dir := range []string{"nohealth_frameworks"} {
		t.Run(dir, func(t *testing.T) {
			testkit.RunModule(t, filepath.Join(testkit.TestData(t), "mod", dir), analyzers())
		})
	}
}
