package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/build"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const nogoDir = "../../testdata/nogo"

// TestNogo builds Bazel's nogo from its own sources, with the analyzers of the
// BUILD file in docs/drivers.md, and runs it over the corpus as Bazel would:
// one process per package, facts in files, dependencies below external, no
// modules. It has to say what the command says.
func TestNogo(t *testing.T) {
	if testing.Short() {
		t.Skip("builds nogo")
	}
	page, err := os.ReadFile("../../docs/drivers.md")
	if err != nil {
		t.Fatal(err)
	}
	var imports []string
	for _, m := range regexp.MustCompile(`"@com_github_portvet_portvet//(\S+)"`).FindAllStringSubmatch(string(page), -1) {
		imports = append(imports, "github.com/portvet/portvet/"+m[1])
	}
	if len(imports) < 10 {
		t.Fatalf("docs/drivers.md names the analyzers %q", imports)
	}
	_, config, _ := strings.Cut(string(page), "```json\n")
	config, _, _ = strings.Cut(config, "```\n")

	// The example.
	same(t, "portvet with the options of the example",
		byCommand(t, "-hardcodedport.allow=53,443", "-drain.grace=10s", "-portenv.accept=flag,config"),
		"nogo", byNogo(t, buildNogo(t, imports, config)))

	flagged := buildNogo(t, append(imports, "github.com/portvet/portvet/analyzers/nohealth"), `{
		"portenv": {"analyzer_flags": {"accept": "config", "tests": "true"}},
		"sigterm": {"analyzer_flags": {"strict": "true"}},
		"portaddr": {"analyzer_flags": {"ipv6": "false"}},
		"hardcodedport": {"analyzer_flags": {"allow": "9090,9091"}},
		"noshutdown": {"exclude_files": {".*": "not wanted"}}
	}`)
	same(t, "portvet with options", byCommand(t, "-strict", "-disable=noshutdown", "-hardcodedport.allow=9090,9091", "-portenv.accept=config", "-portaddr.ipv6=false"),
		"nogo", byNogo(t, flagged))
}

// goPackage is what go list says of a package.
type goPackage struct {
	ImportPath, Dir, Name, Export string
	Standard                      bool
	GoFiles, Imports              []string
	ImportMap                     map[string]string
	Module                        *struct{ Main bool }
}

// goList lists packages with all that they import, dependencies first.
func goList(t *testing.T, dir string, packages ...string) []goPackage {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-export", "-deps", "-json=ImportPath,Dir,Name,Export,Standard,GoFiles,Imports,ImportMap,Module"}, packages...)...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd, err, &stderr)
	}
	var all []goPackage
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// importConfig writes where the compiled packages are, for the compiler and
// for nogo, and returns the file.
func importConfig(t *testing.T, packages []goPackage) string {
	t.Helper()
	var text strings.Builder
	mapped := make(map[string]bool)
	for _, p := range packages {
		if p.Export != "" {
			fmt.Fprintf(&text, "packagefile %s=%s\n", p.ImportPath, p.Export)
		}
		for from, to := range p.ImportMap {
			if !mapped[from] {
				fmt.Fprintf(&text, "importmap %s=%s\n", from, to)
			}
			mapped[from] = true
		}
	}
	file := filepath.Join(t.TempDir(), "importcfg")
	if err := os.WriteFile(file, []byte(text.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// buildNogo builds nogo with the analyzers of the packages and a configuration.
// Nogo imports an internal package of x/tools, which Bazel allows and go build
// does not, so the compiler is called by hand.
func buildNogo(t *testing.T, imports []string, config string) string {
	t.Helper()
	source := nogoSource(t)
	dir := t.TempDir()
	main := filepath.Join(dir, "analyzers.go")
	if err := os.WriteFile(main, []byte(nogoMain(t, imports, config)), 0o666); err != nil {
		t.Fatal(err)
	}
	files := []string{main}
	for _, name := range []string{"constants.go", "env.go", "flags.go", "nogo_fix.go", "nogo_goversions_go118.go", "nogo_goversions_go121.go",
		"nogo_goversions_go122.go", "nogo_main.go", "nogo_version.go", "nolint.go"} {
		if match, err := build.Default.MatchFile(source, name); err != nil {
			t.Fatal(err)
		} else if match {
			files = append(files, filepath.Join(source, name))
		}
	}
	var imported []string
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range f.Imports {
			path, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			imported = append(imported, path)
		}
	}
	deps := importConfig(t, goList(t, nogoDir, append(imported, "runtime")...))
	object, nogo := filepath.Join(dir, "main.a"), filepath.Join(dir, "nogo")
	for _, args := range [][]string{
		append([]string{"tool", "compile", "-p=main", "-lang=go1.26", "-importcfg=" + deps, "-o", object}, files...),
		{"tool", "link", "-s", "-w", "-importcfg=" + deps, "-o", nogo, object},
	} {
		if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%s", args[1], err, out)
		}
	}
	return nogo
}

// nogoSource returns the directory of nogo's sources.
func nogoSource(t *testing.T) string {
	t.Helper()
	cmd := exec.Command("go", "mod", "download", "-json", "github.com/bazelbuild/rules_go")
	cmd.Dir = nogoDir
	out, err := cmd.Output()
	var module struct{ Dir, Error string }
	if jerr := json.Unmarshal(out, &module); err != nil || jerr != nil || module.Error != "" {
		t.Fatalf("go mod download: %v %s", err, module.Error)
	}
	return filepath.Join(module.Dir, "go/tools/builders")
}

// nogoMain returns the file that Bazel generates from the BUILD file and the
// configuration.
func nogoMain(t *testing.T, imports []string, config string) string {
	t.Helper()
	var configs map[string]struct {
		Flags   map[string]string `json:"analyzer_flags"`
		Exclude map[string]string `json:"exclude_files"`
	}
	dec := json.NewDecoder(strings.NewReader(config))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&configs); err != nil {
		t.Fatalf("%v in the configuration of nogo\n%s", err, config)
	}
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\t\"regexp\"\n\t\"golang.org/x/tools/go/analysis\"\n")
	for i, path := range imports {
		fmt.Fprintf(&b, "\ta%d %q\n", i, path)
	}
	b.WriteString(")\n\nconst debugMode = false\n\nvar analyzers = []*analysis.Analyzer{\n")
	for i := range imports {
		fmt.Fprintf(&b, "\ta%d.Analyzer,\n", i)
	}
	b.WriteString("}\n\nvar configs = map[string]config{\n")
	for name, c := range configs {
		fmt.Fprintf(&b, "\t%q: {analyzerFlags: %#v, excludeFiles: []*regexp.Regexp{", name, c.Flags)
		for pattern := range c.Exclude {
			fmt.Fprintf(&b, "regexp.MustCompile(%q), ", pattern)
		}
		b.WriteString("}},\n")
	}
	b.WriteString("}\n\nvar _ *regexp.Regexp\n")
	return b.String()
}

