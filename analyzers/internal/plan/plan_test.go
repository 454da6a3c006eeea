package plan_test

import (
	"encoding/json"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/plan"
	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/testkit"
)

// unwanted is a test without want comments: what is found is JSON.
type unwanted struct{ *testing.T }

func (u unwanted) Errorf(format string, args ...any) {
	u.Helper()
	if text := fmt.Sprintf(format, args...); !strings.Contains(text, "unexpected finding") {
		u.Error(text)
	}
}

// plans returns the plan of each package of the programs in testdata/src/plan.
func plans(t *testing.T) map[string]plan.Package {
	t.Helper()
	model := program.New(program.Config{Tests: new(bool), Samples: new(bool)})
	r := testkit.Run(unwanted{t}, testkit.TestData(t), []*analysis.Analyzer{plan.New(model)}, "plan/...")
	out := make(map[string]plan.Package)
	for _, f := range r.Findings {
		var p plan.Package
		if err := json.Unmarshal([]byte(f.Message), &p); err != nil {
			t.Fatalf("%s: %v", f.Message, err)
		}
		if _, twice := out[p.Path]; twice || path.Base(f.Pos.Filename) != "main.go" && path.Base(f.Pos.Filename) != "serve.go" {
			t.Errorf("%s: the plan of %s, twice: %v", f.Pos, p.Path, twice)
		}
		out[p.Path] = p
	}
	return out
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n\thave %+v\n\twant %+v", what, got, want)
	}
}

// TestVariables: a number for which the program has another where it is none; and
// names that a prefix makes others than the tags say.
func TestVariables(t *testing.T) {
	all := plans(t)
	equal(t, "parsed", all["plan/parsed"].Parsed, []string{"DIGITS_PORT", "LENIENT_PORT", "LINK_PORT", "URL_PORT"})
	equal(t, "open", []bool{all["plan/parsed"].EnvOpen, all["plan/prefixed"].EnvOpen, all["plan/named"].EnvOpen, all["plan/given"].EnvOpen}, []bool{false, false, false, true})
	equal(t, "prefixed", sorted(all["plan/prefixed"].Env), []string{"SHOP_ADMIN_PORT", "SHOP_API_PORT", "SHOP_PORT"})
	equal(t, "named", sorted(all["plan/named"].Env), []string{"SHOP_SERVER_LISTEN_PORT", "SHOP_ZONE", "ZONE"})
	equal(t, "port by prefix", all["plan/prefixed"].Reached[0].Port, []plan.Origin{{Kind: "env", Name: "SHOP_PORT"}, {Kind: "literal", Text: "8080", At: "main.go:12"}})
	equal(t, "port by one of two prefixes", all["plan/prefixed"].Reached[1].Port, []plan.Origin{{Kind: "env"}, {Kind: "literal", Text: "8081", At: "main.go:18"}})
	equal(t, "port by the path", all["plan/named"].Reached[0].Port, []plan.Origin{{Kind: "env", Name: "SHOP_SERVER_LISTEN_PORT"}, {Kind: "literal", Text: "8080", At: "main.go:13"}})
}

func sorted(names []string) []string {
	names = slices.Clone(names)
	slices.Sort(names)
	return slices.Compact(names)
}

// TestPlan: a listener that another package makes is written down for the
// program that reaches it, with the program's values, and for the package that
// makes it, with what is known there; so are signals, routes and drains.
func TestPlan(t *testing.T) {
	all := plans(t)
	if len(all) != 8 {
		t.Fatalf("plans of %d packages, want 8: %v", len(all), all)
	}

	web := all["plan/web"]
	if !web.Main || web.Sample || web.EnvOpen || !web.TermHandled {
		t.Errorf("web is %+v", web)
	}
	equal(t, "what web imports", web.Imports, []string{"plan/serve"})
	slices.Sort(web.Env)
	equal(t, "what web looks up", web.Env, []string{"HOST", "PORT"})
	if len(web.Reached) != 1 || len(web.Made) > 0 {
		t.Fatalf("web reaches %+v and makes %+v", web.Reached, web.Made)
	}
	l := web.Reached[0]
	equal(t, "place", l.Place, "main.go:20:2")
	equal(t, "bound at", path.Base(l.At), "serve.go:18")
	equal(t, "function", l.Func, "plan/web.main")
	equal(t, "network and protocol", []string{l.Net, l.Proto}, []string{"tcp", "http"})
	equal(t, "host", l.Host, []plan.Origin{{Kind: "env", Name: "HOST"}})
	equal(t, "port", l.Port, []plan.Origin{{Kind: "env", Name: "PORT"}, {Kind: "literal", Text: "8080", At: "main.go:20"}})

	if len(web.Signals) != 1 || web.Signals[0].All {
		t.Fatalf("signals %+v", web.Signals)
	}
	equal(t, "signals", web.Signals[0].Names, []string{"SIGINT", "SIGTERM"})
	var routes []string
	for _, r := range web.Routes {
		routes = append(routes, fmt.Sprintf("%s %v %v %s", r.Path, r.Below, r.Whole, r.Func))
	}
	equal(t, "routes", routes, []string{"/healthz false true plan/web.main", "/files/ true true plan/web.main"})

	serve := all["plan/serve"]
	if serve.Main || len(serve.Reached) > 0 || len(serve.Made) != 2 {
		t.Fatalf("serve is %+v", serve)
	}
	made := serve.Made[0]
	equal(t, "stop", []string{made.Stop, strings.Join(made.Stops, " "), made.StopAt}, []string{"graceful", "(*http.Server).Shutdown", "serve.go:16:3"})
	equal(t, "made by one call", []string{made.API, made.At}, []string{l.API, l.At})
	equal(t, "function of the other", serve.Made[1].Func, "plan/serve.unused")
	equal(t, "drains", serve.Drains, []plan.Drain{{Func: "plan/serve.Until", Place: "serve.go:16:3", API: "(*http.Server).Shutdown", Nanos: 5e9, Prompt: true}})

	idle := all["plan/idle"]
	if !idle.Main || idle.TermHandled || len(idle.Reached)+len(idle.Made)+len(idle.Signals)+len(idle.Routes) > 0 {
		t.Errorf("idle is %+v", idle)
	}
}

// TestEmpty: what the zero value means is left out of the JSON, and reads back
// as it.
func TestEmpty(t *testing.T) {
	text, err := json.Marshal(plan.Package{Reached: []plan.Listener{{Port: []plan.Origin{{}}}}})
	if err != nil || string(text) != `{"Reached":[{"Port":[{}]}]}` {
		t.Errorf("%s, %v", text, err)
	}
}

// TestRow: what stands before and behind a drain adds up, where it has a limit
// of its own that begins there.
func TestRow(t *testing.T) {
	var got []string
	for _, d := range plans(t)["plan/row"].Drains {
		got = append(got, fmt.Sprintf("%s %d+%d+%d %v", path.Ext(d.Func)[1:], d.Slept/1e9, d.Nanos/1e9, d.Later/1e9, d.Prompt))
	}
	equal(t, "drains", got, []string{
		"Two 0+10+23 true", "Shared 0+11+0 true", "Early 0+12+0 true", "drain 4+14+0 false", "Unready 0+15+0 false",
		"Selects 0+16+0 true", "Beside 0+17+0 false", "end 0+19+19 true", "Endless 0+0+0 true",
	})
}
