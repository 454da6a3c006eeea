package rule

import (
	"flag"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
)

// shared is what the analyzers that the rules' packages export have in common:
// the options that hold for all rules, and one model of the package, which is
// the dearest part of the analysis.
var shared struct {
	tests, samples, strict bool
	listeners              []string
}

// sharedConfig is the configuration of exported analyzers: their drivers name
// the analyzer beside each message.
var sharedConfig = &Config{Brackets: new(bool), Strict: &shared.strict}

var sharedModel = program.New(program.Config{
	Tests:   &shared.tests,
	Samples: &shared.samples,
	Own:     &shared.listeners,
})

// Exported makes the analyzer of r that its package exports, for drivers that
// take analyzers one by one, such as Bazel's nogo. Call it once for each rule,
// when the program is initialised.
//
// Beside the rule's own flags the analyzer has -tests, -samples, -strict and
// -listener. Those hold for the exported analyzers of all rules, whichever is
// given them. A rule that has an option strict of its own keeps that.
func (r Rule) Exported() *analysis.Analyzer {
	a := r.Analyzer(sharedModel, sharedConfig)
	a.Flags.BoolVar(&shared.tests, "tests", false, "report findings in _test.go files too (all rules)")
	a.Flags.BoolVar(&shared.samples, "samples", false, "report findings in tests' helpers, mocks, samples and demos too (all rules)")
	if a.Flags.Lookup("strict") == nil {
		a.Flags.BoolVar(&shared.strict, "strict", false, "switch on what is optional, where nothing else is said of it (all rules)")
	}
	a.Flags.Var(Listener(&shared.listeners), "listener", "an API of your own, as a `row` of the catalogue, several divided by lines; may be repeated (all rules)")
	return a
}

// ExportedDirective makes the analyzer of the rule Directive over exported
// analyzers of other rules.
func ExportedDirective(rules ...*analysis.Analyzer) *analysis.Analyzer {
	var known []string
	for _, a := range rules {
		known = append(known, a.Name)
	}
	return DirectiveAnalyzer(sharedModel, sharedConfig, rules, append(known, Directive.Name))
}

// Listener returns a flag value that adds rows of the catalogue to *rows. A
// row may have semicolons for blanks, which survive a shell that splits words;
// a value may have several rows, on a line each, for drivers that give a flag
// only once.
func Listener(rows *[]string) flag.Value { return (*listenerFlag)(rows) }

type listenerFlag []string

func (l *listenerFlag) String() string {
	if l == nil {
		return ""
	}
	return strings.Join(*l, "\n")
}

func (l *listenerFlag) Set(s string) error {
	rows := slices.Clone([]string(*l))
	for row := range strings.Lines(s) {
		if row = strings.TrimSpace(strings.ReplaceAll(row, ";", " ")); row != "" && !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	if err := program.CheckRows(rows); err != nil {
		return err
	}
	*l = rows
	return nil
}