// byNogo runs nogo over the packages of the corpus and returns its findings in
// the form of byCommand.
func byNogo(t *testing.T, nogo string) []string {
	t.Helper()
	corpus, err := filepath.Abs(corpusDir)
	if err != nil {
		t.Fatal(err)
	}
	// The directory in which Bazel runs its actions.
	root := t.TempDir()
	packages := goList(t, corpus, "./...")
	deps := importConfig(t, packages)
	facts := make(map[string]string)
	finding := regexp.MustCompile(`^(\S+:\d+:\d+): (.*) \((\w+)\)$`)
	var all []string
	for i, p := range packages {
		if p.Standard {
			continue
		}
		rel, err := filepath.Rel(corpus, p.Dir)
		if err != nil {
			t.Fatal(err)
		}
		if p.Module == nil || !p.Module.Main {
			rel = filepath.Join("external", rel)
		}
		if err := os.MkdirAll(filepath.Join(root, rel), 0o777); err != nil {
			t.Fatal(err)
		}
		path := p.ImportPath
		if p.Name == "main" {
			path = "main" // as for a go_binary
		}
		file := filepath.Join(root, fmt.Sprintf("%d.facts", i))
		facts[p.ImportPath] = file
		args := []string{"-importcfg", deps, "-p", path, "-x", file, "-go_version", "1.26"}
		for _, imp := range p.Imports {
			if f := facts[imp]; f != "" {
				args = append(args, "-fact", imp+"="+f)
			}
		}
		for _, f := range p.GoFiles {
			if err := os.Symlink(filepath.Join(p.Dir, f), filepath.Join(root, rel, f)); err != nil {
				t.Fatal(err)
			}
			args = append(args, filepath.Join(rel, f))
		}
		cmd := exec.Command(nogo, args...)
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "GOARCH="+build.Default.GOARCH)
		out, err := cmd.CombinedOutput()
		if _, ok := err.(*exec.ExitError); err != nil && !ok {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(out)) {
			line = strings.TrimSpace(line)
			if m := finding.FindStringSubmatch(line); m != nil {
				all = append(all, fmt.Sprintf("%s: %s: %s", m[1], m[3], m[2]))
			} else if line != "nogo: errors found by nogo during build-time code analysis:" {
				t.Errorf("nogo said %q of %s, which is no finding", line, p.ImportPath)
			}
		}
	}
	return all
}
