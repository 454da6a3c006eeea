package analyzers_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/portvet/portvet/analyzers"
)

// FuzzCycles runs the rules on programs of two packages in which strings and
// structs are made of each other at random, mostly in circles. What matters is
// that it ends: a stack that overflows ends golangci-lint, too.
func FuzzCycles(f *testing.F) {
	seeds := uint64(150)
	if testing.Short() {
		seeds = 30
	}
	for seed := range seeds {
		f.Add(seed)
	}
	rules, err := analyzers.New(&analyzers.Options{Enable: []string{"nohealth"}})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		g := &generator{rand.New(rand.NewPCG(seed, 1)), 0}
		lib, program := g.library(), g.program()
		analyse(t, rules, seed, lib, program)
	})
}

// analyse runs rules on a program of two packages, which comes of a seed, and
// returns what each made of each package. None may fail.
func analyse(t *testing.T, rules []*analysis.Analyzer, seed uint64, lib, program string) []*checker.Action {
	t.Helper()
	pkgs, err := load(lib, program)
	if err != nil {
		t.Fatalf("seed %d: %v\n%s\n%s", seed, err, lib, program)
	}
	graph, err := checker.Analyze(rules, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatalf("seed %d: %s: %v\n%s\n%s", seed, act, act.Err, lib, program)
		}
	}
	return graph.Roots
}

// generator writes programs.
type generator struct {
	*rand.Rand
	depth int
}

func (g *generator) of(choices ...string) string { return choices[g.IntN(len(choices))] }

// text returns an expression of type string, where t is a *lib.T and s a string.
func (g *generator) text(lib string) string {
	g.depth++
	defer func() { g.depth-- }()
	if g.depth > 3 {
		return g.of(`":80"`, "s", "t.A", "t.N.B", lib+"G")
	}
	switch g.IntN(9) {
	case 0:
		return g.text(lib) + " + " + g.text(lib)
	case 1:
		return lib + g.of("F0", "F1", "F2") + "(" + g.text(lib) + ", " + g.node(lib) + ")"
	case 2:
		return g.node(lib) + "." + g.of("Get", "Get2") + "()"
	case 3:
		return g.node(lib) + "." + g.of("A", "B")
	case 4:
		return "func(s string) string { return " + g.text(lib) + " }(" + g.text(lib) + ")"
	}
	return g.of(`":80"`, `"x"`, "s", "t.A", "t.B", "t.N.A", lib+"G")
}

// node returns an expression of type *lib.T.
func (g *generator) node(lib string) string {
	g.depth++
	defer func() { g.depth-- }()
	if g.depth > 3 {
		return g.of("t", "t.N", lib+"Root")
	}
	switch g.IntN(7) {
	case 0:
		return lib + g.of("New0", "New1") + "(" + g.text(lib) + ")"
	case 1:
		return "(&" + lib + "T{A: " + g.text(lib) + ", N: " + g.node(lib) + "})"
	case 2:
		return g.node(lib) + "." + g.of("With", "Next") + "(" + g.text(lib) + ")"
	}
	return g.of("t", "t.N", "t.N.N", lib+"Root")
}

// statements returns some assignments and calls.
func (g *generator) statements(lib string) string {
	var b strings.Builder
	for range 1 + g.IntN(4) {
		switch g.IntN(6) {
		case 0:
			fmt.Fprintf(&b, "\tt.%s = %s\n", g.of("A", "B", "N.A", "N.B"), g.text(lib))
		case 1:
			fmt.Fprintf(&b, "\tt.%s = %s\n", g.of("N", "N.N"), g.node(lib))
		case 2:
			fmt.Fprintf(&b, "\ts = %s\n", g.text(lib))
		case 3:
			fmt.Fprintf(&b, "\t%s.%s(%s)\n", g.node(lib), g.of("Set", "Set2"), g.text(lib))
		case 4:
			fmt.Fprintf(&b, "\t%s%s\n", lib, g.of("G = "+g.text(lib), "Root = "+g.node(lib)))
		case 5:
			fmt.Fprintf(&b, "\tfor i := 0; i < 3; i++ {\n\t\ts += %s\n\t}\n", g.text(lib))
		}
	}
	return b.String()
}

