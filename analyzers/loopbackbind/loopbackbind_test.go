package loopbackbind

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
)

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(New(new(Options)), false), "loopbackbind/...")
}

// TestStrict: strict also reports listeners beside others that can be reached.
func TestStrict(t *testing.T) {
	dir := filepath.Join(testkit.TestData(t), "mod", "loopbackbind_strict")
	testkit.RunModule(t, dir, alone.Rule(New(&Options{Strict: true}), false))
}

// TestDesktop: programs for somebody's own machine, with stubs of their libraries.
func TestDesktop(t *testing.T) {
	dir := filepath.Join(testkit.TestData(t), "mod", "loopbackbind_desktop")
	testkit.RunModule(t, dir, alone.Rule(New(new(Options)), false))
}

func TestFlag(t *testing.T) {
	opts := new(Options)
	fs := flag.NewFlagSet("loopbackbind", flag.ContinueOnError)
	New(opts).Flags(fs)
	if err := fs.Parse([]string{"-strict"}); err != nil || !opts.Strict {
		t.Errorf("-strict sets %v, %v", opts.Strict, err)
	}
}
