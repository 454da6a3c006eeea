package nohealth_test

import (
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
	"github.com/portvet/portvet/analyzers/nohealth"
)

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(nohealth.New(new(nohealth.Options)), false), "nohealth/...")
}

// TestModules has what GOPATH-style trees cannot have: code of others.
func TestModules(t *testing.T) {
	for _, dir := range []string{"nohealth_frameworks"} {
		t.Run(dir, func(t *testing.T) {
			testkit.RunModule(t, filepath.Join(testkit.TestData(t), "mod", dir), alone.Rule(nohealth.New(new(nohealth.Options)), false))
		})
	}
}
