package analyzers_test

import (
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/analyzers/internal/testkit"
)

// TestFixesTogether applies the fixes of several rules to one file.
func TestFixesTogether(t *testing.T) {
	for _, dir := range []string{"fixes", "fixes_go121"} {
		t.Run(dir, func(t *testing.T) {
			as, err := analyzers.New(&analyzers.Options{Disable: []string{"noshutdown", "listenerr", "drain", "portenv"}})
			if err != nil {
				t.Fatal(err)
			}
			testkit.RunModule(t, filepath.Join(testkit.TestData(t), "mod", dir), as)
		})
	}
}
