package source

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// isTest reports whether pos is in a test file.
func isTest(fset *token.FileSet, pos token.Pos) bool {
	f := fset.File(pos)
	return f != nil && strings.HasSuffix(f.Name(), "_test.go")
}

// withoutTests returns the files of pass that are no tests, and what walks over
// them: in, when there are no others.
func withoutTests(pass *analysis.Pass, in *inspector.Inspector) ([]*ast.File, *inspector.Inspector) {
	files := slices.DeleteFunc(slices.Clone(pass.Files), func(f *ast.File) bool { return isTest(pass.Fset, f.FileStart) })
	if len(files) == len(pass.Files) {
		return pass.Files, in
	}
	return files, inspector.New(files)
}
