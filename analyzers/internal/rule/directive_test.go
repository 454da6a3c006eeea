package rule

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// TestSuppression reads programs in which every call of hidden must be
// covered for the rule hardcodedport, and no call of shown may be.
func TestSuppression(t *testing.T) {
	tests := []struct{ name, src string }{
		{"on the line", `
func f() {
	shown()
	hidden() //portvet:ignore hardcodedport -- why
	shown()
}`},
		{"on the line above", `
func f() {
	shown()
	//portvet:ignore hardcodedport -- why
	hidden()
	shown()
}`},
		{"above another comment", `
func f() {
	//portvet:ignore hardcodedport -- why
	//portvet:ignore loopbackbind -- why
	// The port is the sidecar's.
	hidden()
	shown()
}`},
		{"not across an empty line", `
func f() {
	//portvet:ignore hardcodedport -- why

	shown()
}`},
		{"behind the end of a call of several lines", `
func f() {
	shown(
		1,
	) //portvet:ignore hardcodedport -- why
	shown()
}`},
		{"inside a composite literal", `
var s = S{
	A: shown(),
	B: hidden(), //portvet:ignore hardcodedport -- why
	//portvet:ignore hardcodedport -- why
	C: hidden(),
	D: shown(),
}`},
		{"behind an opening brace", `
func f() { //portvet:ignore hardcodedport -- why
	shown()
}`},
		{"the whole function", `
// F serves.
//
//portvet:ignore hardcodedport -- why
func f() {
	hidden()
	g(func() {
		hidden()
	})
}

func g() { shown() }`},
		{"a function without other documentation", `
//portvet:ignore hardcodedport -- why
func (s *S) f() {
	x()
	hidden()
}`},
		{"a group of variables is no function", `
//portvet:ignore hardcodedport -- why
var (
	a = shown()
)`},
		{"several rules", `
func f() {
	hidden() //portvet:ignore loopbackbind,hardcodedport -- why
	hidden() //portvet:ignore loopbackbind, hardcodedport -- why
	shown() //portvet:ignore loopbackbind,noshutdown -- why
}`},
		{"without a reason", `
func f() {
	hidden() //portvet:ignore hardcodedport
	hidden() //portvet:ignore hardcodedport --
	hidden() //portvet:ignore hardcodedport the dashes are forgotten
}`},
		{"not a directive", `
func f() {
	shown() // portvet:ignore hardcodedport -- why
	shown() //portvet:ignored hardcodedport -- why
	shown() //portvet:ignore
	shown() /*portvet:ignore hardcodedport -- why*/
	shown() // see //portvet:ignore hardcodedport -- why
}`},

		{"nolint on the line", `
func f() {
	hidden() //nolint
	hidden() // nolint
	hidden() //nolint:all
	hidden() //nolint:portvet
	hidden() //nolint:errcheck,portvet // why
	hidden() //nolint: errcheck, PortVet // why
	hidden() //nolint:errcheck,all
	hidden() //nolint fixed by the protocol
	shown() //nolint:errcheck
	shown() //nolint:errcheck // not portvet
	shown() //nolint:portvet because
	shown() //nolint:hardcodedport
	shown() //nolintlint
	shown() /* nolint */
}`},
		{"nolint above a statement of several lines", `
func f() {
	//nolint:portvet // why
	if hidden() {
		hidden()
	} else {
		hidden(
			1)
	}
	shown()
}`},
		{"nolint above a function", `
// F serves.
//
//nolint:portvet
func f() {
	hidden()
}

func g() { shown() }`},
		{"nolint above a field", `
var s = S{
	//nolint:portvet
	A: g(
		hidden(),
	),
	B: shown(),
}`},
		{"nolint in another column covers no node", `
func f() {
//nolint:portvet
	shown()
	x() //nolint:portvet
	shown()
}`},
		{"of nolints in one group the first decides for the node", `
func f() {
	//nolint:errcheck
	//nolint:portvet
	shown()
	//nolint:portvet
	//nolint:errcheck
	hidden()
}`},
		{"line comments rename lines in both", `
//line other.go:10
func f() {
	hidden() //portvet:ignore hardcodedport -- why
	//nolint
	hidden()
//line third.go:11
	shown()
}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkHidden(t, "package p\n"+tt.src) })
	}
	t.Run("nolint above the package clause", func(t *testing.T) {
		checkHidden(t, "//nolint:portvet\npackage p\n\nfunc f() {\n\thidden()\n}\n")
	})
	t.Run("nolint in the documentation of the package", func(t *testing.T) {
		checkHidden(t, "// Package p is.\n//\n//nolint:portvet // why\npackage p\n\nfunc f() {\n\thidden()\n}\n")
	})
	t.Run("nolint above the package clause and an empty line", func(t *testing.T) {
		checkHidden(t, "//nolint:portvet\n\npackage p\n\nfunc f() {\n\tshown()\n}\n")
	})
}

func checkHidden(t *testing.T, src string) {
	t.Helper()
	fset, f := parse(t, src)
	sup := suppressionsOf(fset, []*ast.File{f}, linter)
	calls := 0
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := call.Fun.(*ast.Ident).Name
		if name != "hidden" && name != "shown" {
			return true
		}
		calls++
		if hit, _ := sup.find("hardcodedport", fset, call.Pos()); hit != (name == "hidden") {
			t.Errorf("%v: %s() is covered: %v\n%s", fset.Position(call.Pos()), name, hit, src)
		}
		return true
	})
	if calls == 0 {
		t.Error("the program has no call to check")
	}
}

// TestNolintLeftToDriver: golangci-lint must see for itself what a nolint
// hides, or it reports that it hides nothing.
func TestNolintLeftToDriver(t *testing.T) {
	fset, f := parse(t, "package p\n\nvar x = f() //nolint:portvet\n")
	sup := suppressionsOf(fset, []*ast.File{f})
	if hit, _ := sup.find("hardcodedport", fset, f.Decls[0].Pos()); hit {
		t.Error("a nolint hid a finding though it was left to the driver")
	}
}

func TestDirectiveProblems(t *testing.T) {
	known := []string{"hardcodedport", "noshutdown", "directive"}
	tests := []struct{ comment, want string }{
		{"//portvet:ignore hardcodedport -- why", ""},
		{"//portvet:ignore hardcodedport,noshutdown -- see https://example.com/a -- b", ""},
		{"//portvet:ignore", "names no rule"},
		{"//portvet:ignore -- why", "names no rule"},
		{"//portvet:ignore hardcodedport", `portvet:ignore hardcodedport gives no reason`},
		{"//portvet:ignore hardcodedport -- ", "gives no reason"},
		{"//portvet:ignore hardcodedport // why", "gives no reason"},
		{"//portvet:ignore hardcodedport it is fixed", "portvet:ignore hardcodedport gives no reason"},
		{"//portvet:ignore hardport -- why", `names "hardport", which is no rule; the rules are hardcodedport, noshutdown`},
		{"//portvet:ignore hardcodedport noshutdown -- why", `names "hardcodedport noshutdown", which is no rule`},
		{"//portvet:ignore all -- why", `names "all", which is no rule`},
		{"//portvet:ignore directive -- why", `names "directive", whose findings cannot be hidden`},
		{"//portvet:ingore hardcodedport -- why", `unknown directive "//portvet:ingore"`},
	}
	for _, tt := range tests {
		d, ok := parseDirective(&ast.Comment{Text: tt.comment})
		if !ok {
			t.Errorf("%s: not read as a directive", tt.comment)
			continue
		}
		got := d.problem(known)
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.comment, got, tt.want)
		}
		if strings.HasSuffix(got, ".") || strings.Contains(got, "\n") {
			t.Errorf("%s: message %q is not one line without a period", tt.comment, got)
		}
	}
}

func TestDirectiveIdle(t *testing.T) {
	_, f := parse(t, "package p\n\nvar x = f() //portvet:ignore hardcodedport,noshutdown,portenv -- why\n")
	ds := directivesOf([]*ast.File{f})
	if len(ds) != 1 {
		t.Fatalf("found %d directives, want 1", len(ds))
	}
	here := []token.Pos{ds[0].comment.Pos()}
	tests := []struct {
		name string
		use  map[string][]token.Pos
		want string
	}{
		{"all used", map[string][]token.Pos{"hardcodedport": here, "noshutdown": here, "portenv": here}, ""},
		{"one idle", map[string][]token.Pos{"hardcodedport": here, "noshutdown": nil, "portenv": here}, "no finding of noshutdown;"},
		{"all idle", map[string][]token.Pos{"portenv": nil, "noshutdown": {1}, "hardcodedport": nil}, "no finding of hardcodedport, noshutdown, portenv;"},
		{"disabled rules are left alone", map[string][]token.Pos{"hardcodedport": here}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ds[0].idle(tt.use)
			if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestDirectivesThatHide: every directive that covers a finding counts as
// used, so that two of them do not call each other idle.
func TestDirectivesThatHide(t *testing.T) {
	fset, f := parse(t, `package p

//portvet:ignore hardcodedport -- the whole function
func f() {
	g() //portvet:ignore hardcodedport -- the line
	g() //portvet:ignore noshutdown -- another rule
}
`)
	sup := suppressionsOf(fset, []*ast.File{f}, linter)
	ds := directivesOf([]*ast.File{f})
	body := f.Decls[0].(*ast.FuncDecl).Body.List
	for i, want := range [][]token.Pos{
		{ds[0].comment.Pos(), ds[1].comment.Pos()},
		{ds[0].comment.Pos()},
	} {
		if _, got := sup.find("hardcodedport", fset, body[i].Pos()); !slices.Equal(got, want) {
			t.Errorf("statement %d: hidden by %v, want %v", i, got, want)
		}
	}
}

func parse(t *testing.T, src string) (*token.FileSet, *ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return fset, f
}
