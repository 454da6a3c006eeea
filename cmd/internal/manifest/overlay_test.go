package manifest

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestOverlays: what several files have a part in is put together, with the
// places of each, and what goes round in a circle ends.
func TestOverlays(t *testing.T) {
	const deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: c, image: a, args: [x], env: [{name: A, value: '1'}, {name: B, value: '2'}]}]}}}\n"
	dir := write(t, map[string]string{
		"k/base/a.yaml":             deployment,
		"k/base/kustomization.yaml": "resources: [a.yaml]\n",
		"k/file/kustomization.yaml": "resources: [../base]\npatchesStrategicMerge: [p.yaml]\n",
		"k/file/p.yaml":             "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: c, env: [{name: B, value: '3'}]}]}}}\n",
		"k/text/kustomization.yml":  "resources: [../base]\npatches:\n- target: {kind: Deployment}\n  patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: any}\n    spec: {template: {spec: {containers: [{name: c, args: [y]}]}}}\n",
		"k/ops/kustomization.yaml":  "resources: [../file]\npatches:\n- target: {kind: Deployment}\n  patch: |\n    - op: remove\n      path: /spec/replicas\n",
		"round/kustomization.yaml":  "resources: [., ., ../round, ../other]\n",
		"other/kustomization.yaml":  "resources: [../round, ../round]\n",
		"bad/kustomization.yaml":    "resources: [\n",
		"bad/heroku.yml":            "build: {docker: {web: Dockerfile\n",
		"bad/app.yaml":              "runtime: go126\nmain: [\n",
		"c/compose.yaml":            "services:\n  a:\n    extends: b\n    environment: {A: '1'}\n  b:\n    extends: {file: more.yaml, service: c}\n    image: b\n  d: {extends: d}\n  e: {extends: {file: gone.yaml, service: e}}\n",
		"c/more.yaml":               "services:\n  c:\n    environment: {B: '2'}\n    stop_grace_period: 5s\n",
		"l/compose.yaml":            "services:\n  x:\n    image: x\n",
		"l/compose.dev.yaml":        "services:\n  x:\n    environment: [D=1]\n",
		"c/compose.prod.yaml":       "services:\n  b:\n    environment: [C=3]\n    command: serve\n",
	})
	s := Find(Config{Roots: []string{dir}})
	var got []string
	for _, w := range s.Workloads {
		c := w.Containers[0]
		rel, err := filepath.Rel(dir, c.File)
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%s:%d %s %s", filepath.ToSlash(rel), c.Line, w.Name, w.Grace.Value)
		for _, e := range c.Env {
			line += fmt.Sprintf(" %s=%s", e.Name, e.Value.Value)
		}
		for _, a := range c.Args.Args {
			line += fmt.Sprintf(" %s@%d:%d", a.Value, a.Line, a.Column)
		}
		if c.EnvOpen {
			line += " open"
		}
		got = append(got, line)
	}
	slices.Sort(got)
	want := []string{
		"c/compose.prod.yaml:2 b 5 B=2 C=3 serve@4:14",
		"c/compose.yaml:2 a  A=1 open",
		"c/compose.yaml:8 d  open",
		"c/compose.yaml:9 e  open",
		"k/base/a.yaml:4 a  A=1 B=2 x@4:66 open", // as k/ops may change it
		"k/text/kustomization.yml:8 a  A=1 B=2 y@8:60",
		"l/compose.dev.yaml:2 x  D=1",
		"l/compose.yaml:2 x ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	if p := problems(dir, s); len(p) != 3 {
		t.Errorf("problems\n\t%s\nwant one of each file in bad", strings.Join(p, "\n\t"))
	}
}

// TestStages: what a stage makes, and the rights of files.
func TestStages(t *testing.T) {
	dir := write(t, map[string]string{
		"Dockerfile":   "FROM golang AS Build\nRUN go build -o /a ./cmd/a && setcap 'cap_net_bind_service=+ep' /a\nFROM alpine AS first\nCOPY --from=build /a /a\nENTRYPOINT [\"/a\"]\nFROM first\nCMD [\"-x\"]\n",
		"b.Dockerfile": "FROM scratch\nCOPY a /a\nENTRYPOINT [\"/a\"]\n",
	})
	s := Find(Config{Roots: []string{dir}})
	if len(s.Images) != 2 || s.Images[0].Stages["first"] == nil || s.Images[0].Stages["build"] == nil {
		t.Fatalf("images %+v", s.Images)
	}
	first := s.Images[0].Stages["first"]
	if !first.MayBind || !s.Images[0].MayBind || s.Images[1].MayBind || first.Cmd.Set() || !first.Entrypoint.Set() || len(first.Targets) != 1 {
		t.Errorf("first stage %+v", first)
	}
}
