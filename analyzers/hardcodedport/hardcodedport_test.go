package hardcodedport

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
)

// TestRule runs all programs of one module. Ports 9443 and 9444 are allowed,
// and only the case "allow" uses them.
func TestRule(t *testing.T) {
	opts := &Options{Allow: []int{9443, 9444}}
	testkit.Run(t, testkit.TestData(t), alone.Rule(New(opts), false), "hardcodedport/...")
}

func module(t *testing.T, name string) string {
	t.Helper()
	return filepath.Join(testkit.TestData(t), "mod", name)
}

// TestModules: a literal is followed through functions of two other modules.
func TestModules(t *testing.T) {
	testkit.RunModule(t, module(t, "hardcodedport"), alone.Rule(New(new(Options)), false))
}

// TestOldGo: fixes in a module whose Go has no cmp.Or.
func TestOldGo(t *testing.T) {
	testkit.RunModule(t, module(t, "hardcodedport_go121"), alone.Rule(New(new(Options)), false))
}

// TestProtocols: servers of libraries that know their protocol's port.
func TestProtocols(t *testing.T) {
	testkit.RunModule(t, module(t, "hardcodedport_protocols"), alone.Rule(New(new(Options)), false))
}

// TestCgo: positions are those of the source, not of what cgo makes of it.
func TestCgo(t *testing.T) {
	testkit.RunModule(t, module(t, "hardcodedport_cgo"), alone.Rule(New(new(Options)), false))
}

// TestTestsAndSamples: -tests and -samples include what is left out otherwise.
func TestTestsAndSamples(t *testing.T) {
	testkit.RunModule(t, module(t, "hardcodedport_all"), alone.Rule(New(new(Options)), true))
}

func TestValidate(t *testing.T) {
	for _, c := range []struct {
		allow []int
		want  string // part of the error
	}{
		{nil, ""},
		{[]int{0, 53, 65535}, ""},
		{[]int{53, 65536}, "allow[1]: 65536"},
		{[]int{-1}, "allow[0]: -1"},
	} {
		err := (&Options{Allow: c.allow}).Validate()
		switch {
		case c.want == "" && err != nil:
			t.Errorf("Validate(%v) = %v", c.allow, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("Validate(%v) = %v, want %q", c.allow, err, c.want)
		}
	}
}

func TestFlag(t *testing.T) {
	opts := new(Options)
	fs := flag.NewFlagSet("hardcodedport", flag.ContinueOnError)
	fs.SetOutput(new(strings.Builder))
	New(opts).Flags(fs)
	if err := fs.Parse([]string{"-allow=53,443"}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(opts.Allow, []int{53, 443}) {
		t.Errorf("-allow=53,443 sets %v", opts.Allow)
	}
	if err := fs.Parse([]string{"-allow=http"}); err == nil {
		t.Error("-allow=http is accepted")
	}
}
