package manifest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestBuildProblems: malformed and huge jobs and build files are one
// line each, and the rest is read.
func TestBuildProblems(t *testing.T) {
	dir := write(t, map[string]string{
		"a.nomad":          "job \"a\" {\n  group \"b\" {\n",
		"template.nomad":   "job \"a\" {\n  [[ if .x ]]\n",
		"b.hcl":            "job \"a\" {\n  x = [\n}\n",
		"good.nomad":       "job \"good\" {\n  task \"t\" {}\n}\n",
		"skaffold.yaml":    "build: [\n",
		".goreleaser.yaml": "a: b\n  c: d\n",
		"project.toml":     "[_\n",
		"Tiltfile":         "docker_build('a', '.'\n",
		"template.yaml":    "kind: Template\nobjects:\n  - kind: Pod\n    spec: {containers: [\n",
		"b.Dockerfile":     "FROM a AS s0\n" + strings.Repeat("COPY . /\n", 10) + stages(40),
		"huge.nomad":       "job \"a\" {}\n" + strings.Repeat("#\n", 3<<20),
	})
	s := Find(Config{Roots: []string{dir}})
	got := problems(dir, s)
	want := []string{
		".goreleaser.yaml:2: malformed YAML: mapping values are not allowed in this context",
		"a.nomad:3: malformed HCL: the block \"group\" of line 2 does not end",
		"b.hcl:3: malformed HCL: want a value",
		"huge.nomad:0: not read: larger than 4 MB",
		"project.toml:1: malformed TOML: expected ']' to close table name",
		"skaffold.yaml:1: malformed YAML: did not find expected node content",
		"template.yaml:4: malformed YAML: did not find expected node content",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	if len(s.Workloads) != 1 || s.Workloads[0].Name != "good" {
		t.Errorf("%d workloads", len(s.Workloads))
	}
}

// TestInput: what is read from standard input, and what of the repository
// beside it.
func TestInput(t *testing.T) {
	dir := write(t, map[string]string{"a.yaml": pod, "Dockerfile": "FROM alpine\n", "skaffold.yaml": "build: {artifacts: [{image: a}]}\n", "compose.yaml": "services: {a: {image: a}}\n"})
	for _, test := range []struct {
		text                              string
		workloads, images, recipes, files int
		problems                          string
	}{
		{pod + "---\n" + pod, 2, 1, 1, 3, ""},
		{"name: x\nservices:\n  b: {image: b}\n", 1, 1, 1, 3, ""},
		{"", 0, 1, 1, 3, "<stdin>:0: no manifest: want objects of Kubernetes, as kustomize build and helm template print them, or a Compose project"},
		{"Error: no chart\n", 0, 1, 1, 3, "<stdin>:0: no manifest: want objects of Kubernetes, as kustomize build and helm template print them, or a Compose project"},
		{pod + "---\nkind: Pod\nspec: [\n", 1, 1, 1, 3, "<stdin>:12: malformed YAML: did not find expected node content"},
		{strings.Repeat("#", maxInput+1), 0, 1, 1, 2, "<stdin>:0: not read: larger than 64 MB"},
	} {
		s := Find(Config{Roots: []string{dir}, Named: []string{Stdin}, Input: []byte(test.text)})
		if got := strings.Join(problems(dir, s), "; "); got != test.problems {
			t.Errorf("%.20q: problems %s, want %s", test.text, got, test.problems)
		}
		if len(s.Workloads) != test.workloads || len(s.Images) != test.images || len(s.Recipes) != test.recipes || len(s.Files) != test.files {
			t.Errorf("%.20q: %d workloads, %d images, %d recipes, %d files", test.text, len(s.Workloads), len(s.Images), len(s.Recipes), len(s.Files))
		}
	}
}

// TestImageNames: what the values of a chart and defaults of variables say of
// the names of images.
func TestImageNames(t *testing.T) {
	dir := write(t, map[string]string{
		"chart/Chart.yaml":  "name: c\n",
		"chart/values.yaml": "image:\n  repository: e.com/a\n  tag: \"\"\n  none: null\nb: {c: {d: x/y}}\n",
		"chart/templates/sub/a.yaml": `kind: Pod
spec:
  containers:
    - image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
    - image: {{ $.Values.b.c.d | quote }}
    - image: {{ include "image" . }}
    - image: {{ .Values.image.none }}/{{ .Values.image }}
    - name: {{ .Values.b.c.d }}
      image: plain
`,
		"compose.yaml": "services:\n  a: {image: \"${REG:-e.com/x}/a:${TAG-1}\"}\n  b: {image: \"${B}\"}\n",
	})
	s := Find(Config{Roots: []string{dir}})
	if len(s.Problems) > 0 {
		t.Fatal(s.Problems)
	}
	var got []string
	for _, w := range s.Workloads {
		for _, c := range w.Containers {
			got = append(got, fmt.Sprint(c.Image.Value, " ", c.Image.Open))
		}
	}
	slices.Sort(got)
	want := []string{"${B} true", "e.com/a:" + hole + " true", "e.com/x/a:1 true", "plain false", "x/y false", hole + " true", hole + "/" + hole + " true"}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// stages returns stages of which each copies all of the one before it, thrice.
func stages(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "FROM a AS s%d\n", i)
		b.WriteString(strings.Repeat(fmt.Sprintf("COPY --from=s%d /a /a\n", i-1), 3))
	}
	return b.String()
}
