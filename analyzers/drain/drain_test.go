package drain

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
	"github.com/portvet/portvet/analyzers/internal/testkit/stopped"
)

func module(t *testing.T, name string) string {
	return filepath.Join(testkit.TestData(t), "mod", name)
}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(New(new(Options)), false), "drain/...")
}

// TestOptions runs over programs that have other findings by default.
func TestOptions(t *testing.T) {
	testkit.RunModule(t, module(t, "drain_options"), alone.Rule(New(&Options{Grace: "10s", Unbounded: new(true)}), false))
}

// TestUnbounded has servers that are given neither a context nor a time, and drains for
// which others wait only for some time.
func TestUnbounded(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(New(&Options{Unbounded: new(true)}), false), "drain_unbounded/...")
}

// TestPlatform has a module for servers beside the program's, and cgo.
func TestPlatform(t *testing.T) {
	testkit.RunModule(t, module(t, "drain_platform"), alone.Rule(New(new(Options)), false))
}

// TestVersions has a version of a library of which a row does not hold.
func TestVersions(t *testing.T) {
	testkit.RunModule(t, module(t, "drain_versions"), alone.Rule(New(new(Options)), false))
}

// TestOlderGo has a program for a version of Go that lacks what fixes use.
func TestOlderGo(t *testing.T) {
	testkit.RunModule(t, module(t, "drain_go120"), alone.Rule(New(new(Options)), false))
}

func TestValidate(t *testing.T) {
	for grace, ok := range map[string]bool{"": true, "10s": true, "2m30s": true, "0s": false, "-1s": false, "10": false, "ten": false} {
		err := (&Options{Grace: grace}).Validate()
		if (err == nil) != ok {
			t.Errorf("grace %q: %v", grace, err)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "grace: ") {
			t.Errorf("grace %q: %v does not begin with the key", grace, err)
		}
	}
}

// TestPrograms runs programs that have a finding, and the same corrected: what
// the rule says of them is what they do.
func TestPrograms(t *testing.T) {
	dir := module(t, "drain_run")
	t.Run("findings", func(t *testing.T) { testkit.RunModule(t, dir, alone.Rule(New(new(Options)), false)) })
	tests := map[string]stopped.Outcome{
		"basecontext":      {Status: 0},
		"basecontextright": {Answered: true},
		"cancelled":        {Status: 0},
		"cancelledright":   {Answered: true},
		"deadline":         {Status: 1},
		"deadlineright":    {Answered: true},
		"fatal":            {Status: 1},
		"fatalright":       {Answered: true},
		"grouped":          {Status: 0},
		"groupedright":     {Answered: true},
		"itself":           {Status: 0},
		"itselfright":      {Answered: true},
		"library":          {Status: 0},
		"libraryright":     {Answered: true},
		"returns":          {Status: 0},
		"returnsright":     {Answered: true},
		"services":         {Status: 0},
		"servicesright":    {Answered: true},
		"told":             {Status: 0},
		"toldright":        {Answered: true},
		"wrongserver":      {Status: 0},
		"wrongserverright": {Answered: true},
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
