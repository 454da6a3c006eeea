package match

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// TestBuiltElsewhere: images that make builds, that are made of a file which a
// folder holds, and that are called nearly like a module.
func TestBuiltElsewhere(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"Makefile":          "image:\n\tdocker build -f mail.Dockerfile -t team/letters .\n\tdocker build -t team/gone missing\n",
		"mail.Dockerfile":   "FROM alpine\nRUN mkdir /app\nCOPY mail/run /app\nCMD [\"/app/run\"]\n",
		"other.Dockerfile":  "FROM alpine\nCOPY --from=x /run /run\nCMD [\"/run\"]\n",
		"pods.yaml":         "kind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - {name: made, image: team/letters}\n    - {name: missing, image: team/gone}\n    - {name: before, image: team/acme-user-store}\n    - {name: behind, image: team/mail-app}\n    - {name: short, image: team/big-mail}\n",
		"mail/go.mod":       "module example.com/mail\n",
		"user-store/go.mod": "module example.com/user-store\n",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	plan := &ports.Plan{}
	for _, name := range []string{"mail", "user-store"} {
		plan.Programs = append(plan.Programs, &ports.Program{
			Name: name, Path: "example.com/" + name + "/cmd/x", Dir: filepath.Join(dir, name, "cmd", "x"), Module: "example.com/" + name, ModuleDir: filepath.Join(dir, name),
		})
	}
	m, err := New(plan, manifest.Find(manifest.Config{Roots: []string{dir}}), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range m.Runs() {
		what, program := "", "none"
		if r.Container != nil {
			what = r.Container.Name
		} else {
			what = filepath.Base(r.Image.File)
		}
		if r.Program != nil {
			program = r.Program.Name
		}
		got = append(got, what+" "+program)
	}
	slices.Sort(got)
	want := []string{"before user-store", "behind mail", "made mail", "mail.Dockerfile mail", "missing none", "other.Dockerfile none", "short none"}
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
