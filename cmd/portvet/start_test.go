package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"
)

// Go vet starts the program once per package, so what runs before main is paid
// hundreds of times. Time cannot be tested on a busy machine, but how much
// memory the initialisation of a package takes is always the same.

// most is how many bytes the initialisation of one package may take.
const most = 8 << 10

// allowed are the packages of others that may take more.
var allowed = map[string]int{
	"go.yaml.in/yaml/v3":      28 << 10, // tables and regular expressions of its own; the command reads YAML
	"mvdan.cc/sh/v3/fileutil": 16 << 10, // two regular expressions, of the printer beside the parser of shell scripts
}

// TestInitialisation: neither a package of portvet's own nor one that it brings
// along, beyond what every vet tool has, takes much memory before main.
func TestInitialisation(t *testing.T) {
	initialised := func(tool string) map[string]int {
		cmd := exec.Command(tool, "-V=full")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var trace bytes.Buffer
		cmd.Stderr = &trace
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		bytesOf := make(map[string]int)
		for _, m := range regexp.MustCompile(`(?m)^init (\S+) .* (\d+) bytes, \d+ allocs$`).FindAllStringSubmatch(trace.String(), -1) {
			n, err := strconv.Atoi(m[2])
			if err != nil {
				t.Fatal(err)
			}
			bytesOf[m[1]] = n
		}
		return bytesOf
	}
	portvet, empty := initialised(filepath.Join(binDir, "portvet")), initialised(emptyTool(t))
	if _, ok := portvet["main"]; !ok || len(empty) == 0 {
		t.Fatalf("GODEBUG=inittrace=1 prints something else: %v", portvet)
	}
	for path, n := range portvet {
		limit := most
		if more, ok := allowed[path]; ok {
			limit = more
		}
		if _, both := empty[path]; !both && n > limit {
			t.Errorf("the initialisation of %s takes %d bytes, more than %d: let it be made when it is asked for", path, n, limit)
		}
	}
}

// TestLinked: packages that make every start dearer are not in the program.
// With net, which needs the C library, it is not even static.
func TestLinked(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	for _, path := range []string{"net", "net/http", "os/user", "runtime/cgo", "crypto/tls", "text/template", "html/template", "golang.org/x/tools/go/packages"} {
		if slices.Contains(deps, path) {
			t.Errorf("portvet is linked with %s", path)
		}
	}
}

// TestDependencies: what go vet gets about dependencies of which there is
// nothing to say is what unitchecker writes for a tool that says nothing, byte
// for byte, and is made without unitchecker.
func TestDependencies(t *testing.T) {
	roots := []string{"encoding/json", "golang.org/x/sync/errgroup"}
	if !testing.Short() {
		roots = append(roots, "go/types", "compress/gzip", "text/template", "go.yaml.in/yaml/v3", "github.com/rivo/uniseg", "golang.org/x/tools/go/ast/inspector")
	}
	empty, dir := emptyTool(t), t.TempDir()
	files := make(map[string]string) // what the empty tool has written, by package
	for _, u := range units(t, roots...) {
		u.VetxOnly = true
		cfg := u.write(t, dir, files)
		var written [2][]byte
		for i, cmd := range []*exec.Cmd{
			exec.Command(empty, "-json", cfg),
			exec.Command(filepath.Join(binDir, "portvet"), "-json", "-hardcodedport.allow=53", cfg),
		} {
			os.Remove(u.VetxOutput)
			os.Remove(u.Stdout)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", u.ImportPath, err, out)
			}
			var err error
			if written[i], err = os.ReadFile(u.VetxOutput); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(written[0], written[1]) {
			t.Errorf("%s: portvet writes other types than unitchecker", u.ImportPath)
		}
		if _, err := os.Stat(u.Stdout); err == nil {
			t.Errorf("%s: left to unitchecker", u.ImportPath)
		}
		files[u.ImportPath] = u.VetxOutput
	}
}

// unit is what go vet tells a tool of a package.
type unit unitchecker.Config

// units returns the packages with the given paths and what they import, each
// behind its imports.
func units(t testing.TB, paths ...string) []*unit {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-deps", "-json=ImportPath,Dir,GoFiles,Imports,ImportMap,Module"}, paths...)...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var us []*unit
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var pkg struct {
			ImportPath, Dir  string
			GoFiles, Imports []string
			ImportMap        map[string]string
			Module           *struct{ Path, Version, GoVersion string }
		}
		if err := dec.Decode(&pkg); errors.Is(err, io.EOF) {
			return us
		} else if err != nil {
			t.Fatal(err)
		}
		if pkg.ImportPath == "unsafe" {
			continue
		}
		u := &unit{ID: pkg.ImportPath, Compiler: "gc", Dir: pkg.Dir, ImportPath: pkg.ImportPath, ImportMap: pkg.ImportMap}
		if u.ImportMap == nil {
			u.ImportMap = make(map[string]string)
		}
		for _, imp := range pkg.Imports {
			if !slices.Contains(slices.Collect(maps.Values(u.ImportMap)), imp) {
				u.ImportMap[imp] = imp
			}
		}
		for _, f := range pkg.GoFiles {
			u.GoFiles = append(u.GoFiles, filepath.Join(pkg.Dir, f))
		}
		if pkg.Module != nil {
			u.ModulePath, u.ModuleVersion, u.GoVersion = pkg.Module.Path, pkg.Module.Version, "go"+pkg.Module.GoVersion
		}
		us = append(us, u)
	}
}

// write writes the description of u into dir, in the form in which go vet does
// it, and returns the name of the file. vetx are the files of other packages.
func (u *unit) write(t testing.TB, dir string, vetx map[string]string) string {
	t.Helper()
	base := filepath.Join(dir, strings.ReplaceAll(u.ImportPath, "/", "_"))
	u.VetxOutput, u.Stdout = base+".out", base+".stdout"
	u.PackageVetx = make(map[string]string)
	for _, imp := range u.ImportMap {
		if file, ok := vetx[imp]; ok {
			u.PackageVetx[imp] = file
		}
	}
	data, err := json.MarshalIndent(u, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(base+".cfg", data, 0o666); err != nil {
		t.Fatal(err)
	}
	return base + ".cfg"
}

// emptyTool builds the vet tool that says nothing.
func emptyTool(t testing.TB) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "empty")
	if err := goBuild("testdata/empty", file); err != nil {
		t.Fatal(err)
	}
	return file
}
