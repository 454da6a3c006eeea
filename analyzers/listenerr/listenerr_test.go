package listenerr

import (
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
)

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(New(new(Options)), false), "listenerr/...")
}

// TestStopped asks for stops that are taken for failures, too.
func TestStopped(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(New(&Options{Stopped: new(true)}), false), "listenerr_stopped")
}

// TestPlatform has a module for servers beside the program's, and cgo.
func TestPlatform(t *testing.T) {
	testkit.RunModule(t, filepath.Join(testkit.TestData(t), "mod", "listenerr_platform"), alone.Rule(New(new(Options)), false))
}
