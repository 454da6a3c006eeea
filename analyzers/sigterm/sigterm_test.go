package sigterm

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
	"github.com/portvet/portvet/analyzers/internal/testkit/stopped"
)

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(New(new(Options)), false), "sigterm/...")
}

// TestPlatform has a module for signals beside the program's, and cgo.
func TestPlatform(t *testing.T) {
	testkit.RunModule(t, filepath.Join(testkit.TestData(t), "mod", "sigterm_platform"), alone.Rule(New(new(Options)), false))
}

// TestPrograms runs programs that have a finding, and the same corrected: what
// the rule says of them is what they do.
func TestPrograms(t *testing.T) {
	dir := filepath.Join(testkit.TestData(t), "mod", "sigterm_run")
	t.Run("findings", func(t *testing.T) { testkit.RunModule(t, dir, alone.Rule(New(new(Options)), false)) })
	tests := map[string]stopped.Outcome{
		"interrupt": {Status: -1, Signal: syscall.SIGTERM},
		"kill":      {Status: -1, Signal: syscall.SIGTERM},
		"terminate": {Answered: true},
	}
	t.Run("behaviour", func(t *testing.T) {
		bin := stopped.Build(t, dir)
		for name, want := range tests {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				if got := stopped.Run(t, filepath.Join(bin, name)); got != want {
					t.Errorf("got %+v, want %+v", got, want)
				}
			})
		}
	})
}
