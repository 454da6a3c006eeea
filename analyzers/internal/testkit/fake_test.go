package testkit

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// What follows makes analyzers for the tests: each does one thing that testkit
// has to notice.

// calls makes an analyzer that reports calls of the named functions.
func calls(name, message string, more ...string) *analysis.Analyzer {
	names := append(more, name)
	return fake(func(pass *analysis.Pass, call *ast.CallExpr, callee string) {
		if !slices.Contains(names, callee) {
			return
		}
		if message == "" {
			pass.Reportf(call.Pos(), "%s is called", callee)
		} else {
			pass.Reportf(call.Pos(), "%s", message)
		}
	})
}

// fixing makes an analyzer that offers to call another function than bad, and
// reports calls of more as well.
func fixing(instead string, more ...string) *analysis.Analyzer {
	return fake(func(pass *analysis.Pass, call *ast.CallExpr, callee string) {
		if callee == "bad" {
			pass.Report(analysis.Diagnostic{Pos: call.Pos(), Message: "bad is called",
				SuggestedFixes: []analysis.SuggestedFix{replace(call, instead)}})
		} else if slices.Contains(more, callee) {
			pass.Reportf(call.Pos(), "%s is called", callee)
		}
	})
}

func fixingTwice(instead string) *analysis.Analyzer {
	return fake(func(pass *analysis.Pass, call *ast.CallExpr, callee string) {
		if callee == "bad" {
			pass.Report(analysis.Diagnostic{Pos: call.Pos(), Message: "bad is called",
				SuggestedFixes: []analysis.SuggestedFix{replace(call, instead), replace(call, "other")}})
		}
	})
}

func replace(call *ast.CallExpr, instead string) analysis.SuggestedFix {
	return analysis.SuggestedFix{
		Message:   "Call " + instead,
		TextEdits: []analysis.TextEdit{{Pos: call.Fun.Pos(), End: call.Fun.End(), NewText: []byte(instead)}},
	}
}

// unstable makes an analyzer that finds other things each time.
func unstable() *analysis.Analyzer {
	next := counter()
	return fake(func(pass *analysis.Pass, call *ast.CallExpr, callee string) {
		pass.Reportf(call.Pos(), "bad is called (%d)", next()[0])
	})
}

func counter() func() []byte {
	n := byte(0)
	return func() []byte { n++; return []byte{n} }
}

// fake makes an analyzer that looks at each call of a function by name.
func fake(look func(*analysis.Pass, *ast.CallExpr, string)) *analysis.Analyzer {
	return &analysis.Analyzer{Name: "fake", Doc: "fake", Run: func(pass *analysis.Pass) (any, error) {
		eachCall(pass, func(call *ast.CallExpr, callee string) { look(pass, call, callee) })
		return nil, nil
	}}
}

func eachCall(pass *analysis.Pass, look func(*ast.CallExpr, string)) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				switch fun := ast.Unparen(call.Fun).(type) {
				case *ast.Ident:
					look(call, fun.Name)
				case *ast.SelectorExpr:
					look(call, fun.Sel.Name)
				}
			}
			return true
		})
	}
}

// portvetFake is a fact of functions whose name begins with b or B.
type portvetFake struct{ Data []byte }

func (*portvetFake) AFact() {}

func (f *portvetFake) String() string { return fmt.Sprintf("%d byte", len(f.Data)) }

// withFact makes a export facts with the data that data returns.
func withFact(a *analysis.Analyzer, data func() []byte) *analysis.Analyzer {
	run := a.Run
	a.FactTypes = []analysis.Fact{new(portvetFake)}
	a.Run = func(pass *analysis.Pass) (any, error) {
		for _, f := range pass.Files {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && strings.ContainsAny(fn.Name.Name[:1], "bB") {
					pass.ExportObjectFact(pass.TypesInfo.Defs[fn.Name], &portvetFake{Data: data()})
				}
			}
		}
		return run(pass)
	}
	return a
}

type portvetMemo struct {
	Public int
	In     []memo
}

type memo struct {
	Name string
	pos  token.Pos
}

func (*portvetMemo) AFact() {}

// exporting makes a export fact for each package.
func exporting(a *analysis.Analyzer, fact analysis.Fact) *analysis.Analyzer {
	run := a.Run
	a.FactTypes = []analysis.Fact{fact}
	a.Run = func(pass *analysis.Pass) (any, error) {
		pass.ExportPackageFact(fact)
		return run(pass)
	}
	return a
}

type portvetNode struct{ Next *portvetNode }

func (*portvetNode) AFact() {}

func cycle() *portvetNode {
	n := new(portvetNode)
	n.Next = n
	return n
}

type portvetMap struct{ In []inner }

type inner struct{ M map[string]string }

func (*portvetMap) AFact() {}

type summary struct{ At token.Pos }

func (*summary) AFact() {}
