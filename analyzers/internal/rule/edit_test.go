package rule

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// stubs are the packages that test programs may import, by path: what they
// declare.
var stubs = map[string]string{
	"C":                        "",
	"cmp":                      "func Or[T comparable](vals ...T) T { return vals[0] }",
	"context":                  "func Background() int { return 0 }",
	"errors":                   "func New(string) error { return nil }",
	"fmt":                      "func Println(...any) {}",
	"io":                       "var EOF error",
	"log":                      "func Fatal(...any) {}",
	"net":                      "func JoinHostPort(h, p string) string { return h }",
	"net/http":                 "func ListenAndServe(string, any) error { return nil }",
	"os":                       "func Getenv(string) string { return `` }; type Signal interface{}; var Interrupt, Kill Signal",
	"os/signal":                "func Notify(c any, sig ...any) {}",
	"syscall":                  "var SIGTERM int",
	"time":                     "const Second = 1",
	"example.com/os":           "func Open() {}",
	"github.com/gin-gonic/gin": "func Default() int { return 0 }",
}

// stubImporter gives out the packages of stubs.
type stubImporter struct{ made map[string]*types.Package }

func (im stubImporter) Import(path string) (*types.Package, error) {
	if p := im.made[path]; p != nil {
		return p, nil
	}
	decls, ok := stubs[path]
	if !ok {
		return nil, fmt.Errorf("no stub for %q", path)
	}
	fset := token.NewFileSet()
	name := path[strings.LastIndexByte(path, '/')+1:]
	f, err := parser.ParseFile(fset, path, "package "+name+"; "+decls, 0)
	if err != nil {
		return nil, err
	}
	p, err := new(types.Config).Check(path, fset, []*ast.File{f}, nil)
	im.made[path] = p
	return p, err
}

// imported is shared: the stubs never change.
var imported = stubImporter{made: make(map[string]*types.Package)}

// load type-checks the one file of a package.
func load(src, version string) (*Pass, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "a.go", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object), Defs: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Scopes: make(map[ast.Node]*types.Scope), FileVersions: make(map[*ast.File]string),
	}
	cfg := &types.Config{Importer: imported, GoVersion: version, FakeImportC: true}
	pkg, err := cfg.Check("example.com/a", fset, []*ast.File{f}, info)
	if err != nil {
		return nil, err
	}
	return &Pass{cfg: new(Config), Pass: &analysis.Pass{
		Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info,
		ReadFile: func(string) ([]byte, error) { return []byte(src), nil },
	}}, nil
}

// find returns the first node that ok likes.
func find[N ast.Node](t testing.TB, p *Pass, ok func(N) bool) (found N) {
	t.Helper()
	done := false
	ast.Inspect(p.Files[0], func(n ast.Node) bool {
		if m, is := n.(N); is && !done && ok(m) {
			found, done = m, true
		}
		return !done
	})
	if !done {
		t.Fatal("no such node")
	}
	return found
}

// literal returns the string literal with the given value.
func literal(t testing.TB, p *Pass, value string) *ast.BasicLit {
	t.Helper()
	return find(t, p, func(l *ast.BasicLit) bool { return l.Value == `"`+value+`"` })
}

// call returns the call of the function called name.
func call(t testing.TB, p *Pass, name string) *ast.CallExpr {
	t.Helper()
	return find(t, p, func(c *ast.CallExpr) bool {
		switch f := c.Fun.(type) {
		case *ast.Ident:
			return f.Name == name
		case *ast.SelectorExpr:
			return f.Sel.Name == name
		}
		return false
	})
}

// change makes a fix of src and returns the changed source, or why there is
// none in brackets. The result has to compile, and to be gofmt's where src is.
func change(t *testing.T, src string, build func(p *Pass, e *Edit)) string {
	t.Helper()
	p, err := load(src, "")
	if err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	e := p.edit(p.Files[0].Name)
	build(p, e)
	fix := e.fix("change it")
	if fix == nil {
		return "[" + e.reason + "]"
	}
	out := e.apply(fix.TextEdits)
	checkSource(t, []byte(src), out)
	return string(out)
}

// checkSource fails unless fixed compiles and is as well formatted as src.
func checkSource(t testing.TB, src, fixed []byte) {
	t.Helper()
	if _, err := load(string(fixed), ""); err != nil {
		t.Errorf("%v in\n%s", err, fixed)
	}
	if clean, err := format.Source(src); err == nil && bytes.Equal(clean, src) {
		if clean, err := format.Source(fixed); err != nil || !bytes.Equal(clean, fixed) {
			t.Errorf("not formatted (%v):\n%s", err, fixed)
		}
	}
}

const body = "\n\nfunc main() { use(\"here\") }\n\nfunc use(...any) {}\n"

// useAll replaces "here" with what the given packages declare.
func useAll(t testing.TB, qualified ...string) func(p *Pass, e *Edit) {
	return func(p *Pass, e *Edit) {
		at := literal(t, p, "here")
		var texts []string
		for _, q := range qualified {
			dot := strings.LastIndexByte(q, '.')
			texts = append(texts, e.Use(q[:dot], q[dot+1:], at.Pos()))
		}
		e.Replace(at, strings.Join(texts, ", "))
	}
}

