package recipe

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzRead reads files of all tools. Each recipe and problem has its line, and
// what is said of images is asked of each name.
func FuzzRead(f *testing.F) {
	for name, text := range map[string]string{
		".goreleaser.yaml": "builds:\n  - {id: a, main: ./cmd/a, binary: a}\ndockers:\n  - image_templates: [\"x/a:{{ .Tag }}\"]\n    ids: [a]\n",
		"skaffold.yaml":    "build:\n  artifacts:\n    - image: x/a\n      docker: {dockerfile: build/Dockerfile}\n    - {image: x/b, ko: {main: ./cmd/b}}\n",
		"Tiltfile":         "docker_build('x/a', '.', dockerfile='Dockerfile')\ncustom_build(\n  'x/b',\n  'ko publish ./cmd/b',\n  ['.'])\n",
		"BUILD.bazel":      "go_binary(name = \"a\", embed = [\":lib\"])\noci_image(name = \"image\", entrypoint = [\"/a\"], tars = [\":a\"])\n",
		"project.toml":     "[[build.env]]\nname = \"BP_GO_TARGETS\"\nvalue = \"./cmd/a\"\n",
	} {
		f.Add(name, []byte(text))
	}
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		lines := bytes.Count(text, []byte("\n")) + 1
		recipes, problem := Read(name, Kind(name), text)
		if problem != nil && (problem.Line < 0 || problem.Line > lines || strings.Contains(problem.Message, "\n")) {
			t.Errorf("in line %d of %d: %q", problem.Line, lines, problem.Message)
		}
		for _, r := range recipes {
			if r.Line < 0 || r.Line > lines {
				t.Errorf("%+v, of %d lines", r, lines)
			}
			if strings.Contains(Name(r.Image), "/") {
				t.Errorf("the name of %q is %q", r.Image, Name(r.Image))
			}
		}
		ChartImages(name, text)
	})
}
