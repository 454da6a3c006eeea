package deploy

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// TestWays: how requests come to a listener, from an Ingress to its port.
func TestWays(t *testing.T) {
	dir := t.TempDir()
	text := `kind: Deployment
metadata: {name: "a|b<c>"}
spec:
  template:
    metadata: {labels: {app: a}}
    spec:
      containers:
        - {name: a, image: "x/api", ports: [{name: http, containerPort: 8080}]}
        - {name: b, image: "x/other"}
---
kind: Service
metadata: {name: a}
spec: {selector: {app: a}, ports: [{port: 80, targetPort: http}]}
---
kind: Ingress
metadata: {name: "\"i\""}
spec: {rules: [{http: {paths: [{path: "/a&b", backend: {service: {name: a, port: {number: 80}}}}]}}]}
`
	if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	literal := func(text string) []analyzers.PlanOrigin { return []analyzers.PlanOrigin{{Kind: "literal", Text: text}} }
	program := &ports.Program{Name: "api", Path: "example.com/m/cmd/api", Dir: dir + "/cmd/api", ModuleDir: dir, Listeners: []*ports.Listener{
		{PlanListener: analyzers.PlanListener{Net: "tcp", Host: literal(""), Port: literal("9090")}},
		{PlanListener: analyzers.PlanListener{Net: "tcp", Host: literal(""), Port: literal("8080")}},
	}}
	plan := &ports.Plan{Programs: []*ports.Program{program}}
	if _, err := Match(plan, manifest.Find(manifest.Config{Roots: []string{dir}}), nil); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range plan.Ways {
		got = append(got, fmt.Sprintf("%s > %s > %s of %s > listener %d", w.Ingress, w.Service, w.Port, w.Run.What(), slices.Index(program.Listeners, w.On)))
	}
	if want := []string{`Ingress "i" /a&b > Service a:80 > 8080 of container a of Deployment a|b<c> > listener 1`}; !slices.Equal(got, want) {
		t.Errorf("ways\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestAllLocal: a port is published of a program whose port is not known, and whose host is
// loopback unless the setting says otherwise.
func TestAllLocal(t *testing.T) {
	const compose = "services:\n  a:\n    build: .\n    ports: [\"8475:8475\"]\n"
	env := func(name string, mixed bool) analyzers.PlanOrigin {
		return analyzers.PlanOrigin{Kind: "env", Name: name, Mixed: mixed}
	}
	local := analyzers.PlanListener{Net: "tcp", Host: []analyzers.PlanOrigin{env("LISTEN_HOST", false), {Kind: "literal", Text: "127.0.0.1"}}, Port: []analyzers.PlanOrigin{env("OFFSET", true)}}
	open := local
	open.Host = []analyzers.PlanOrigin{{Kind: "literal", Text: ""}}
	pprof := local
	pprof.Role = "operator"
	for _, c := range []struct {
		name, compose string
		listeners     []analyzers.PlanListener
		found         bool
	}{
		{"default", compose, []analyzers.PlanListener{local}, true},
		{"host set", compose + "    environment: {LISTEN_HOST: 0.0.0.0}\n", []analyzers.PlanListener{local}, false},
		{"host unknown", compose + "    environment: [LISTEN_HOST]\n", []analyzers.PlanListener{local}, false},
		{"another listener", compose, []analyzers.PlanListener{local, open}, false},
		{"only the operator's", compose, []analyzers.PlanListener{pprof}, false},
		{"host network", compose + "    network_mode: host\n", []analyzers.PlanListener{local}, false},
		{"not published", strings.Replace(compose, "ports", "expose", 1), []analyzers.PlanListener{local}, false},
	} {
		dir := t.TempDir()
		for file, text := range map[string]string{
			"compose.yaml": c.compose,
			"Dockerfile":   "FROM golang\nCOPY . .\nRUN go build -o /a ./cmd/a\nENTRYPOINT [\"/a\"]\n",
		} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		program := &ports.Program{Name: "a", Path: "example.com/m/cmd/a", Dir: dir + "/cmd/a", ModuleDir: dir}
		for _, l := range c.listeners {
			program.Listeners = append(program.Listeners, &ports.Listener{PlanListener: l})
		}
		d, err := Match(&ports.Plan{Programs: []*ports.Program{program}}, manifest.Find(manifest.Config{Roots: []string{dir}}), nil)
		if err != nil {
			t.Fatal(err)
		}
		found := slices.ContainsFunc(d.Check(false), func(f driver.Finding) bool { return f.Rule == "manifestloopback" })
		if found != c.found {
			t.Errorf("%s: found is %v, want %v", c.name, found, c.found)
		}
	}
}
