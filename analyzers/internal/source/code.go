package source

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/sample"
)

// OfOwnModules reports whether fn is of another package that is worked on; nil is of none.
func (x *Package) OfOwnModules(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == x.Pkg {
		return false
	}
	_, own := slices.BinarySearch(x.Own, fn.Pkg().Path())
	return own
}

// InTest reports whether n is in a test file.
func (x *Package) InTest(n ast.Node) bool {
	f := x.Fset.File(n.Pos())
	return f != nil && strings.HasSuffix(f.Name(), "_test.go")
}

// Sample reports whether pos is in a test, or in code that only serves tests
// and samples.
func (x *Package) Sample(pos token.Pos) bool {
	file := x.File(pos)
	if file == nil {
		return true
	}
	name := filepath.Base(x.Fset.Position(file.Package).Filename)
	return x.InTest(file) || x.sample(file, name)
}

// Ours reports whether pkg is analysed with what it does to muxes: the
// package at hand, and those of its own modules.
func (x *Package) Ours(pkg *types.Package) bool {
	return pkg == x.Pkg || slices.Contains(x.Own, pkg.Path())
}

// Worked reports whether the package is of a module that is worked on here:
// the main module or one of the workspace, but not a dependency.
func (x *Package) Worked() bool { return OwnModule(x.Module, x.Fset, x.Files) }

// OwnModule reports whether the package with the given files, of the module m,
// is of one that is worked on here. Bazel knows no modules; there the files of
// dependencies are below external.
func OwnModule(m *analysis.Module, fset *token.FileSet, files []*ast.File) bool {
	if m != nil {
		return m.Version == ""
	}
	for _, f := range files {
		return !strings.HasPrefix(fset.File(f.FileStart).Name(), "external/")
	}
	return true
}

// Reportable reports whether findings at pos are wanted: not in generated
// files, nor (unless asked for) in tests and samples.
func (x *Package) Reportable(pos token.Pos) bool {
	file := x.File(pos)
	if file == nil || sample.Generated(file) {
		return false
	}
	name := filepath.Base(x.Fset.Position(file.Package).Filename)
	if strings.HasSuffix(name, "_test.go") && !x.Report.Tests {
		return false
	}
	return x.Report.Samples || !x.sample(file, name)
}

// InOrder compares two nodes by where they stand in the source. Positions
// alone do not tell: drivers parse the files of a package in any order.
func (x *Package) InOrder(a, b ast.Node) int {
	return cmp.Or(
		cmp.Compare(slices.Index(x.Files, x.File(a.Pos())), slices.Index(x.Files, x.File(b.Pos()))),
		cmp.Compare(a.Pos(), b.Pos()),
	)
}

// File returns the file that holds pos, or nil.
func (x *Package) File(pos token.Pos) *ast.File { return FileAt(x.Files, pos) }

// FileAt returns the one of files that holds pos, or nil.
func FileAt(files []*ast.File, pos token.Pos) *ast.File {
	for _, f := range files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// sample reports whether a file only serves tests and samples.
func (x *Package) sample(file *ast.File, name string) bool {
	if sample.File(name) {
		return true
	}
	if slices.ContainsFunc(x.Files, x.importsTesting) {
		return true
	}
	path := strings.TrimSuffix(x.Pkg.Path(), "_test")
	if m := x.Module; m != nil && m.Path != "" {
		path = strings.TrimPrefix(strings.TrimPrefix(path, m.Path), "/")
	} else if full := x.Fset.Position(file.Package).Filename; !filepath.IsAbs(full) {
		// Bazel names files from the root of its workspace, and calls the
		// package of every program main.
		path = filepath.ToSlash(filepath.Dir(full))
	}
	return sample.Path(path)
}

// importsTesting reports whether f imports package testing, though it is
// neither a test nor called like one that only serves tests: that tells of the
// whole package.
func (x *Package) importsTesting(f *ast.File) bool {
	return !x.InTest(f) && !sample.File(filepath.Base(x.Fset.Position(f.Package).Filename)) && slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool { return s.Path.Value == `"testing"` })
}
