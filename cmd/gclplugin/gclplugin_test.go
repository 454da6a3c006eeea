package gclplugin_test

import (
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers"
	_ "github.com/portvet/portvet/cmd/gclplugin"
)

// newPlugin makes the plugin the way golangci-lint does: by its name.
func newPlugin(t *testing.T, settings any) (register.LinterPlugin, error) {
	t.Helper()
	newPlugin, err := register.GetPlugin("portvet")
	if err != nil {
		t.Fatal(err)
	}
	return newPlugin(settings)
}

func TestSettings(t *testing.T) {
	tests := []struct {
		name     string
		settings any
		without  string // a rule that is not among the analyzers
		with     string // one that is, though it is off by default
	}{
		{"none", nil, "", ""},
		{"empty", map[string]any{}, "", ""},
		{"all rules", map[string]any{"tests": true, "samples": true}, "", ""},
		{"one rule", map[string]any{"hardcodedport": map[string]any{"allow": []any{53, 80}}}, "", ""},
		{"exclude", map[string]any{"exclude": []any{map[string]any{"path": "internal/**", "rules": []any{"drain"}}}}, "", ""},
		{"disable", map[string]any{"disable": []any{"portenv"}}, "portenv", ""},
		{"enable", map[string]any{"enable": []any{"nohealth"}}, "", "nohealth"},
		{"both", map[string]any{"enable": []any{"nohealth"}, "disable": []any{"noshutdown"}}, "noshutdown", "nohealth"},
		{"strict", map[string]any{"strict": true}, "", "nohealth"},
		{"strict with settings", map[string]any{"strict": true, "drain": map[string]any{"unbounded": false}, "disable": []any{"nohealth"}}, "nohealth", ""},
		{"listeners", map[string]any{"listeners": []any{
			"serve example.com/kit.Run addr=0 stop=none",
			"server example.com/kit.Server stop=Drain abrupt=Kill",
			"env example.com/kit.Getenv key=0 default=1",
			"route example.com/kit.Route mux=0 pattern=1 handler=2",
			"signal example.com/kit.OnTerm caught=SIGTERM callback=0",
		}}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := newPlugin(t, tt.settings)
			if err != nil {
				t.Fatal(err)
			}
			if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
				t.Errorf("load mode %q: the rules need types", mode)
			}
			as, err := p.BuildAnalyzers()
			if err != nil {
				t.Fatal(err)
			}
			if err := analysis.Validate(as); err != nil {
				t.Error(err)
			}
			got := make(map[string]bool)
			for _, a := range as {
				got[a.Name] = true
			}
			for _, r := range analyzers.Rules() {
				if want := r.Name == tt.with || r.Default && r.Name != tt.without; got[r.Name] != want {
					t.Errorf("rule %s runs: %v, want %v", r.Name, got[r.Name], want)
				}
			}
		})
	}
}

func TestBadSettings(t *testing.T) {
	tests := []struct {
		name     string
		settings any
		want     string
	}{
		{"unknown key", map[string]any{"test": true}, `unknown field "test"`},
		{"unknown key of a rule", map[string]any{"hardcodedport": map[string]any{"alow": []any{80}}}, `unknown field "alow"`},
		{"wrong type", map[string]any{"tests": "maybe"}, "Options.tests"},
		{"strict of the wrong type", map[string]any{"strict": "yes"}, "Options.strict"},
		{"option of the wrong type", map[string]any{"drain": map[string]any{"unbounded": "no"}}, "drain.unbounded"},
		{"no port", map[string]any{"hardcodedport": map[string]any{"allow": []any{70000}}}, "hardcodedport.allow"},
		{"unknown rule", map[string]any{"disable": []any{"nosuch"}}, `disable: unknown rule "nosuch"`},
		{"unknown rule to enable", map[string]any{"enable": []any{"nosuch"}}, `enable: unknown rule "nosuch"`},
		{"enabled and disabled", map[string]any{"enable": []any{"nohealth"}, "disable": []any{"nohealth"}}, `enable, disable: both name "nohealth"`},
		{"bad listener", map[string]any{"listeners": []any{"nonsense"}}, "listeners: "},
		{"bad second listener", map[string]any{"listeners": []any{"notport example.com/kit.Pipe", "serve example.com/kit.Run stop=Drain"}},
			`listeners: row 1 ("serve example.com/kit.Run stop=Drain"): stop=Drain on a serve row; write none, never, ctx or builtin`},
		{"listener twice", map[string]any{"listeners": []any{"notport example.com/kit.Pipe", "notport example.com/kit.Pipe"}}, "row 0 is a notport row"},
		{"exclude without a path", map[string]any{"exclude": []any{map[string]any{"rules": []any{"drain"}}}}, "exclude[0].path: is missing"},
		{"exclude of an unknown rule", map[string]any{"exclude": []any{map[string]any{"path": "a", "rules": []any{"nosuch"}}}}, `exclude[0].rules: unknown rule "nosuch"`},
		{"severity", map[string]any{"severity": map[string]any{"drain": "error"}}, `unknown field "severity"`},
		{"no map", []any{1}, "decoding settings"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := newPlugin(t, tt.settings)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("error %v, want one with %q", err, tt.want)
			}
			if !strings.HasPrefix(err.Error(), "portvet settings: ") || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %q, want one line that begins with the linter", err)
			}
		})
	}
}

// TestExample checks that the example configuration shows every option of
// every rule: with its default or, where it is for strict to decide, behind a
// comment mark, so that strict can be set without taking anything out. That
// golangci-lint accepts it is tested with the drivers.
func TestExample(t *testing.T) {
	data, err := os.ReadFile("../../.golangci.example.yml")
	if err != nil {
		t.Fatal(err)
	}
	example := string(data)
	p, err := newPlugin(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	as, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	strict := map[string]bool{"loopbackbind.strict": true, "portenv.accept": true, "portaddr.ipv6": true, "portaddr.servicelinks": true, "drain.unbounded": true, "listenerr.stopped": true}
	for _, a := range as {
		_, settings, found := strings.Cut(example, "\n          "+a.Name+":\n")
		a.Flags.VisitAll(func(f *flag.Flag) {
			mark := ""
			if strict[a.Name+"."+f.Name] {
				mark = "# "
			}
			if !found || !strings.Contains(settings, "\n            "+mark+f.Name+": ") {
				t.Errorf(".golangci.example.yml does not show %s%s.%s", mark, a.Name, f.Name)
			}
		})
	}
	for f := range reflect.TypeFor[analyzers.Options]().Fields() {
		key := f.Tag.Get("json")
		if key != "-" && f.Type.Kind() != reflect.Struct && !strings.Contains(example, "\n          "+key+": ") {
			t.Errorf(".golangci.example.yml does not show %s", key)
		}
	}
	for _, r := range analyzers.Rules() {
		if !strings.Contains(example, r.Name) {
			t.Errorf(".golangci.example.yml does not name the rule %s", r.Name)
		}
	}
}
