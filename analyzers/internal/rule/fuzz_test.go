package rule

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// FuzzEdit makes fixes in files with imports and statements of all shapes.
// Each fix that is not refused, and every two that do not clash, have to give
// a file that compiles, and whose imports are as well formatted as they were.
// What follows may not be: gofmt aligns comments with those of other lines.
func FuzzEdit(f *testing.F) {
	for seed := range uint64(150) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := &random{rand.New(rand.NewPCG(seed, 0))}
		src := r.file()
		p, err := load(src, "")
		if err != nil {
			t.Fatalf("the test made this: %v\n%s", err, src)
		}
		var fixes [][]analysis.TextEdit
		var e *Edit
		lits := places(p)
		r.Shuffle(len(lits), func(i, j int) { lits[i], lits[j] = lits[j], lits[i] })
		for i, lit := range lits[:min(4, len(lits))] {
			e = p.edit(lit)
			r.change(e, lit, i)
			if fix := e.fix("change it"); fix != nil {
				checkImports(t, []byte(src), e.apply(fix.TextEdits), true)
				fixes = append(fixes, fix.TextEdits)
			}
		}
		for i, a := range fixes {
			for _, b := range fixes[:i] {
				if !clash(a, b) {
					checkImports(t, []byte(src), e.apply(combined(b, a)), false)
				}
			}
		}
		if t.Failed() {
			t.Logf("of\n%s", src)
		}
	})
}

// checkImports is checkSource for all, but for the format only to the end of
// imports that have no comments behind them. Those of two fixes may be out of
// order when one has a name of its own.
func checkImports(t *testing.T, src, fixed []byte, single bool) {
	t.Helper()
	p, err := load(string(fixed), "")
	if err != nil {
		t.Errorf("%v in\n%s", err, fixed)
		return
	}
	end := p.Files[0].Name.End()
	for _, spec := range p.Files[0].Imports {
		end = max(end, spec.End())
	}
	if clean, err := format.Source(src); err != nil || !bytes.Equal(clean, src) {
		return
	}
	head := fixed[:p.Fset.File(end).Offset(end)]
	if clean, err := format.Source(fixed); err != nil || !bytes.HasPrefix(clean, head) && !bytes.Contains(head, []byte(" why")) && (single || !bytes.Contains(head, []byte("\tstd"))) {
		t.Errorf("imports not formatted (%v):\n%s", err, head)
	}
}

// places returns the literals "here" of a file.
func places(p *Pass) (lits []*ast.BasicLit) {
	ast.Inspect(p.Files[0], func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Value == `"here"` {
			lits = append(lits, lit)
		}
		return true
	})
	return lits
}

type random struct{ *rand.Rand }

// of returns one of its arguments.
func (r *random) of(choices ...string) string { return choices[r.IntN(len(choices))] }

func (r *random) coin() bool { return r.IntN(2) == 0 }

// declared is what the test programs use of each package.
var declared = map[string]string{
	"cmp": "Or[int]", "context": "Background", "errors": "New", "fmt": "Println", "io": "EOF", "log": "Fatal",
	"net": "JoinHostPort", "net/http": "ListenAndServe", "os": "Getenv", "os/signal": "Notify", "syscall": "SIGTERM",
	"time": "Second", "example.com/os": "Open", "github.com/gin-gonic/gin": "Default",
}

// file returns a file that compiles.
func (r *random) file() string {
	var b strings.Builder
	b.WriteString(r.of("", "", "// Package a does things.\n", "//go:build linux || !linux\n\n"))
	b.WriteString("package a" + r.of("", "", " // import \"example.com/a\"") + "\n\n")
	if r.IntN(6) == 0 {
		b.WriteString(r.of("import \"C\"\n\n", "// int f(void);\nimport \"C\"\n\n", "/*\nint f(void);\n*/\nimport \"C\"\n\n"))
	}
	uses, names := r.imports(&b)
	for _, u := range uses {
		b.WriteString("var _ = " + u + "\n\n")
	}
	for _, name := range []string{"os", "cmp", "port"} {
		if r.IntN(5) == 0 && !names[name] {
			b.WriteString(r.of("var "+name+" = 1\n\n", "func "+name+"() {}\n\n", "type "+name+" int\n\n"))
		}
	}
	b.WriteString("func use(...any) any { return nil }\n")
	for i := range 1 + r.IntN(3) {
		fmt.Fprintf(&b, "\nfunc f%d(%s) {\n%s}\n", i, r.of("", "", "os int", "context, time any", "port string"), r.statements(2))
	}
	src := b.String()
	if clean, err := format.Source([]byte(src)); err == nil && r.IntN(4) > 0 {
		src = string(clean)
	}
	return src
}

