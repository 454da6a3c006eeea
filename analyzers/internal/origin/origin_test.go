package origin_test

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/packages"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// evaluator is an analyzer whose result is the Evaluator of the package.
func evaluator() *analysis.Analyzer {
	cat := catalog.New(nil)
	return &analysis.Analyzer{
		Name:       "origin",
		Doc:        "origin: evaluate",
		Requires:   []*analysis.Analyzer{inspect.Analyzer},
		ResultType: reflect.TypeFor[*origin.Evaluator](),
		FactTypes:  origin.FactTypes(),
		Run: func(pass *analysis.Pass) (any, error) {
			ev := origin.New(pass, source.New(pass, source.Report{}, nil), cat, origin.Base{
				Own:          true,
				OwnModule:    func(path string) bool { return strings.HasPrefix(path, "example.com/") },
				Written:      func(string) bool { return false },
				WrittenField: func(string) bool { return false },
			})
			if strings.HasPrefix(pass.Pkg.Path(), "example.com/") {
				ev.Export()
			}
			return ev, nil
		},
	}
}

// TestEval evaluates the arguments of the calls of is in testdata/mod/origin.
func TestEval(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedDeps | packages.NeedModule,
		Dir:  "../../../testdata/mod/origin",
	}, ".")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatalf("loading: %v", err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{evaluator()}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	act := graph.Roots[0]
	if act.Err != nil {
		t.Fatal(act.Err)
	}
	ev := act.Result.(*origin.Evaluator)
	info := act.Package.TypesInfo
	n := 0
	for _, f := range act.Package.Syntax {
		ast.Inspect(f, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			id, ok := call.Fun.(*ast.Ident)
			if !ok || id.Name != "is" {
				return true
			}
			if _, ok := info.Uses[id].(*types.Func); !ok {
				return true
			}
			n++
			want, err := strconv.Unquote(call.Args[1].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			got := ev.CloseOthers(ev.Eval(call.Args[0]), call)
			if !same(got, want) {
				t.Errorf("%s: %s, want %s", act.Package.Fset.Position(call.Pos()), got, want)
			}
			return true
		})
	}
	if n < 50 {
		t.Errorf("%d cases evaluated, want 50 or more", n)
	}
}

// same compares the alternatives of v with want in any order.
func same(v origin.Value, want string) bool {
	var got []string
	for _, a := range v.Alts {
		got = append(got, a.String())
	}
	w := strings.Split(want, ", ")
	slices.Sort(got)
	slices.Sort(w)
	return slices.Equal(got, w)
}
