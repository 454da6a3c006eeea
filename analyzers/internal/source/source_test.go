package source_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// TestFilesParsedInAnyOrder: drivers that parse files at the same time give
// them positions that do not follow the order of the files.
func TestFilesParsedInAnyOrder(t *testing.T) {
	fset := token.NewFileSet()
	parse := func(name, src string) *ast.File {
		f, err := parser.ParseFile(fset, name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	b := parse("b.go", "package p\n\nfunc c() {}\n\nfunc d() {}\n")
	a := parse("a.go", "package p\n\nfunc a() {}\n\nfunc b() {}\n")
	files := []*ast.File{a, b}
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	pkg, err := new(types.Config).Check("p", fset, files, info)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, Files: files, Pkg: pkg, TypesInfo: info,
		ResultOf: map[*analysis.Analyzer]any{inspect.Analyzer: inspector.New(files)}}
	src := source.New(pass, source.Report{}, nil)
	for _, f := range files {
		for _, d := range f.Decls {
			if got := src.Enclosing(d.End() - 1); got != d {
				t.Errorf("the function around %v is %v", fset.Position(d.End()-1), got)
			}
		}
	}
}
