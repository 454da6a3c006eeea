package flow_test

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"

	"github.com/portvet/portvet/analyzers/internal/flow"
)

// TestContexts runs over testdata/mod/flow, whose functions call dead with
// contexts that have ended and live with others.
func TestContexts(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: "../../../testdata/mod/flow"}, ".")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatalf("loading: %v", err)
	}
	pkg := pkgs[0]
	fatal := func(call *ast.CallExpr) bool {
		sel, ok := call.Fun.(*ast.SelectorExpr)
		return ok && sel.Sel.Name == "Fatal"
	}
	bodies := make(map[types.Object]*ast.FuncDecl)
	for _, d := range pkg.Syntax[0].Decls {
		if fd, ok := d.(*ast.FuncDecl); ok {
			bodies[pkg.TypesInfo.Defs[fd.Name]] = fd
		}
	}
	// A function called waitFor… hands its argument to the analysis.
	// A channel called quit waits until the program is told to stop.
	long := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && id.Name == "quit"
	}
	// A call of a function called lasts… lasts a minute.
	lasts := func(e ast.Expr) time.Duration {
		if call, ok := e.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); ok && strings.HasPrefix(id.Name, "lasts") {
				return time.Minute
			}
		}
		return 0
	}
	callees := flow.Callees{NoReturn: fatal, Long: long, Sits: func(*ast.CallExpr) bool { return false }, Lasts: lasts, Over: func(*ast.CallExpr) bool { return false }, Drains: func(*types.Var) bool { return false }}
	callees.Waits = func(call *ast.CallExpr) []ast.Expr {
		id, ok := call.Fun.(*ast.Ident)
		if !ok || !strings.HasPrefix(id.Name, "waitFor") {
			return nil
		}
		d := bodies[pkg.TypesInfo.Uses[id]]
		if len(flow.Contexts(pkg.TypesInfo, d.Type, d.Body, callees, func(*ast.CallExpr, flow.Moment) {})) == 1 {
			return call.Args
		}
		return nil
	}
	all := make(map[*ast.CallExpr]bool)
	name := func(call *ast.CallExpr) string {
		if id, ok := call.Fun.(*ast.Ident); ok {
			if fn, ok := pkg.TypesInfo.Uses[id].(*types.Func); ok && (fn.Name() == "dead" || fn.Name() == "live") {
				return fn.Name()
			}
		}
		return ""
	}
	seen := make(map[*ast.CallExpr]int)
	for _, d := range pkg.Syntax[0].Decls {
		fd, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(fd, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && name(call) != "" {
				all[call] = true
			}
			return true
		})
		flow.Contexts(pkg.TypesInfo, fd.Type, fd.Body, callees, func(call *ast.CallExpr, before flow.Moment) {
			want := name(call)
			if want == "" {
				return
			}
			seen[call]++
			at := pkg.Fset.Position(call.Pos())
			if got := before.Ended(call.Args[0]); got != (want == "dead") {
				t.Errorf("%s:%d: ended is %v in %s", at.Filename[strings.LastIndexByte(at.Filename, '/')+1:], at.Line, got, fd.Name.Name)
			}
		})
	}
	for call := range all {
		if seen[call] != 1 {
			t.Errorf("%s: visited %d times", pkg.Fset.Position(call.Pos()), seen[call])
		}
	}
	if len(all) < 40 {
		t.Errorf("%d calls of dead and live", len(all))
	}
}
