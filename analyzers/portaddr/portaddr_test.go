package portaddr_test

import (
	"flag"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/portaddr"
)

// analyzers makes the rule, which looks at tests and samples too if all is set.
func analyzers(all bool, opts portaddr.Options) []*analysis.Analyzer {
	model := program.New(program.Config{Tests: &all, Samples: &all})
	cfg := &rule.Config{Brackets: new(bool)}
	return []*analysis.Analyzer{portaddr.New(&opts).Analyzer(model, cfg)}
}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), analyzers(false, portaddr.Options{}), "portaddr/...")
}

func TestModules(t *testing.T) {
	tests := []struct {
		dir  string
		all  bool
		opts portaddr.Options
	}{
		{dir: "portaddr_platform"},
		{dir: "portaddr_cgo", all: true},
		{dir: "portaddr_ipv6", opts: portaddr.Options{IPv6: true}},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			dir := filepath.Join(testkit.TestData(t), "mod", tt.dir)
			testkit.RunModule(t, dir, analyzers(tt.all, tt.opts))
		})
	}
}

func TestFlag(t *testing.T) {
	opts := new(portaddr.Options)
	fs := flag.NewFlagSet("portaddr", flag.ContinueOnError)
	portaddr.New(opts).Flags(fs)
	if err := fs.Parse([]string{"-ipv6"}); err != nil {
		t.Fatal(err)
	}
	if !opts.IPv6 {
		t.Error("-ipv6 sets nothing")
	}
}
