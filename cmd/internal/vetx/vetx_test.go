package vetx

import (
	"encoding/json"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// That what is written is what unitchecker writes, the tests of the vet tool
// show, on real packages. Here is what is left to unitchecker.

// TestTools: whoever changes the release of x/tools finds that the files have
// to be compared again (TestDependencies of cmd/portvet).
func TestTools(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", "golang.org/x/tools").Output()
	if err != nil {
		t.Fatal(err)
	}
	if v := strings.TrimSpace(string(out)); v != tools {
		t.Errorf("the module requires x/tools %s; change tools from %s if TestDependencies passes with it", v, tools)
	}
}

// write lets the package of the given source be written, which imports lib,
// with a file of lib that has some bytes of facts.
func write(t *testing.T, src string, facts int) (bool, string) {
	t.Helper()
	dir := t.TempDir()
	file := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	lib := &Package{ImportPath: "example.com/go-lib", GoFiles: []string{file("lib.go", "package lib\n\ntype T struct{ F int }\n")}, VetxOutput: filepath.Join(dir, "lib.out")}
	if !lib.Write() {
		t.Fatal("lib is not written")
	}
	data, err := os.ReadFile(lib.VetxOutput)
	if err != nil {
		t.Fatal(err)
	}
	data[8] = byte(facts)
	file("lib.out", string(data)+strings.Repeat("x", facts))
	p := &Package{
		ImportPath:  "example.com/p",
		GoFiles:     []string{file("p.go", src)},
		ImportMap:   map[string]string{"example.com/go-lib": "example.com/go-lib"},
		PackageVetx: map[string]string{"example.com/go-lib": lib.VetxOutput},
		VetxOutput:  filepath.Join(dir, "p.out"),
	}
	ok := p.Write()
	if _, err := os.Stat(p.VetxOutput); ok != (err == nil) {
		t.Errorf("Write returns %t, and of its file: %v", ok, err)
	}
	return ok, p.VetxOutput
}

func TestWrite(t *testing.T) {
	const head = "package p\n\nimport \"example.com/go-lib\"\n\n"
	tests := []struct {
		name, src string
		facts     int
		want      bool
	}{
		{"an import in a body only", head + "func F() int { return lib.T{}.F }\n", 0, true},
		{"an import that is called otherwise than its path says", head + "var V lib.T\n", 0, false},
		{"an import with a name", "package p\n\nimport l \"example.com/go-lib\"\n\nvar V l.T\n", 0, true},
		{"a dot import", "package p\n\nimport . \"example.com/go-lib\"\n\nvar V T\n", 0, true},
		{"facts about an import", head + "func F() int { return lib.T{}.F }\n", 3, false},
		{"a type error in a declaration", head + "var V int = \"\"\n", 0, false},
		{"a syntax error", head + "func F() {\n", 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := write(t, tt.src, tt.facts); got != tt.want {
				t.Errorf("Write() = %t, want %t", got, tt.want)
			}
		})
	}
}

// TestImporter: what is exported is there for those who read the file.
func TestImporter(t *testing.T) {
	ok, file := write(t, "package p\n\nimport l \"example.com/go-lib\"\n\ntype T struct{ l.T }\n", 0)
	if !ok {
		t.Fatal("not written")
	}
	im := &importer{fset: token.NewFileSet(), loaded: make(map[string]*types.Package)}
	pkg, err := im.load("example.com/p", file)
	if err != nil {
		t.Fatal(err)
	}
	obj, _, _ := types.LookupFieldOrMethod(pkg.Scope().Lookup("T").Type(), true, pkg, "F")
	if obj == nil || obj.Pkg().Path() != "example.com/go-lib" {
		t.Errorf("T.F is %v", obj)
	}
}

func TestDependency(t *testing.T) {
	dir := t.TempDir()
	describe := func(only bool) string {
		data, err := json.MarshalIndent(map[string]any{
			"ImportPath": "p", "GoFiles": []string{"p.go"}, "VetxOnly": only, "VetxOutput": "p.out",
			"ModulePath": "example.com/m", "ModuleVersion": "v1.0.0", "ImportMap": map[string]string{"a": "vendor/a"},
		}, "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, "p.cfg")
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	if p := Dependency(describe(false)); p != nil {
		t.Errorf("a package to lint is %+v", p)
	}
	p := Dependency(describe(true))
	if p == nil || p.Module == nil || p.Module.Path != "example.com/m" || p.Module.Version != "v1.0.0" || len(p.Imports()) != 1 || p.Imports()[0] != "vendor/a" {
		t.Errorf("a dependency is %+v", p)
	}
	if p := Dependency(filepath.Join(dir, "absent.cfg")); p != nil {
		t.Errorf("a file that is not there is %+v", p)
	}
}
