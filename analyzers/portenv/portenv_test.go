package portenv_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/portenv"
)

// analyzers makes the rule, which looks at tests and samples too if all is set.
func analyzers(all bool, opts portenv.Options) []*analysis.Analyzer {
	model := program.New(program.Config{Tests: &all, Samples: &all})
	cfg := &rule.Config{Brackets: new(bool)}
	return []*analysis.Analyzer{portenv.New(&opts).Analyzer(model, cfg)}
}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), analyzers(false, portenv.Options{}), "portenv/...")
}

func TestModules(t *testing.T) {
	tests := []struct {
		dir  string
		all  bool
		opts portenv.Options
	}{
		{dir: "portenv_options", opts: portenv.Options{Names: []string{"PORT"}, Accept: []string{"flag"}}},
		{dir: "portenv_accept", all: true, opts: portenv.Options{Accept: []string{"config"}}},
		{dir: "portenv_platform"},
		{dir: "portenv_libraries"},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			dir := filepath.Join(testkit.TestData(t), "mod", tt.dir)
			testkit.RunModule(t, dir, analyzers(tt.all, tt.opts))
		})
	}
}

func TestValidate(t *testing.T) {
	tests := []struct {
		opts portenv.Options
		want string
	}{
		{portenv.Options{}, ""},
		{portenv.Options{Names: []string{"PORT", "http_port"}, Accept: []string{"flag", "config"}}, ""},
		{portenv.Options{Accept: []string{"flag", "file"}}, `accept[1]: unknown origin "file"; use flag or config`},
		{portenv.Options{Accept: []string{""}}, `accept[0]: unknown origin ""; use flag or config`},
		{portenv.Options{Names: []string{""}}, `names[0]: "" is not the name of an environment variable`},
		{portenv.Options{Names: []string{"PORT", "MY PORT"}}, `names[1]: "MY PORT" is not the name of an environment variable`},
		{portenv.Options{Names: []string{"PORT=8080"}}, `names[0]: "PORT=8080" is not the name of an environment variable`},
	}
	for _, tt := range tests {
		got := ""
		if err := tt.opts.Validate(); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.opts, got, tt.want)
		}
	}
}
