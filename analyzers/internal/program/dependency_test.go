package program_test

import (
	"testing"

	"github.com/portvet/portvet/analyzers/internal/program"
)

// TestDependency: code of a module with a version is that of others where go
// has downloaded or vendored it, and one's own where it is a folder.
func TestDependency(t *testing.T) {
	for _, c := range []struct {
		version, path string
		want          bool
	}{
		{"", "/src/api/main.go", false},
		{"", "/src/vendor/api/main.go", false}, // a checkout may be anywhere
		{"v1.2.3", "/go/pkg/mod/example.com/kit@v1.2.3/kit.go", true},
		{"v1.2.3", "/go/pkg/mod/example.com/fork@v0.9.0/kit.go", true}, // replaced by another module
		{"v1.2.3", "/src/api/vendor/example.com/kit/kit.go", true},
		{"v1.2.3", "/src/kit/kit.go", false},
	} {
		if got := program.Dependency(c.version, c.path); got != c.want {
			t.Errorf("Dependency(%q, %q) = %v, want %v", c.version, c.path, got, c.want)
		}
	}
}
