package chart

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write makes a chart of files, and returns its folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// sound reads a chart that is sound.
func sound(t *testing.T, dir string) *Chart {
	t.Helper()
	c, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// rendered returns what a template prints, or "fails".
func rendered(c *Chart, text string) string {
	out, _, ok := c.Render("x.yaml", []byte(text))
	if !ok {
		return "fails"
	}
	return string(out)
}

// TestLanguage: the language of templates.
func TestLanguage(t *testing.T) {
	c := sound(t, write(t, map[string]string{
		"Chart.yaml": "name: shop\nversion: 1.2.3\nappVersion: \"7\"\n",
		"values.yaml": `
port: 8080
on: true
empty: ""
list: [a, b]
map: {x: 1, y: 2}
name: {of: {it: deep}}
`,
		"templates/_helpers.tpl": "{{ define \"full\" -}}\n{{ .Release.Name }}-{{ .Chart.Name | trunc 2 }}\n{{- end }}{{ define \"loop\" }}{{ include \"loop\" . }}{{ end }}{{ define \"odd\" }}{{ .Values.port | nobodyKnows }}{{ end }}",
		"config/app.conf":        "port = 1\n",
	}))
	for _, x := range []struct{ text, want string }{
		{`{{ .Values.port }} {{ .Values.port | quote }} {{ quote "a" .Values.gone 1 }}`, `8080 "8080" "a" "1"`},
		{`{{ if .Values.on }}yes{{ else }}no{{ end }}{{ if not .Values.on }}yes{{ else if eq .Values.port 8080 }}port{{ end }}`, "yesport"},
		{`{{ if and .Values.on .Values.gone }}a{{ end }}{{ if or .Values.gone .Values.port }}b{{ end }}{{ if and .Values.gone .Values.gone.deep }}c{{ end }}`, "b"},
		{`{{ range $i, $v := .Values.list }}{{ $i }}{{ $v }}{{ else }}none{{ end }}{{ range .Values.gone }}x{{ else }}none{{ end }}`, "0a1bnone"},
		{`{{ range $k, $v := .Values.map }}{{ $k }}={{ $v }} {{ end }}{{ range until 3 }}{{ . }}{{ if eq . 1 }}{{ break }}{{ end }}{{ end }}`, "x=1 y=2 01"},
		{`{{ with .Values.name.of }}{{ .it }}{{ $.Values.port }}{{ end }}{{ with .Values.empty }}x{{ else }}empty{{ end }}`, "deep8080empty"},
		{`{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ $y := 3 }}{{ $y }}{{ end }}{{ $x }}`, "32"},
		{`{{ include "full" . }} {{ template "full" . }}{{- "  " }}|`, "release-name-sh release-name-sh  |"},
		{"a:\n  {{- toYaml .Values.map | nindent 2 }}", "a:\n  x: 1\n  \"y\": 2"},
		{`{{ .Values.gone | default "x" }} {{ default 1 .Values.empty }} {{ coalesce .Values.gone .Values.empty "z" }} {{ ternary "a" "b" .Values.on }}`, "x 1 z a"},
		{`{{ printf "%s:%d" "h" .Values.port }} {{ add 1 2 3 }} {{ index .Values.list 1 }} {{ index .Values.name "of" "it" }} {{ len .Values.list }}`, "h:8080 6 b deep 2"},
		{`{{ (.Values.name.of).it }} {{ .Values.name.of.it | upper | replace "E" "-" }} {{ hasKey .Values.map "x" }} {{ has "b" .Values.list }}`, "deep D--P true true"},
		{`{{ tpl "{{ .Values.port }}" . }} {{ .Files.Get "config/app.conf" | trim }}{{ .Files.Get "../x" }}`, "8080 port = 1"},
		{`{{ if semverCompare ">=1.19-0" .Capabilities.KubeVersion.GitVersion }}new{{ end }} {{ .Capabilities.APIVersions.Has "networking.k8s.io/v1" }} {{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}`, "new true false"},
		{`{{ required "who" .Values.empty }} {{ randAlphaNum 8 }} {{ include "shop/templates/other.yaml" . | sha256sum }}`, Hole + " " + Hole + " " + Hole},
		{`{{ (dict "a" 1 "b" (list 1 2)) | toJson }} {{ merge (dict "a" 1) (dict "a" 2 "b" 3) | toJson }} {{ dig "of" "it" "none" .Values.name }} {{ (split ":" "a:b")._1 }}`, `{"a":1,"b":[1,2]} {"a":1,"b":3} deep b`},
		{`{{/* a word */}}{{ .Chart.Version }} {{ .Chart.AppVersion }} {{ .Release.Namespace }}`, "1.2.3 7 default"},
		{`{{ include "nobody" . }}`, "fails"},
		{`{{ include "odd" . }}`, "fails"},
		{`{{ include "loop" . }}`, "fails"},
		{`{{ .Values.gone.deeper }}`, "fails"},
		{`{{ fail "no" }}`, "fails"},
		{`{{ $x := set .Values.map "self" .Values }}{{ $x.self.port }} {{ $x.self | toYaml | contains "self" }}`, "8080 false"},
		{`{{ (.Files.Glob "config/*").AsConfig }}`, Hole},
		{`{{ if }}`, "fails"},
		{`{{ div 1 0 }}`, "fails"},
		{`{{ range until 1000 }}{{ range until 1000 }}{{ range until 1000 }}x{{ end }}{{ end }}{{ end }}`, "fails"},
	} {
		if got := rendered(c, x.text); got != x.want {
			t.Errorf("%s\n\thave %s\n\twant %s", x.text, got, x.want)
		}
	}
}

// TestLines: each line that a template prints has its place in the template.
func TestLines(t *testing.T) {
	c := sound(t, write(t, map[string]string{
		"Chart.yaml":             "name: shop\n",
		"values.yaml":            "labels: {a: 1, b: 2}\nports:\n  - 80\n  - 81\n",
		"templates/_helpers.tpl": "{{ define \"labels\" }}\nc: 3\nd: 4\n{{ end }}",
	}))
	out, lines, ok := c.Render("x.yaml", []byte("a:\n  {{- toYaml .Values.labels | nindent 2 }}\n{{- if .Values.gone }}\nno: 1\n{{- end }}\nports:\n{{- range .Values.ports }}\n  - port: {{ . }}\n    name: p\n{{- end }}\nl:\n  {{- include \"labels\" . | indent 2 }}\nend: 1\n"))
	if !ok {
		t.Fatal("fails")
	}
	var got []string
	for i, line := range strings.Split(strings.TrimSuffix(string(out), "\n"), "\n") {
		if strings.TrimSpace(line) != "" {
			got = append(got, strings.TrimSpace(line)+" "+string(rune('a'+lines[i]-1)))
		}
	}
	want := "a: a|a: 1 b|b: 2 b|ports: f|- port: 80 h|name: p i|- port: 81 h|name: p i|l: k|c: 3 l|d: 4 l|end: 1 m"
	if strings.Join(got, "|") != want {
		t.Errorf("have %s\nwant %s", strings.Join(got, "|"), want)
	}
}

// TestValues: which values count.
func TestValues(t *testing.T) {
	dir := write(t, map[string]string{
		"Chart.yaml":                        "name: all\n",
		"values.yaml":                       "port: 1\nhost: a\non: true\nshop:\n  port: 5\nglobal:\n  zone: z\n",
		"values-prod.yaml":                  "port: 2\nhost: a\non: false\n",
		"templates/a.yaml":                  "",
		"charts/shop/Chart.yaml":            "name: shop\n",
		"charts/shop/values.yaml":           "port: 4\nname: n\n",
		"charts/shop/templates/deep/a.yaml": "",
	})
	if c := sound(t, Of(filepath.Join(dir, "templates", "a.yaml"))); rendered(c, "{{ .Values.port }} {{ .Values.host }} {{ .Values.on }}") != Hole+" a true" {
		t.Error("what another file of values says differently is known")
	}
	if c := sound(t, Of(filepath.Join(dir, "charts/shop/templates/deep/a.yaml"))); rendered(c, "{{ .Values.port }} {{ .Values.name }} {{ .Values.global.zone }}") != "5 n z" {
		t.Error("a chart above another does not set its values")
	}
	if Of(filepath.Join(dir, "other", "a.yaml")) != "" {
		t.Error("what is no chart is one")
	}
	if _, err := Read(filepath.Join(dir, "charts")); err == nil {
		t.Error("a chart without Chart.yaml is read")
	}
	var bad *Malformed
	if _, err := Read(write(t, map[string]string{"Chart.yaml": "name: x", "values.yaml": "a: [b"})); !errors.As(err, &bad) || filepath.Base(bad.File) != "values.yaml" {
		t.Errorf("malformed values: %v", err)
	}
}

// FuzzRender: no template crashes or hangs it.
func FuzzRender(f *testing.F) {
	c := &Chart{values: map[string]any{"a": 1, "l": []any{1, "b"}, "m": map[string]any{"x": "y"}}}
	for _, text := range []string{"{{ range $i, $x := .Values.l }}{{ $x | quote }}{{ end }}", "{{ dig \"x\" 1 .Values.m }}{{ index .Values.l 5 }}", "{{ with $x := .Values.m }}{{ $x.x }}{{ end }}", "{{ define \"a\" }}{{ end }}{{ until 5 | toYaml | nindent 3 }}", "{{ trunc -2 \"abc\" }}{{ slice . }}{{ without (list 1) 1 }}{{ pick .Values.m \"x\" }}"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { c.Render("x", []byte(text)) })
}
