package portaddr_test

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
	"github.com/portvet/portvet/analyzers/portaddr"
)

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(portaddr.New(&portaddr.Options{}), false), "portaddr/...")
}

func TestModules(t *testing.T) {
	tests := []struct {
		dir  string
		all  bool
		opts portaddr.Options
	}{
		{dir: "portaddr_platform"},
		{dir: "portaddr_cgo", all: true},
		{dir: "portaddr_ipv6", opts: portaddr.Options{IPv6: new(true)}},
		{dir: "portaddr_links", opts: portaddr.Options{ServiceLinks: new(true)}},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			dir := filepath.Join(testkit.TestData(t), "mod", tt.dir)
			testkit.RunModule(t, dir, alone.Rule(portaddr.New(&tt.opts), tt.all))
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
	if opts.IPv6 == nil || !*opts.IPv6 {
		t.Error("-ipv6 sets nothing")
	}
}
