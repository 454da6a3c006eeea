package analyzers_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/portvet/portvet/analyzers"
)

// TestSideBySide: drivers run the rules of a package side by side, on one
// model that finds answers when it is asked. The race detector watches, and
// what is found does not depend on who asks first.
func TestSideBySide(t *testing.T) {
	rules, err := analyzers.New(&analyzers.Options{Enable: []string{"nohealth"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"sample", "golangci/corpus"} {
		t.Run(dir, func(t *testing.T) {
			pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: filepath.Join("../testdata", dir)}, "./...")
			if err != nil || packages.PrintErrors(pkgs) > 0 {
				t.Fatalf("loading: %v", err)
			}
			sideBySide(t, rules, pkgs)
		})
	}
}

// sideBySide runs rules on pkgs again and again.
func sideBySide(t *testing.T, rules []*analysis.Analyzer, pkgs []*packages.Package) {
	var first []string
	for range 5 {
		slices.Reverse(rules) // drivers start them in this order
		found := findings(t, rules, pkgs)
		if first == nil {
			first = found
		}
		if len(found) == 0 || !slices.Equal(found, first) {
			t.Errorf("findings differ between runs:\n%q\n%q", first, found)
		}
	}
}

// findings runs rules on pkgs and returns what they report, sorted.
func findings(t *testing.T, rules []*analysis.Analyzer, pkgs []*packages.Package) []string {
	t.Helper()
	graph, err := checker.Analyze(rules, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s: %v", act, act.Err)
		}
		for _, d := range act.Diagnostics {
			out = append(out, fmt.Sprintf("%s: %s (%s)", act.Package.Fset.Position(d.Pos), d.Message, act.Analyzer.Name))
		}
	}
	slices.Sort(out)
	return out
}
