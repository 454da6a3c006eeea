package ports

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
)

func lit(s string) analyzers.PlanOrigin { return analyzers.PlanOrigin{Kind: "literal", Text: s} }

func env(name string) analyzers.PlanOrigin { return analyzers.PlanOrigin{Kind: "env", Name: name} }

func TestFrom(t *testing.T) {
	tests := []struct {
		origins []analyzers.PlanOrigin
		want    string
	}{
		{nil, "unknown"},
		{[]analyzers.PlanOrigin{lit("80")}, "literal"},
		{[]analyzers.PlanOrigin{lit("8080"), env("PORT")}, "env PORT, default 8080"},
		{[]analyzers.PlanOrigin{env("PORT"), lit("")}, "env PORT"},
		{[]analyzers.PlanOrigin{{Kind: "flag", Name: "addr"}, env("ADDR"), lit("1"), lit("2")}, "env ADDR or flag -addr, default 1 or 2"},
		{[]analyzers.PlanOrigin{{Kind: "config"}, {Kind: "config", Name: "server.port"}}, "config server.port"},
		{[]analyzers.PlanOrigin{{Kind: "config"}}, "config"},
		{[]analyzers.PlanOrigin{{Kind: "unknown"}, {Kind: "flag"}}, "flag of unknown name or unknown"},
		{[]analyzers.PlanOrigin{{Kind: "env", Name: "N", Mixed: true}}, "env N (changed on the way)"},
	}
	for _, tt := range tests {
		if got := From(tt.origins); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.origins, got, tt.want)
		}
	}
}

// fixture is a program with listeners, of its own and of a library, and what
// runs it, with names that each format has to escape.
func fixture(t *testing.T) *Plan {
	t.Helper()
	dir := t.TempDir()
	plan := New([]driver.Planned{
		{
			PlanPackage: analyzers.PlanPackage{
				Path: "example.com/m/cmd/api", Main: true, Imports: []string{"example.com/m/lib"}, RoutesKnown: true,
				Reached: []analyzers.PlanListener{
					{Place: "main.go:9:2", API: "net.Listen", At: "lib.go:5", Net: "tcp", Host: []analyzers.PlanOrigin{lit("")}, Port: []analyzers.PlanOrigin{env("PORT"), lit("8080")}},
					{Place: "main.go:9:2", API: "(*http.Server).Serve", At: "lib.go:7", Elsewhere: true, Proto: "http"},
					{Place: "main.go:12:2", API: "http.ListenAndServe", At: "main.go:12", Net: "unix", Socket: true, Role: "pprof", Proto: "http", Stop: "none"},
				},
				Refs: []analyzers.PlanReferences{{Func: "example.com/m/cmd/api.main", Funcs: []string{"example.com/m/lib.Run"}, Types: []string{"example.com/m/lib.T"}}},
			},
			Named: true, Dir: dir + "/cmd/api", ModuleDir: dir,
		},
		{
			PlanPackage: analyzers.PlanPackage{
				Path: "example.com/m/lib",
				Made: []analyzers.PlanListener{
					{Place: "lib.go:5:3", API: "net.Listen", At: "lib.go:5", Func: "example.com/m/lib.Run", Net: "tcp", Proto: "http", Stop: "graceful", Stops: []string{"(*http.Server).Shutdown"}, StopAt: "lib.go:8:1"},
					{Place: "lib.go:7:3", API: "(*http.Server).Serve", At: "lib.go:7", Func: "example.com/m/lib.Run", Placed: true, Proto: "http"},
					{Place: "lib.go:20:3", API: "net.Listen", At: "lib.go:20", Func: "(*example.com/m/lib.T).Start", Net: "tcp", Port: []analyzers.PlanOrigin{{Kind: "unknown"}}},
					{Place: "lib.go:30:3", API: "net.Listen", At: "lib.go:30", Func: "(*example.com/m/lib.U).Start", Net: "tcp", Port: []analyzers.PlanOrigin{lit("1")}},
					{Place: "lib.go:40:3", API: "net.Listen", At: "lib.go:40", Func: "(*example.com/m/lib.T).other", Net: "tcp", Port: []analyzers.PlanOrigin{lit("2")}},
				},
				Signals: []analyzers.PlanSignals{{Func: "example.com/m/lib.Run", Names: []string{"SIGTERM"}}},
				Routes:  []analyzers.PlanRoute{{Func: "example.com/m/lib.Run", Path: "/healthz", Whole: true}},
			},
			Dir: dir + "/lib", ModuleDir: dir,
		},
	}, false)
	api := plan.Programs[0]
	w := &manifest.Workload{Kind: "Deployment", Name: "a|b<c>"}
	for i, run := range []Run{{Program: api, Why: "name of the image"}, {Why: `its image "x/other" is that of no program here`, Foreign: true}, {Why: "its image is not known"}} {
		run.Workload = w
		run.Container = &manifest.Container{Position: manifest.Position{File: dir + "/a.yaml", Line: 8 + i, Column: 13}, Name: string(rune('a' + i))}
		plan.Runs = append(plan.Runs, &run)
	}
	plan.Ways = []Way{{Ingress: `Ingress "i" /a&b`, Service: "Service a:80", Port: "8080", Run: plan.Runs[0], On: api.Listeners[0]}}
	return plan
}

