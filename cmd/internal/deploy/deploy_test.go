package deploy

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers"
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
