package analyzers_test

import (
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/analyzers/internal/testkit"
)

// TestFrameworks runs all rules, also those that are off by default, over programs that use the real frameworks:
// each with its own mistakes, done well, and as the framework's users write
// them.
func TestFrameworks(t *testing.T) {
	if testing.Short() {
		t.Skip("loads ten frameworks and what they import from source")
	}
	for _, name := range []string{"chi", "gorilla", "gin", "echo", "fiber", "fasthttp", "grpc", "gozero", "kratos", "hertz"} {
		t.Run(name, func(t *testing.T) {
			as, err := analyzers.New(&analyzers.Options{Enable: off()})
			if err != nil {
				t.Fatal(err)
			}
			testkit.RunModule(t, filepath.Join(testkit.TestData(t), "mod", "fw_"+name), as)
		})
	}
}