// TestReach: calls first, then what names lead to, and nothing else.
func TestReach(t *testing.T) {
	plan := fixture(t)
	var got []string
	for _, l := range plan.Programs[0].Listeners {
		got = append(got, fmt.Sprintf("%s %s %s %s %s %v", filepath.Base(l.File), portText(l), l.Protocol(), l.Reached, l.Stop, l.Signals))
	}
	want := []string{
		"main.go 8080 http calls graceful [SIGTERM]", // with what its package knows of it
		"lib.go unknown unknown references  []",      // T is mentioned, and Start is a starter
		"main.go none http calls none []",
	}
	if !slices.Equal(got, want) {
		t.Errorf("listeners\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestServes(t *testing.T) {
	p := &Program{Served: Served{RoutesKnown: true, paths: []string{"/legacy", "healthz"}, Routes: []Route{
		{Path: "/items/{id}"}, {Path: "/files/", Below: true}, {Path: "/v1/*"}, {Path: "/x/:name/y"},
	}}}
	check := func(wants map[string]string) {
		t.Helper()
		for path, want := range wants {
			yes, ok := p.Serves(path)
			got := map[[2]bool]string{{true, true}: "yes", {false, true}: "no", {false, false}: "unknown"}[[2]bool{yes, ok}]
			if got != want {
				t.Errorf("%s: %s, want %s", path, got, want)
			}
		}
	}
	check(map[string]string{
		"/items/7": "yes", "/items/7?a=b": "yes", "/items": "no", "/items/7/8": "no", "/files/a/b": "yes", "/v1/a/b": "yes",
		"/x/1/y": "yes", "/x/1/z": "no", "/legacy": "unknown", "/api/legacy/": "unknown", "/healthz": "unknown", "/debug/pprof/": "unknown", "/other": "no",
	})
	p.Routes = append(p.Routes, Route{Path: "/up", behind: true}, Route{Path: "/shops/{name}/orders", behind: true})
	check(map[string]string{"/up": "yes", "/api/up": "unknown", "/api/shops/7/orders": "unknown", "/up/other": "no", "/other": "no"})
	p.Routes = append(p.Routes, Route{Path: "/", behind: true})
	if _, ok := p.Serves("/other"); ok {
		t.Error("a path is judged though a route may be anywhere")
	}
	p.Routes, p.RoutesKnown = nil, false
	if _, ok := p.Serves("/other"); ok {
		t.Error("a path is judged though not all routes are known")
	}
}

func TestNames(t *testing.T) {
	plan := &Plan{}
	paths := []string{"a.com/x/cmd/api", "a.com/y/cmd/api", "a.com/tool/v2", "a.com/web"}
	for _, p := range paths {
		plan.Programs = append(plan.Programs, &Program{Path: p})
	}
	plan.name()
	var got []string
	for _, p := range plan.Programs {
		got = append(got, p.Name)
	}
	if want := []string{"x/cmd/api", "y/cmd/api", "tool", "web"}; !slices.Equal(got, want) {
		t.Errorf("names %q, want %q", got, want)
	}
}

// TestJSONSchema: what is printed is what docs/ports.schema.json describes.
func TestJSONSchema(t *testing.T) {
	text, err := os.ReadFile("../../../docs/ports.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := JSON(&out, fixture(t)); err != nil {
		t.Fatal(err)
	}
	var plan any
	if err := json.Unmarshal([]byte(out.String()), &plan); err != nil {
		t.Fatal(err)
	}
	conform(t, schema, schema, plan, "plan")
	for _, key := range []string{"programs", "manifests", "ways"} {
		if list, _ := plan.(map[string]any)[key].([]any); len(list) == 0 {
			t.Errorf("%s is empty, so nothing of it was compared", key)
		}
	}
}

// conform checks a value against those keywords of JSON Schema that
// docs/ports.schema.json uses.
func conform(t *testing.T, root, schema map[string]any, v any, at string) {
	t.Helper()
	if ref, ok := schema["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		schema = root["$defs"].(map[string]any)[name].(map[string]any)
	}
	if list, ok := schema["enum"].([]any); ok && !slices.Contains(list, v) {
		t.Errorf("%s: %v is none of %v", at, v, list)
	}
	if c, ok := schema["const"]; ok && c != v {
		t.Errorf("%s: %v is not %v", at, v, c)
	}
	switch typ, _ := schema["type"].(string); typ {
	case "object":
		object, ok := v.(map[string]any)
		if !ok {
			t.Errorf("%s: %v is no object", at, v)
			return
		}
		properties := schema["properties"].(map[string]any)
		for _, r := range schema["required"].([]any) {
			if _, ok := object[r.(string)]; !ok {
				t.Errorf("%s: no %s", at, r)
			}
		}
		for key, value := range object {
			s, ok := properties[key].(map[string]any)
			if !ok {
				t.Errorf("%s: %s is not in the schema", at, key)
				continue
			}
			conform(t, root, s, value, at+"."+key)
		}
	case "array":
		list, ok := v.([]any)
		if !ok {
			t.Errorf("%s: %v is no list", at, v)
			return
		}
		for i, e := range list {
			conform(t, root, schema["items"].(map[string]any), e, fmt.Sprintf("%s[%d]", at, i))
		}
	case "string":
		if _, ok := v.(string); !ok {
			t.Errorf("%s: %v is no string", at, v)
		}
	case "integer", "number":
		if _, ok := v.(float64); !ok {
			t.Errorf("%s: %v is no number", at, v)
		}
	case "boolean":
		if _, ok := v.(bool); !ok {
			t.Errorf("%s: %v is no boolean", at, v)
		}
	}
}

// TestEscapes: names from manifests do not break a format.
func TestEscapes(t *testing.T) {
	plan := fixture(t)
	var out strings.Builder
	if err := SVG(&out, plan); err != nil {
		t.Fatal(err)
	}
	dec := xml.NewDecoder(strings.NewReader(out.String()))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v\n%s", err, out.String())
		}
	}
	for _, want := range []string{"container a of Deployment a|b&lt;c&gt; port 8080", "/a&amp;b", "public http 8080 (env PORT, default 8080)"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("SVG has no %q\n%s", want, out.String())
		}
	}
	out.Reset()
	if err := Mermaid(&out, plan); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`["container a of Deployment a|b#lt;c#gt; port 8080"]`, `["Ingress #quot;i#quot; /a&b"]`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("Mermaid has no %s\n%s", want, out.String())
		}
	}
	out.Reset()
	if err := Markdown(&out, plan); err != nil {
		t.Fatal(err)
	}
	if want := `container a of Deployment a\|b&lt;c&gt; | api |`; !strings.Contains(out.String(), want) {
		t.Errorf("Markdown has no %s\n%s", want, out.String())
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteError(t *testing.T) {
	for name, format := range map[string]func(io.Writer, *Plan) error{"table": Table, "JSON": JSON, "Markdown": Markdown, "Mermaid": Mermaid, "SVG": SVG} {
		if err := format(full{}, fixture(t)); !errors.Is(err, errFull) {
			t.Errorf("%s to a full disk: error %v, want %v", name, err, errFull)
		}
	}
}
