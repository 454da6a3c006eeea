package apicheck

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const stubs = "../src"

// stubImporter takes the packages below testdata/src before real ones.
type stubImporter struct {
	fset *token.FileSet
	pkgs map[string]*types.Package
	std  types.Importer
}

func (im *stubImporter) Import(path string) (*types.Package, error) {
	if p := im.pkgs[path]; p != nil {
		return p, nil
	}
	names, _ := filepath.Glob(filepath.Join(stubs, path, "*.go"))
	if len(names) == 0 {
		return im.std.Import(path)
	}
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(im.fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	p, err := (&types.Config{Importer: im}).Check(path, im.fset, files, nil)
	im.pkgs[path] = p
	return p, err
}

// TestStubs compares what the stubs declare with the real packages: a test
// that passes on a stub must mean something.
func TestStubs(t *testing.T) {
	fset := token.NewFileSet()
	im := &stubImporter{fset, make(map[string]*types.Package), importer.ForCompiler(fset, "source", nil)}
	var paths []string
	err := filepath.WalkDir(stubs, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") {
			return err
		}
		rel, _ := filepath.Rel(stubs, filepath.Dir(name))
		path := filepath.ToSlash(rel)
		first, _, _ := strings.Cut(path, "/")
		if strings.Contains(first, ".") && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	real := load(t, paths, "linux")
	gone := absent(t)
	unpacked := newSnapshots()
	for _, path := range paths {
		stub, err := im.Import(path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		pkg := real[path]
		if pkg == nil && gone[path] {
			if unpacked == nil {
				t.Logf("%s: not compared: absent, and APICHECK_SNAPSHOTS is not set", path)
				continue
			}
			pkg, _ = unpacked.Import(path)
		}
		if pkg == nil {
			t.Errorf("%s: no real package to compare with", path)
			continue
		}
		if stub.Name() != pkg.Name() {
			t.Errorf("%s: is package %s, not %s", path, pkg.Name(), stub.Name())
		}
		for _, name := range stub.Scope().Names() {
			if token.IsExported(name) {
				compare(t, path, name, stub.Scope().Lookup(name), pkg.Scope().Lookup(name))
			}
		}
	}
}

func compare(t *testing.T, path, name string, stub, real types.Object) {
	t.Helper()
	if real == nil {
		t.Errorf("%s: there is no %s", path, name)
		return
	}
	switch stub := stub.(type) {
	case *types.Func, *types.Var, *types.Const:
		if got, want := typeString(stub.Type()), typeString(real.Type()); got != want {
			t.Errorf("%s.%s: is %s, not %s", path, name, want, got)
		}
	case *types.TypeName:
		rt, ok := real.(*types.TypeName)
		if !ok {
			t.Errorf("%s.%s: is no type", path, name)
			return
		}
		if stub.IsAlias() != rt.IsAlias() {
			t.Errorf("%s.%s: alias or not differs", path, name)
		}
		if stub.IsAlias() {
			return
		}
		named := stub.Type().(*types.Named)
		switch u := named.Underlying().(type) {
		case *types.Struct:
			for f := range u.Fields() {
				if !f.Exported() {
					continue
				}
				obj, _, _ := types.LookupFieldOrMethod(rt.Type(), true, rt.Pkg(), f.Name())
				if v, ok := obj.(*types.Var); !ok {
					t.Errorf("%s.%s: no field %s", path, name, f.Name())
				} else if typeString(f.Type()) != typeString(v.Type()) {
					t.Errorf("%s.%s.%s: is %s, not %s", path, name, f.Name(), v.Type(), f.Type())
				}
			}
		case *types.Interface:
			for m := range u.ExplicitMethods() {
				if m.Exported() {
					compareMethod(t, path, name, m, rt)
				}
			}
		default:
			if typeString(u) != typeString(rt.Type().Underlying()) {
				t.Errorf("%s.%s: is %s, not %s", path, name, rt.Type().Underlying(), u)
			}
		}
		for m := range named.Methods() {
			if m.Exported() {
				compareMethod(t, path, name, m, rt)
			}
		}
	}
}

func compareMethod(t *testing.T, path, name string, m *types.Func, rt *types.TypeName) {
	t.Helper()
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(rt.Type()), true, rt.Pkg(), m.Name())
	if types.IsInterface(rt.Type()) {
		obj, _, _ = types.LookupFieldOrMethod(rt.Type(), true, rt.Pkg(), m.Name())
	}
	fn, ok := obj.(*types.Func)
	if !ok {
		t.Errorf("%s.%s: no method %s", path, name, m.Name())
		return
	}
	if got, want := generic(fn.FullName()), generic(m.FullName()); got != want {
		t.Errorf("%s: full name is %s", want, got)
	}
	if got, want := typeString(m.Type()), typeString(fn.Type()); got != want {
		t.Errorf("%s: is %s, not %s", m.FullName(), want, got)
	}
}

// typeString writes a type without parameter names, interface{} as any.
func typeString(t types.Type) string {
	if sig, ok := t.(*types.Signature); ok {
		anon := func(tu *types.Tuple) *types.Tuple {
			var vars []*types.Var
			for v := range tu.Variables() {
				vars = append(vars, types.NewParam(token.NoPos, nil, "", v.Type()))
			}
			return types.NewTuple(vars...)
		}
		t = types.NewSignatureType(nil, nil, nil, anon(sig.Params()), anon(sig.Results()), sig.Variadic())
	}
	return strings.ReplaceAll(types.TypeString(t, nil), "interface{}", "any")
}
