package match

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// TestImageNames: which program an image is of by its name, the files of build
// tools nearest to it, and the module.
func TestImageNames(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		// Two folders, each with an image of the same name.
		"one/skaffold.yaml":    "build: {artifacts: [{image: same, ko: {main: ./cmd/a}}]}\n",
		"two/skaffold.yaml":    "build: {artifacts: [{image: same, ko: {main: ./cmd/b}}]}\n",
		"one/deploy/pod.yaml":  "kind: Pod\nmetadata: {name: one}\nspec: {containers: [{image: same}]}\n",
		"two/deploy/pod.yaml":  "kind: Pod\nmetadata: {name: two}\nspec: {containers: [{image: same}]}\n",
		"deploy/pod.yaml":      "kind: Pod\nmetadata: {name: which}\nspec: {containers: [{image: same}]}\n",
		"deploy/skaffold.yaml": "build: {artifacts: [{image: elsewhere, context: ../gone}]}\n",
		"many.yaml": `kind: Pod
metadata: {name: many}
spec:
  containers:
    - {name: lone, image: "x/lone-module"}
    - {name: both, image: "x/one-a"}
    - {name: folder, image: "x/shop-web"}
    - {name: bot, image: "x/shop-web", command: [bot]}
    - {name: module, image: "x/one"}
    - {name: related, image: "x/one-c"}
    - {name: foreign, image: "redis"}
    - {name: elsewhere, image: "elsewhere"}
    - {name: none, image: "ko://example.com/other"}
    - {name: ko, image: "ko://example.com/one/cmd/b"}
    - {name: entry, image: controller, command: [/manager]}
`,
		"one/Dockerfile": "FROM golang AS b\nRUN make\nFROM scratch\nCOPY --from=b /out/a /manager\nENTRYPOINT [\"/manager\"]\n",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	plan := &ports.Plan{}
	for _, p := range []string{"one/cmd/a", "one/cmd/b", "two/cmd/a", "two/cmd/b", "lone_module/cmd", "shop/shop-web/cmd", "shop/shop-web/cmd/bot"} {
		module, _, _ := strings.Cut(p, "/")
		plan.Programs = append(plan.Programs, &ports.Program{
			Name: p, Path: "example.com/" + p, Dir: filepath.Join(dir, filepath.FromSlash(p)), Module: "example.com/" + module, ModuleDir: filepath.Join(dir, module),
		})
	}
	m, err := New(plan, manifest.Find(manifest.Config{Roots: []string{dir}}), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range m.Runs() {
		what := "image"
		if r.Workload != nil {
			what = r.Workload.Name + " " + r.Container.Name
		}
		got = append(got, strings.TrimSpace(what)+": "+program(r))
	}
	slices.Sort(got)
	want := []string{
		"image: one/cmd/a", "many bot: unsure", "many both: one/cmd/a", "many elsewhere: unsure", "many entry: one/cmd/a", "many folder: shop/shop-web/cmd", "many foreign: none",
		"many ko: one/cmd/b", "many lone: lone_module/cmd", "many module: one/cmd/a", "many none: none", "many related: unsure",
		"one: one/cmd/a", "two: two/cmd/b", "which: unsure",
	}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
