package loopbackbind

import (
	"flag"
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
	known := []string{"hardcodedport", "loopbackbind", "portenv", "noshutdown", rule.Directive.Name}
	return []*analysis.Analyzer{a, rule.DirectiveAnalyzer(model, cfg, []*analysis.Analyzer{a}, known)}
}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), driver(new(Options)), "loopbackbind/...")
}

// TestStrict: strict also reports listeners beside others that can be reached.
func TestStrict(t *testing.T) {
	dir := filepath.Join(testkit.TestData(t), "mod", "loopbackbind_strict")
	testkit.RunModule(t, dir, driver(&Options{Strict: true}))
}

// TestDesktop: programs for somebody's own machine, with stubs of their libraries.
func TestDesktop(t *testing.T) {
	dir := filepath.Join(testkit.TestData(t), "mod", "loopbackbind_desktop")
	testkit.RunModule(t, dir, driver(new(Options)))
}

func TestFlag(t *testing.T) {
	opts := new(Options)
	fs := flag.NewFlagSet("loopbackbind", flag.ContinueOnError)
	New(opts).Flags(fs)
	if err := fs.Parse([]string{"-strict"}); err != nil || !opts.Strict {
		t.Errorf("-strict sets %v, %v", opts.Strict, err)
	}
}
