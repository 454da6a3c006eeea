package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/portvet/portvet/cmd/internal/deploy"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

const portsDir = "../../testdata/ports"

// repos are the reference repositories.
var repos = []string{"shop", "greeter", "ping", "links", "pantry", "gate", "larder", "depot", "canteen", "bakery", "shelf", "atlas", "harbour", "cellar"}

// planned asks once what the packages of a reference repository do.
var planned = func() func(t *testing.T, repo string) []driver.Planned {
	once := make(map[string]func() ([]driver.Planned, []driver.Error))
	for _, repo := range repos {
		once[repo] = sync.OnceValues(func() ([]driver.Planned, []driver.Error) {
			return driver.Plan(driver.Config{Dir: filepath.Join(portsDir, repo), Tool: filepath.Join(binDir, "portvet"), Patterns: []string{"./..."}})
		})
	}
	return func(t *testing.T, repo string) []driver.Planned {
		t.Helper()
		pkgs, errs := once[repo]()
		for _, e := range errs {
			t.Fatal(e)
		}
		return slices.Clone(pkgs)
	}
}()

// manifestFindings compares the manifests in dir, a copy of a reference
// repository, with its programs, and returns each finding as "file:line: rule:
// message", with the file's name in dir.
func manifestFindings(t *testing.T, repo, dir string, pkgs []driver.Planned, strict bool) []string {
	t.Helper()
	root, err := filepath.Abs(filepath.Join(portsDir, repo))
	if err != nil {
		t.Fatal(err)
	}
	for i := range pkgs {
		for _, d := range []*string{&pkgs[i].Dir, &pkgs[i].ModuleDir} {
			abs, err := filepath.Abs(*d)
			if err != nil {
				t.Fatal(err)
			}
			rel, err := filepath.Rel(root, abs)
			if err != nil {
				t.Fatal(err)
			}
			*d = filepath.Join(dir, rel)
		}
	}
	plan := ports.New(pkgs, false)
	set := manifest.Find(manifest.Config{Roots: []string{dir}})
	for _, p := range set.Problems {
		t.Errorf("%s:%d: %s", p.File, p.Line, p.Message)
	}
	deployed, err := deploy.Match(plan, set, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range deployed.Check(strict) {
		if !strict && slices.ContainsFunc(deploy.Rules, func(r deploy.Rule) bool { return r.Strict && r.Name == f.Rule }) {
			continue
		}
		rel, err := filepath.Rel(dir, f.File)
		if err != nil {
			t.Fatal(err)
		}
		if f.Column == 0 {
			t.Errorf("no column: %+v", f)
		}
		out = append(out, fmt.Sprintf("%s:%d: %s: %s", filepath.ToSlash(rel), f.Line, f.Rule, strings.ReplaceAll(f.Message, dir+string(filepath.Separator), "")))
	}
	return out
}

// copyRepo copies a reference repository without its Go files.
func copyRepo(t *testing.T, repo string) string {
	t.Helper()
	dir := t.TempDir()
	root := filepath.Join(portsDir, repo)
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o666)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestManifests: reference repositories are right as they are, and each edit
// that breaks one is found, at its line and nowhere else.
func TestManifests(t *testing.T) {
	for _, repo := range repos {
		t.Run(repo, func(t *testing.T) {
			for _, f := range manifestFindings(t, repo, copyRepo(t, repo), planned(t, repo), false) {
				t.Errorf("unexpected %s", f)
			}
		})
	}
	for _, b := range slices.Concat(breakages, canteenBreakages, bakeryBreakages, shelfBreakages, atlasBreakages, harbourBreakages, cellarBreakages) {
		t.Run(b.repo+"/"+b.name, func(t *testing.T) {
			dir := copyRepo(t, b.repo)
			file := filepath.Join(dir, b.file)
			text, err := os.ReadFile(file)
			if err != nil && (b.old != "" || !os.IsNotExist(err)) {
				t.Fatal(err)
			}
			if n := strings.Count(string(text), b.old); n != 1 && b.old != "" {
				t.Fatalf("%q is %d times in %s", b.old, n, b.file)
			}
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(strings.Replace(string(text), b.old, b.new, 1)), 0o666); err != nil {
				t.Fatal(err)
			}
			got := manifestFindings(t, b.repo, dir, planned(t, b.repo), false)
			if !slices.Equal(got, b.want) {
				t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(b.want, "\n\t"))
			}
		})
	}
}

// TestStrictManifests: what only strict reports of the reference repositories.
func TestStrictManifests(t *testing.T) {
	want := map[string][]string{
		"pantry": {`deploy/pantry.yaml:18: manifestgap: pantry stops as soon as it is told to ((*http.Server).Shutdown at main.go:55:12), while Service pantry (deploy/pantry.yaml:31) still sends it requests for some seconds: let a preStop hook sleep, or wait before the drain`},
		"canteen": {
			`deploy/prod/port.yaml:10: manifestgap: canteen stops as soon as it is told to ((*http.Server).Shutdown at cmd/canteen/main.go:34:12), while Service canteen (deploy/base/canteen.yaml:20) still sends it requests for some seconds: let a preStop hook sleep, or wait before the drain`,
			`deploy/stage/kustomization.yaml:14: manifestgap: canteen stops as soon as it is told to ((*http.Server).Shutdown at cmd/canteen/main.go:34:12), while Service canteen (deploy/base/canteen.yaml:20) still sends it requests for some seconds: let a preStop hook sleep, or wait before the drain`,
			`fly.toml:1: manifestgrace: the platform kills canteen after its default of 5s, but it drains for up to 20s ((*http.Server).Shutdown at cmd/canteen/main.go:34:12), so requests are cut off`,
		},
	}
	for _, repo := range []string{"pantry", "gate", "canteen"} {
		dir := copyRepo(t, repo)
		if repo == "pantry" {
			file := filepath.Join(dir, "deploy/pantry.yaml")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			before, after, ok := strings.Cut(string(text), "          lifecycle:\n")
			_, after, ok2 := strings.Cut(after, "---\n")
			if !ok || !ok2 {
				t.Fatal("no preStop hook")
			}
			if err := os.WriteFile(file, []byte(before+"---\n"+after), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if repo == "canteen" {
			file := filepath.Join(dir, "fly.toml")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(strings.Replace(string(text), "kill_timeout = \"30s\"", "", 1)), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got := manifestFindings(t, repo, dir, planned(t, repo), true); !slices.Equal(got, want[repo]) {
			t.Errorf("%s: have\n\t%s\nwant\n\t%s", repo, strings.Join(got, "\n\t"), strings.Join(want[repo], "\n\t"))
		}
	}
}