// imports writes the imports of a file, and returns what has to be used for
// their sake and the names that they take.
func (r *random) imports(b *strings.Builder) (uses []string, names map[string]bool) {
	names = make(map[string]bool)
	var specs [2][]string // std, others
	paths := slices.Sorted(maps.Keys(declared))
	for _, path := range paths {
		if r.IntN(3) > 0 {
			continue
		}
		name, as := path[strings.LastIndexByte(path, '/')+1:], ""
		switch r.IntN(8) {
		case 0:
			as, name = "x"+name+" ", "x"+name
		case 1:
			as, name = ". ", ""
		case 2:
			as, name = "_ ", "_"
		}
		if names[name] && name != "" && name != "_" {
			continue
		}
		names[name] = true
		switch name {
		case "":
			uses = append(uses, declared[path])
		case "_":
		default:
			uses = append(uses, name+"."+declared[path])
		}
		other := 0
		if strings.Contains(path, ".") {
			other = 1
		}
		spec := as + `"` + path + `"` + r.of("", "", "", " // why", " /* why */")
		if r.IntN(8) == 0 {
			spec = "// for something\n\t" + spec
		}
		specs[other] = append(specs[other], spec)
	}
	group := func(specs []string) {
		if len(specs) > 0 {
			b.WriteString("import (\n\t" + strings.Join(specs, "\n\t") + "\n)\n\n")
		}
	}
	all := slices.Concat(specs[0], specs[1])
	switch style := r.IntN(6); {
	case len(all) == 0:
		b.WriteString(r.of("", "", "import ()\n\n"))
	case style == 0:
		for _, s := range all {
			if _, below, ok := strings.Cut(s, "\n\t"); ok {
				s = below
			}
			b.WriteString("import " + s + "\n")
		}
		b.WriteString("\n")
	case style == 1:
		group(all)
	case style == 2:
		group(specs[1])
		group(specs[0])
	case style == 3 && !strings.Contains(strings.Join(all, ""), "//"):
		b.WriteString("import (" + strings.Join(all, "; ") + ")\n\n")
	case len(specs[0]) > 0 && len(specs[1]) > 0:
		group(append(append(specs[0], ""), specs[1]...))
	default:
		group(all)
	}
	return uses, names
}

// statements returns some statements in which "here" stands.
func (r *random) statements(depth int) string {
	var b strings.Builder
	for range 1 + r.IntN(2) {
		if depth == 0 {
			b.WriteString("use(\"here\")\n")
			continue
		}
		inner := func() string { return r.statements(depth - 1) }
		b.WriteString(r.of("", "", "// about it\n", "\n"))
		switch r.IntN(14) {
		case 0, 1:
			b.WriteString("use(\"here\", 2)" + r.of("", " // why", " /* why */") + "\n")
		case 2:
			b.WriteString("if x := use(\"here\"); x != nil {\n" + inner() + "} else if use(\"here\") != nil {\n" + inner() + "}\n")
		case 3:
			b.WriteString("switch {\ncase use(\"here\") == nil:\n" + inner() + "default: use(\"here\")\n}\n")
		case 4:
			b.WriteString("use(func() {\n" + inner() + "})\n")
		case 5:
			b.WriteString("{\nos := 1\n" + inner() + "use(os)\n}\n")
		case 6:
			b.WriteString("{\nport, port2 := 1, 2\n" + inner() + "use(port, port2)\n}\n")
		case 7:
			b.WriteString("use(1); use(\"here\")\n")
		case 8:
			b.WriteString("use(\n1, // one\n\"here\"," + r.of("", " // here") + "\n" + r.of("", "3,\n") + ")\n")
		case 9:
			b.WriteString("for range 2 {\n" + inner() + "}\n")
		case 10:
			b.WriteString("select {\ncase <-make(chan int):\n" + inner() + "}\n")
		case 11:
			b.WriteString("use(1 /* one */, \"here\", 3)\n")
		case 12:
			b.WriteString("func() { use(\"here\") }()\n")
		default:
			b.WriteString("_ = map[string]any{\"a\": \"here\", // a\n\"bb\": use(\"here\"), // b\n}\n")
		}
	}
	return b.String()
}

// change makes one change at lit. Fixes choose names for themselves, so each
// has a number to tell its own apart.
func (r *random) change(e *Edit, lit *ast.BasicLit, number int) {
	call, _ := around(e, lit).(*ast.CallExpr)
	kind := r.IntN(6)
	if kind == 3 && call != nil {
		e.RemoveArg(call, slices.Index(call.Args, ast.Expr(lit)))
		return
	}
	if kind == 0 {
		name := e.Fresh(r.of("port", "os")+strings.Repeat("s", number), lit.Pos())
		e.Before(e.Statement(lit), name+" := use()", "if "+name+" == nil {", "\t"+name+" = 1", "}")
		e.Replace(lit, name)
		return
	}
	text := `"here"`
	for range r.IntN(4) {
		row := importable[r.IntN(len(importable))]
		path := row[r.IntN(len(row))]
		text += ", " + e.Use(path, declared[path], lit.Pos())
	}
	switch {
	case kind == 1:
		e.After(e.Statement(lit), "use()", "", "use("+text+")")
	case call == nil:
		e.Replace(lit, "use("+text+")")
	case kind == 2:
		e.AppendArg(call, text)
	default:
		e.Replace(lit, text)
	}
}

// around returns what lit is an operand of.
func around(e *Edit, lit *ast.BasicLit) (parent ast.Node) {
	ast.Inspect(e.file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && slices.Contains(call.Args, ast.Expr(lit)) {
			parent = call
		}
		return true
	})
	return parent
}
