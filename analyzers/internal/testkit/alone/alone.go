// Package alone makes the analyzers with which a rule is tested by itself.
package alone

import (
	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
)

// Rule returns r and the directives over it; all includes tests and samples.
func Rule(r rule.Rule, all bool) []*analysis.Analyzer {
	cfg := &rule.Config{Brackets: new(bool)}
	model := program.New(program.Config{Tests: &all, Samples: &all})
	a := r.Analyzer(model, cfg)
	// Programs name other rules in their directives too.
	known := []string{"hardcodedport", "loopbackbind", "portenv", "noshutdown", r.Name, rule.Directive.Name}
	return []*analysis.Analyzer{a, rule.DirectiveAnalyzer(model, cfg, []*analysis.Analyzer{a}, known)}
}
