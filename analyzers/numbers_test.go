package analyzers_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// How large a package, a file and a struct may be so that they are read in one
// sitting. Tests and generated files do not count.
const (
	maxPackage = 2500 // lines
	maxFile    = 450  // lines
	maxStruct  = 12   // fields
)

// larger lists what is larger than that, each with the reason: packages, files,
// and structs by their package and name. A package with /... behind it stands
// for all that is in it.
var larger = map[string]string{
	// One evaluator: its files call each other in circles by nature, since a
	// value may be a call, a field, a parameter or a pointer to any of them.
	// No file and no struct of it is too large.
	"analyzers/internal/origin": "one evaluator, which is recursive",

	// A reader for each kind of manifest, side by side, and no file too large. What
	// they share, texts with their places, would have to be a room below both
	// files of builds and cluster objects before these can be two.
	"cmd/internal/manifest": "one reader per kind of manifest, of which there are many",

	// What others read or write field by field. A struct inside would change
	// the settings of users, or the order in which fields are encoded.
	"analyzers/internal/listener.Listen": "a listener as a fact carries it, in the order of its encoding",
	"analyzers.Options":                  "the settings: one field for each rule and for what is asked of all",
	"analyzers/internal/plan.Package":    "the JSON that driver.Plan reads, in its order",
	"analyzers/internal/plan.Listener":   "the same",
	"cmd/internal/driver.Finding":        "the JSON of docs/report.schema.json, in its order",
	"cmd/internal/ports.jsonListener":    "the JSON of docs/ports.schema.json, in its order",
}

// TestNumbers checks the sizes of packages, files and structs, and that larger
// lists nothing that is small.
func TestNumbers(t *testing.T) {
	unused := maps.Clone(larger)
	// name, of a package, is over a limit with its size.
	over := func(pkg, name, size string) {
		for _, n := range []string{name, pkg + "/..."} {
			if _, listed := larger[n]; listed {
				delete(unused, n)
				return
			}
		}
		t.Errorf("%s has %s", name, size)
	}
	lines := make(map[string]int)
	fset := token.NewFileSet()
	for _, root := range []string{"analyzers", "cmd"} {
		err := filepath.WalkDir(filepath.Join("..", root), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return filepath.SkipDir
			case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			f, err := parser.ParseFile(fset, path, text, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			if ast.IsGenerated(f) {
				return nil
			}
			name, err := filepath.Rel("..", path)
			if err != nil {
				return err
			}
			name = filepath.ToSlash(name)
			pkg := name[:strings.LastIndexByte(name, '/')]
			n := bytes.Count(text, []byte("\n"))
			lines[pkg] += n
			if n > maxFile {
				over(pkg, name, fmt.Sprintf("%d lines; cut it at %d where a reader would", n, maxFile))
			}
			for name, n := range structs(f) {
				if n > maxStruct {
					over(pkg, pkg+"."+name, fmt.Sprintf("%d fields; put those that belong together into a struct of their own, so that there are at most %d", n, maxStruct))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(lines) < 20 {
		t.Errorf("only %d packages were looked at", len(lines))
	}
	for pkg, n := range lines {
		if n > maxPackage {
			over(pkg, pkg, fmt.Sprintf("%d lines; a package is read in one sitting up to %d", n, maxPackage))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("%s is in the list of what is larger (%s), and is not", name, unused[name])
	}
}

// structs returns the number of fields of the structs in f, by the name of the
// type that they are declared in.
func structs(f *ast.File) map[string]int {
	out := make(map[string]int)
	for _, decl := range f.Decls {
		name := "a function"
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				name = n.Name.Name
			case *ast.StructType:
				out[name] = max(out[name], n.Fields.NumFields())
			}
			return true
		})
	}
	return out
}