func TestImports(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"none", "package main", "package main\n\nimport \"os\""},
		{"clause with comment", "package main // import \"x\"", "package main // import \"x\"\n\nimport \"os\""},
		{"doc and constraint", "//go:build linux\n\n// Command x.\npackage main", "//go:build linux\n\n// Command x.\npackage main\n\nimport \"os\""},
		{"single std", "package main\n\nimport \"fmt\"\n\nvar _ = fmt.Println", "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar _ = fmt.Println"},
		{"single other", "package main\n\nimport \"github.com/gin-gonic/gin\"\n\nvar _ = gin.Default", "package main\n\nimport (\n\t\"os\"\n\n\t\"github.com/gin-gonic/gin\"\n)\n\nvar _ = gin.Default"},
		{"single with comment", "package main\n\nimport \"fmt\" // for Println\n\nvar _ = fmt.Println", "package main\n\nimport \"fmt\" // for Println\nimport \"os\"\n\nvar _ = fmt.Println"},
		{"several", "package main\n\nimport \"fmt\"\nimport \"log\"\n\nvar _, _ = fmt.Println, log.Fatal", "package main\n\nimport \"fmt\"\nimport \"log\"\nimport \"os\"\n\nvar _, _ = fmt.Println, log.Fatal"},
		{"on one line", "package main\n\nimport (\"fmt\"; \"log\")\n\nvar _, _ = fmt.Println, log.Fatal", "package main\n\nimport (\"fmt\"; \"log\")\n\nimport \"os\"\n\nvar _, _ = fmt.Println, log.Fatal"},
		{"with code behind", "package main; import \"fmt\"; var _ = fmt.Println", "[code on the line of the imports]"},
		{"group", "package main\n\nimport (\n\t\"log\"\n\t\"time\"\n)\n\nvar _, _ = log.Fatal, time.Second", "package main\n\nimport (\n\t\"log\"\n\t\"os\"\n\t\"time\"\n)\n\nvar _, _ = log.Fatal, time.Second"},
		{"last of group", "package main\n\nimport (\n\t\"log\" // to log\n)\n\nvar _ = log.Fatal", "package main\n\nimport (\n\t\"log\" // to log\n\t\"os\"\n)\n\nvar _ = log.Fatal"},
		{"groups", "package main\n\nimport (\n\t\"github.com/gin-gonic/gin\"\n\n\t// std\n\t\"time\"\n)\n\nvar _, _ = gin.Default, time.Second", "package main\n\nimport (\n\t\"github.com/gin-gonic/gin\"\n\n\t\"os\"\n\t// std\n\t\"time\"\n)\n\nvar _, _ = gin.Default, time.Second"},
		{"others", "package main\n\nimport (\n\t\"github.com/gin-gonic/gin\"\n)\n\nvar _ = gin.Default", "package main\n\nimport (\n\t\"os\"\n\n\t\"github.com/gin-gonic/gin\"\n)\n\nvar _ = gin.Default"},
		{"declarations", "package main\n\nimport (\n\t\"github.com/gin-gonic/gin\"\n)\nimport (\n\t\"log\"\n)\n\nvar _, _ = gin.Default, log.Fatal", "package main\n\nimport (\n\t\"github.com/gin-gonic/gin\"\n)\nimport (\n\t\"log\"\n\t\"os\"\n)\n\nvar _, _ = gin.Default, log.Fatal"},
		{"cgo", "package main\n\n// int f(void);\nimport \"C\"", "package main\n\n// int f(void);\nimport \"C\"\n\nimport \"os\""},
		{"after cgo", "package main\n\n// int f(void);\nimport \"C\"\n\nimport (\n\t\"log\"\n)\n\nvar _ = log.Fatal", "package main\n\n// int f(void);\nimport \"C\"\n\nimport (\n\t\"log\"\n\t\"os\"\n)\n\nvar _ = log.Fatal"},
		{"blank", "package main\n\nimport _ \"os\"", "package main\n\nimport (\n\t\"os\"\n\t_ \"os\"\n)"},
		{"empty group", "package main\n\nimport ()", "package main\n\nimport ()\n\nimport \"os\""},
		{"alias beside", "package main\n\nimport (\n\tl \"log\"\n\tt \"time\"\n)\n\nvar _, _ = l.Fatal, t.Second", "package main\n\nimport (\n\tl \"log\"\n\t\"os\"\n\tt \"time\"\n)\n\nvar _, _ = l.Fatal, t.Second"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := change(t, tt.src+body, useAll(t, "os.Getenv"))
			want := tt.want
			if !strings.HasPrefix(want, "[") {
				want += strings.ReplaceAll(body, `"here"`, "os.Getenv")
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestUse(t *testing.T) {
	const inMain = "\n\nfunc use(...any) {}\n"
	tests := []struct{ name, src, want string }{
		{"imported", "import \"os\"\n\nfunc main() { use(\"here\", os.Kill) }", "import \"os\"\n\nfunc main() { use(os.Getenv, os.Kill) }"},
		{"alias", "import xos \"os\"\n\nfunc main() { use(\"here\", xos.Kill) }", "import xos \"os\"\n\nfunc main() { use(xos.Getenv, xos.Kill) }"},
		{"dot", "import . \"os\"\n\nfunc main() { use(\"here\", Kill) }", "import . \"os\"\n\nfunc main() { use(Getenv, Kill) }"},
		{"dot, shadowed", "import . \"os\"\n\nfunc main() {\n\tGetenv := 1\n\tuse(\"here\", Kill, Getenv)\n}", "import (\n\t\"os\"\n\t. \"os\"\n)\n\nfunc main() {\n\tGetenv := 1\n\tuse(os.Getenv, Kill, Getenv)\n}"},
		{"shadowed", "import \"os\"\n\nfunc main() {\n\tos := os.Kill\n\tuse(\"here\", os)\n}", "import (\n\t\"os\"\n\tstdos \"os\"\n)\n\nfunc main() {\n\tos := os.Kill\n\tuse(stdos.Getenv, os)\n}"},
		{"shadowed later", "import \"os\"\n\nfunc main() {\n\tuse(\"here\")\n\tos := os.Kill\n\tuse(os)\n}", "import \"os\"\n\nfunc main() {\n\tuse(os.Getenv)\n\tos := os.Kill\n\tuse(os)\n}"},
		{"of the package", "func main() { use(\"here\", os, stdos) }\n\nvar os, stdos = 1, 2", "import stdos2 \"os\"\n\nfunc main() { use(stdos2.Getenv, os, stdos) }\n\nvar os, stdos = 1, 2"},
		{"parameter", "func main() { f(1) }\n\nfunc f(os int) { use(\"here\", os) }", "import stdos \"os\"\n\nfunc main() { f(1) }\n\nfunc f(os int) { use(stdos.Getenv, os) }"},
		{"another package", "import \"example.com/os\"\n\nfunc main() { use(\"here\", os.Open) }", "import (\n\tstdos \"os\"\n\n\t\"example.com/os\"\n)\n\nfunc main() { use(stdos.Getenv, os.Open) }"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := change(t, "package main\n\n"+tt.src+inMain, useAll(t, "os.Getenv"))
			if want := "package main\n\n" + tt.want + inMain; got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestTogether applies two fixes of one file as the drivers do: each of them
// may come first, and equal edits count once.
func TestTogether(t *testing.T) {
	const hardcoded, stop, term, drain = "cmp.Or os.Getenv", "context.Background errors.New net/http.ListenAndServe os.Interrupt os/signal.Notify syscall.SIGTERM time.Second log.Fatal", "syscall.SIGTERM", "context.Background time.Second"
	heads := []string{
		"import (\n\t\"log\"\n\t\"net/http\"\n)\n\nvar _, _ = log.Fatal, http.ListenAndServe",
		"import (\n\t\"fmt\"\n\t\"log\"\n\t\"net/http\"\n\n\t\"github.com/gin-gonic/gin\"\n)\n\nvar _, _, _, _ = fmt.Println, log.Fatal, http.ListenAndServe, gin.Default",
		"import (\n\t\"log\"\n\t\"net/http\"\n\t\"os\"\n\t\"os/signal\"\n)\n\nvar _, _, _, _ = log.Fatal, http.ListenAndServe, os.Kill, signal.Notify",
	}
	for _, head := range heads {
		for _, pair := range [][2]string{{hardcoded, stop}, {hardcoded, hardcoded}, {stop, drain}, {term, drain}, {hardcoded, term}} {
			src := "package main\n\n" + head + "\n\nfunc main() {\n\tuse(\"one\", \"two\")\n}\n\nfunc use(...any) {}\n"
			p, err := load(src, "")
			if err != nil {
				t.Fatal(err)
			}
			var fixes [2][]analysis.TextEdit
			var e *Edit
			for i, at := range []string{"one", "two"} {
				lit := literal(t, p, at)
				e = p.edit(lit)
				var texts []string
				for q := range strings.FieldsSeq(pair[i]) {
					dot := strings.LastIndexByte(q, '.')
					texts = append(texts, e.Use(q[:dot], q[dot+1:], lit.Pos()))
				}
				e.Replace(lit, strings.ReplaceAll(strings.Join(texts, ", "), "cmp.Or", "cmp.Or(1)"))
				fixes[i] = e.fix("change it").TextEdits
			}
			if clash(fixes[0], fixes[1]) {
				t.Errorf("%v clash in\n%s", pair, head)
				continue
			}
			checkSource(t, []byte(src), e.apply(combined(fixes[0], fixes[1])))
		}
	}
}

// combined returns the edits of two fixes in order, equal ones once.
func combined(a, b []analysis.TextEdit) []analysis.TextEdit {
	var all []analysis.TextEdit
	for len(a)+len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && inOrder(a[0], b[0]) <= 0:
			if len(b) > 0 && equal(a[0], b[0]) {
				b = b[1:]
			}
			all, a = append(all, a[0]), a[1:]
		default:
			all, b = append(all, b[0]), b[1:]
		}
	}
	return all
}
