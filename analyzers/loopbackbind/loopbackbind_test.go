package loopbackbind

import (
	"flag"
	"fmt"
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
	testkit.RunModule(t, dir, alone.Rule(New(&Options{Strict: new(true)}), false))
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
	if opts.Strict != nil {
		t.Error("strict is set before its flag is given")
	}
	for _, on := range []bool{true, false} {
		if err := fs.Parse([]string{fmt.Sprintf("-strict=%v", on)}); err != nil || *opts.Strict != on {
			t.Errorf("-strict=%v sets %v, %v", on, *opts.Strict, err)
		}
	}
}