func (g *generator) library() string {
	var b strings.Builder
	b.WriteString("package lib\n\ntype T struct {\n\tA, B string\n\tN *T\n}\n\nvar G = \":81\"\n\nvar Root = &T{}\n\n")
	for _, f := range []string{"F0", "F1", "F2"} {
		fmt.Fprintf(&b, "func %s(s string, t *T) string {\n%s\treturn %s\n}\n\n", f, g.statements(""), g.text(""))
	}
	for _, f := range []string{"New0", "New1"} {
		fmt.Fprintf(&b, "func %s(s string) *T {\n\tt := &T{A: s}\n\t_ = t\n%s\treturn %s\n}\n\n", f, g.statements(""), g.node(""))
	}
	for _, m := range []string{"Set", "Set2"} {
		fmt.Fprintf(&b, "func (t *T) %s(s string) {\n%s}\n\n", m, g.statements(""))
	}
	for _, m := range []string{"With", "Next"} {
		fmt.Fprintf(&b, "func (t *T) %s(s string) *T {\n%s\treturn %s\n}\n\n", m, g.statements(""), g.node(""))
	}
	for _, m := range []string{"Get", "Get2"} {
		fmt.Fprintf(&b, "func (t *T) %s() string {\n\ts := t.B\n\t_ = s\n%s\treturn %s\n}\n\n", m, g.statements(""), g.text(""))
	}
	return b.String()
}

func (g *generator) program() string {
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\t\"net/http\"\n\n\t\"example.com/m/lib\"\n)\n\n")
	for _, f := range []string{"start", "start2"} {
		fmt.Fprintf(&b, "func %s(s string, t *lib.T) error {\n%s\treturn http.ListenAndServe(%s, nil)\n}\n\n", f, g.statements("lib."), g.text("lib."))
	}
	fmt.Fprintf(&b, "func main() {\n\ts, t := \"\", lib.New0(\"\")\n\t_, _ = s, t\n%s\tprintln(start(%s, %s), start2(%s, %s))\n\tsrv := &http.Server{Addr: %s}\n\tprintln(srv.ListenAndServe())\n}\n",
		g.statements("lib."), g.text("lib."), g.node("lib."), g.text("lib."), g.node("lib."), g.text("lib."))
	return b.String()
}

// std are the packages of the standard library that programs import, loaded
// once for all.
var std = sync.OnceValues(func() (map[string]*types.Package, error) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadTypes}, "log", "net", "net/http", "os", "sync")
	if err != nil {
		return nil, err
	}
	of := make(map[string]*types.Package)
	for _, p := range pkgs {
		of[p.PkgPath] = p.Types
	}
	return of, nil
})

// load type-checks package lib and the program that imports it.
func load(lib, program string) ([]*packages.Package, error) {
	fset := token.NewFileSet()
	imported := make(map[string]*packages.Package)
	for _, src := range []struct{ path, text string }{{"example.com/m/lib", lib}, {"example.com/m", program}} {
		file, err := parser.ParseFile(fset, "/"+src.path+"/x.go", src.text, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		info := &types.Info{
			Types: make(map[ast.Expr]types.TypeAndValue), Instances: make(map[*ast.Ident]types.Instance),
			Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
			Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
			Scopes: make(map[ast.Node]*types.Scope), FileVersions: make(map[*ast.File]string),
		}
		conf := types.Config{Importer: importing(func(path string) (*types.Package, error) {
			if p := imported[path]; p != nil {
				return p.Types, nil
			}
			of, err := std()
			return of[path], err
		})}
		pkg, err := conf.Check(src.path, fset, []*ast.File{file}, info)
		if err != nil {
			return nil, err
		}
		p := &packages.Package{
			ID: src.path, PkgPath: src.path, Name: pkg.Name(), Fset: fset, Syntax: []*ast.File{file},
			Types: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"), Imports: make(map[string]*packages.Package),
			Module: &packages.Module{Path: "example.com/m"},
		}
		if imp := imported["example.com/m/lib"]; imp != nil {
			p.Imports[imp.PkgPath] = imp
		}
		imported[src.path] = p
	}
	return []*packages.Package{imported["example.com/m/lib"], imported["example.com/m"]}, nil
}

type importing func(string) (*types.Package, error)

func (f importing) Import(path string) (*types.Package, error) { return f(path) }
