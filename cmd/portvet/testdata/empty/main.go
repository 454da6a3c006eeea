// Empty is a vet tool whose only analyzer does nothing but have a fact type,
// so that go vet runs it on every dependency, as it does portvet. Benchmarks
// compare portvet with it.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/analysis/unitchecker"
)

func main() {
	unitchecker.Main(&analysis.Analyzer{
		Name:      "empty",
		Doc:       "empty: do nothing.",
		Requires:  []*analysis.Analyzer{inspect.Analyzer},
		FactTypes: []analysis.Fact{new(emptyFact)},
		Run:       func(*analysis.Pass) (any, error) { return nil, nil },
	})
}

// emptyFact is never exported.
type emptyFact struct{}

func (*emptyFact) AFact() {}
