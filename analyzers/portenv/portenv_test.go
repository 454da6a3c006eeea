package portenv_test

import (
	"path/filepath"
	"testing"

	"github.com/portvet/portvet/analyzers/internal/testkit"
	"github.com/portvet/portvet/analyzers/internal/testkit/alone"
	"github.com/portvet/portvet/analyzers/portenv"
)

// environment asks for the environment and takes nothing else for enough.
var environment = portenv.Options{Accept: []string{}}

func TestRule(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(portenv.New(&environment), false), "portenv/...")
}

// TestDefault: by default a flag is enough, and a file is not.
func TestDefault(t *testing.T) {
	testkit.Run(t, testkit.TestData(t), alone.Rule(portenv.New(new(portenv.Options)), false), "portenv_default/...")
}

func TestModules(t *testing.T) {
	tests := []struct {
		dir  string
		all  bool
		opts portenv.Options
	}{
		{dir: "portenv_options", opts: portenv.Options{Names: []string{"PORT"}, Accept: []string{"flag"}}},
		{dir: "portenv_accept", all: true, opts: portenv.Options{Accept: []string{"config"}}},
		{dir: "portenv_platform", opts: environment},
		{dir: "portenv_libraries", opts: environment},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			dir := filepath.Join(testkit.TestData(t), "mod", tt.dir)
			testkit.RunModule(t, dir, alone.Rule(portenv.New(&tt.opts), tt.all))
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
