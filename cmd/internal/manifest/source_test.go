package manifest

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestElsewhere: variables and files that stand in ConfigMaps, and variables in
// files; what is not there, or is there twice, leaves it open.
func TestElsewhere(t *testing.T) {
	deployment := func(name, env string) string {
		return "kind: Deployment\nmetadata: {name: " + name + "}\nspec: {template: {spec: {containers: [{name: a, image: a, " + env + "}]}}}\n"
	}
	dir := write(t, map[string]string{
		"base.yaml":      "kind: ConfigMap\nmetadata: {name: base}\ndata:\n  PORT: \"8080\"\n  HOST: ${HOST}\n",
		"dev/twice.yaml": "kind: ConfigMap\nmetadata: {name: twice}\ndata: {PORT: \"1\"}\n",
		"prod/all.yaml":  "kind: ConfigMap\nmetadata: {name: twice}\ndata: {PORT: \"2\"}\n---\n" + deployment("beside", "envFrom: [{configMapRef: {name: twice}}]"),
		"a.yaml":         deployment("one", "envFrom: [{configMapRef: {name: base}, prefix: X_}], env: [{name: X_PORT, value: \"9\"}]"),
		"b.yaml":         deployment("secret", "envFrom: [{configMapRef: {name: base}}, {secretRef: {name: s}}]"),
		"c.yaml":         deployment("gone", "envFrom: [{configMapRef: {name: nowhere}}]"),
		"d.yaml":         deployment("unsure", "envFrom: [{configMapRef: {name: twice}}]"),
		"e.yaml":         deployment("key", "env: [{name: P, valueFrom: {configMapKeyRef: {name: base, key: PORT}}}], args: [\"-p=$(P)\"]"),
		"compose.yaml":   "services:\n  f:\n    image: f\n    env_file: [{path: f.env}, more.env]\n    environment: {A: own}\n  g:\n    image: g\n    env_file: none.env\n",
		"f.env":          "# first\nA=1\nexport B='two words' \nC=3 # three\n\nnothing\n",
		"more.env":       "C = \"4\"\nD=${X}\n",
	})
	s := Find(Config{Roots: []string{dir}})
	if len(s.Problems) > 0 {
		t.Fatal(s.Problems)
	}
	var got []string
	for _, w := range s.Workloads {
		c := w.Containers[0]
		line := fmt.Sprintf("%s %v", w.Name, c.EnvOpen)
		for _, e := range c.Env {
			line += fmt.Sprintf(" %s=%s@%s:%d", e.Name, e.Value.Value, filepath.Base(e.Value.File), e.Value.Line)
			if c.Shared[e.Value.Position] {
				line += " shared"
			}
		}
		got = append(got, line)
	}
	slices.Sort(got)
	want := []string{
		"beside false PORT=2@all.yaml:3",
		"f false A=1@f.env:2 shared B=two words@f.env:3 shared C=4@more.env:1 shared D=${X}@more.env:2 shared A=own@compose.yaml:5",
		"g true", "gone true",
		"key false P=8080@base.yaml:4",
		"one false X_PORT=8080@base.yaml:4 shared X_HOST=${HOST}@base.yaml:5 shared X_PORT=9@a.yaml:3",
		"secret true PORT=8080@base.yaml:4 shared HOST=${HOST}@base.yaml:5 shared",
		"unsure true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestMounted: files of a ConfigMap in a container, and where they begin.
func TestMounted(t *testing.T) {
	dir := write(t, map[string]string{"a.yaml": `kind: ConfigMap
metadata: {name: m}
data:
  a.yaml: |
    Server:
      port: 80
      hosts: [x]
    list: &l {n: 1}
    again: *l
  b.json: '{"port": 81}'
  c.toml: |
    [http]
    port = 82
  d.txt: "port: 83"
  e.yaml: "a: [1"
---
kind: Pod
metadata: {name: p}
spec:
  containers:
    - name: p
      image: p
      volumeMounts:
        - {name: all, mountPath: /etc/p}
        - {name: some, mountPath: /etc/q/x.yaml, subPath: x.yaml}
        - {name: other, mountPath: /data}
  volumes:
    - {name: all, configMap: {name: m}}
    - {name: some, configMap: {name: m, items: [{key: a.yaml, path: x.yaml}]}}
    - {name: other, emptyDir: {}}
`})
	s := Find(Config{Roots: []string{dir}})
	if len(s.Problems) > 0 || len(s.Workloads) != 1 {
		t.Fatal(s.Problems)
	}
	var got []string
	for _, f := range s.Workloads[0].Containers[0].Files {
		first, _, _ := strings.Cut(f.Text.Value, "\n")
		got = append(got, fmt.Sprintf("%s %d %s", f.Path, f.Below, first))
	}
	want := []string{
		"/etc/p/a.yaml 4 Server:", `/etc/p/b.json -1 {"port": 81}`, "/etc/p/c.toml 11 [http]", "/etc/p/d.txt -1 port: 83", "/etc/p/e.yaml -1 a: [1", "/etc/q/x.yaml 4 Server:",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestHooks: how long hooks sleep, and what checks run.
func TestHooks(t *testing.T) {
	for _, tt := range []struct{ hook, want string }{
		{"{sleep: {seconds: 5}}", "5"}, {"{exec: {command: [sleep, \"7\"]}}", "7"}, {"{exec: {command: [/bin/sh, -c, \"echo; sleep 1m\"]}}", "60"},
		{"{exec: {command: [sh, -c, \"sleep 1; sleep 2\"]}}", "open"}, {"{exec: {command: [/stop.sh, sleep, \"3\"]}}", "open"},
		{"{httpGet: {path: /stop, port: 80}}", "open"}, {"{exec: {command: [sh, -c, \"sleep $N\"]}}", "open"},
	} {
		dir := write(t, map[string]string{"a.yaml": "kind: Pod\nspec: {containers: [{name: a, lifecycle: {preStop: " + tt.hook + "}}]}\n"})
		s := Find(Config{Roots: []string{dir}})
		got := s.Workloads[0].Containers[0].PreStop
		if !got.Set() || got.Value != tt.want && !(got.Open && tt.want == "open") {
			t.Errorf("%s sleeps %+v, want %s", tt.hook, got, tt.want)
		}
	}
	for _, tt := range []struct{ line, want string }{
		{"curl -fsS https://localhost:8443/up || exit 1", "curl HTTPS localhost 8443 /up"},
		{"wget -q http://127.0.0.1/", "wget HTTP 127.0.0.1 80 /"},
		{"FOO=1 curl http://localhost:1/a", " HTTP localhost 1 /a"},
	} {
		got := Asks("HEALTHCHECK", Command{Shell: Text{Position: Position{Line: 1}, Value: tt.line}})
		if len(got) != 1 || fmt.Sprintf("%s %s %s %s %s", got[0].Tool, got[0].Scheme.Value, got[0].Host.Value, got[0].Port.Value, got[0].Path.Value) != tt.want {
			t.Errorf("%s asks %+v, want %s", tt.line, got, tt.want)
		}
	}
}
