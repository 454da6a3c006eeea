package rule

import (
	"strings"
	"testing"
)

func TestStatements(t *testing.T) {
	before := func(p *Pass, e *Edit) {
		name := e.Fresh("port", literal(t, p, "here").Pos())
		e.Before(e.Statement(literal(t, p, "here")), name+" := 1", "if "+name+" > 1 {", "\tuse()", "}", "use("+name+")")
	}
	after := func(p *Pass, e *Edit) { e.After(e.Statement(literal(t, p, "here")), "use(1)", "", "use(2)") }
	const inserted = "port := 1\n\tif port > 1 {\n\t\tuse()\n\t}\n\tuse(port)\n\t"
	tests := []struct {
		name  string
		build func(*Pass, *Edit)
		src   string // of main's body
		want  string
	}{
		{"before", before, "\n\tuse(\"here\")\n", "\n\t" + inserted + "use(\"here\")\n"},
		{"before comment", before, "\n\tuse()\n\t// about\n\t// it\n\tuse(\"here\")\n", "\n\tuse()\n\t" + inserted + "// about\n\t// it\n\tuse(\"here\")\n"},
		{"before, comment apart", before, "\n\t// apart\n\n\tuse(\"here\")\n", "\n\t// apart\n\n\t" + inserted + "use(\"here\")\n"},
		{"before if", before, "\n\tif x := \"here\"; x != \"\" {\n\t}\n", "\n\t" + inserted + "if x := \"here\"; x != \"\" {\n\t}\n"},
		{"before, in a case", before, "\n\tswitch {\n\tcase true:\n\t\tuse(\"here\")\n\t}\n", "\n\tswitch {\n\tcase true:\n\t\t" + strings.ReplaceAll(inserted, "\n", "\n\t") + "use(\"here\")\n\t}\n"},
		{"before, in a literal", before, "\n\tuse(func() {\n\t\tuse(\"here\")\n\t})\n", "\n\tuse(func() {\n\t\t" + strings.ReplaceAll(inserted, "\n", "\n\t") + "use(\"here\")\n\t})\n"},
		{"name taken before", before, "\n\tport := 0\n\tuse(port, \"here\")\n", "\n\tport := 0\n\t" + strings.ReplaceAll(inserted, "port", "port2") + "use(port, \"here\")\n"},
		{"name taken after", before, "\n\tuse(\"here\")\n\tport := 0\n\tuse(port)\n", "\n\t" + strings.ReplaceAll(inserted, "port", "port2") + "use(\"here\")\n\tport := 0\n\tuse(port)\n"},
		{"name of a field", before, "\n\tvar x struct{ y int }\n\tuse(x.y, \"here\")\n", "\n\tvar x struct{ y int }\n\t" + inserted + "use(x.y, \"here\")\n"},
		{"two on a line", before, "\n\tuse(); use(\"here\")\n", "[another statement on the line]"},
		{"on the line of the brace", before, " use(\"here\") ", "[another statement on the line]"},
		{"goto", before, "\n\tif true {\n\t\tgoto end\n\t}\n\tuse(\"here\")\nend:\n", "[goto]"},
		{"after", after, "\n\tuse(\"here\") // it\n", "\n\tuse(\"here\") // it\n\tuse(1)\n\n\tuse(2)\n"},
		{"after, two on a line", after, "\n\tuse(\"here\"); use()\n", "[another statement on the line]"},
		{"after, more lines", after, "\n\tuse(\n\t\t\"here\",\n\t)\n", "\n\tuse(\n\t\t\"here\",\n\t)\n\tuse(1)\n\n\tuse(2)\n"},
		{"label", func(p *Pass, e *Edit) {
			e.Before(e.Statement(literal(t, p, "here")), "use()")
		}, "\n\tfor {\n\t\tbreak\n\t}\nend:\n\tfor {\n\t\tuse(\"here\")\n\t\tbreak end\n\t}\n", "\n\tfor {\n\t\tbreak\n\t}\nend:\n\tfor {\n\t\tuse()\n\t\tuse(\"here\")\n\t\tbreak end\n\t}\n"},
		{"none", func(p *Pass, e *Edit) { e.Before(e.Statement(p.Files[0].Name), "use()") }, "", "[not in a function]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			const head, tail = "package main\n\nfunc main() {", "}\n\nfunc use(...any) {}\n"
			got := change(t, head+tt.src+tail, tt.build)
			want := tt.want
			if !strings.HasPrefix(want, "[") {
				want = head + want + tail
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestArguments(t *testing.T) {
	add := func(p *Pass, e *Edit) { e.AppendArg(call(t, p, "f"), "3") }
	remove := func(i int) func(*Pass, *Edit) {
		return func(p *Pass, e *Edit) { e.RemoveArg(call(t, p, "f"), i) }
	}
	tests := []struct {
		name      string
		build     func(*Pass, *Edit)
		src, want string
	}{
		{"add", add, "f(1, 2)", "f(1, 2, 3)"},
		{"add, comment behind", add, "f(1, 2 /* two */)", "f(1, 2, 3 /* two */)"},
		{"add, own lines", add, "f(\n\t\t1,\n\t\t2, // two\n\t)", "f(\n\t\t1,\n\t\t2, // two\n\t\t3,\n\t)"},
		{"add, trailing comma", add, "f(1,\n\t\t2,\n\t)", "f(1,\n\t\t2,\n\t\t3,\n\t)"},
		{"add, to none", add, "f()", "[no list of arguments]"},
		{"add, spread", add, "f([]any{1}...)", "[no list of arguments]"},
		{"remove only", remove(0), "f(1)", "f()"},
		{"remove first", remove(0), "f(1, 2)", "f(2)"},
		{"remove last", remove(1), "f(1, 2)", "f(1)"},
		{"remove middle", remove(1), "f(1, 2, 3)", "f(1, 3)"},
		{"remove line", remove(1), "f(\n\t\t1, // one\n\t\t2,\n\t\t3,\n\t)", "f(\n\t\t1, // one\n\t\t3,\n\t)"},
		{"remove last line", remove(1), "f(\n\t\t1,\n\t\t2,\n\t)", "f(\n\t\t1,\n\t)"},
		{"remove only line", remove(0), "f(\n\t\t1,\n\t)", "f()"},
		{"remove line behind the first", remove(1), "f(1,\n\t\t2,\n\t)", "f(1)"},
		{"remove from shared line", remove(1), "f(\n\t\t1,\n\t\t2, 3,\n\t)", "f(\n\t\t1,\n\t\t3,\n\t)"},
		{"remove with comment", remove(1), "f(\n\t\t1,\n\t\t2, // two\n\t)", "[a comment would be lost]"},
		{"remove behind comment", remove(1), "f(1 /* one */, 2)", "[a comment would be lost]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			const head, tail = "package main\n\nfunc main() {\n\t", "\n}\n\nfunc f(...any) {}\n"
			got := change(t, head+tt.src+tail, tt.build)
			want := tt.want
			if !strings.HasPrefix(want, "[") {
				want = head + want + tail
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	replace := func(p *Pass, e *Edit) { e.Replace(call(t, p, "f"), "f(2)") }
	tests := []struct{ name, src, want string }{
		{"comment lost", "package main\n\nfunc main() { f(1 /* one */) }\n\nfunc f(int) {}\n", "[a comment would be lost]"},
		{"generated", "// Code generated by x. DO NOT EDIT.\n\npackage main\n\nfunc main() { f(1) }\n\nfunc f(int) {}\n", "[the file is generated]"},
		{"line directive", "package main\n\nfunc main() {\n//line b.go:1\n\tf(1)\n}\n\nfunc f(int) {}\n", "[positions are those of another file]"},
		{"other name", "//line b.go:1\npackage main\n\nfunc main() { f(1) }\n\nfunc f(int) {}\n", "[positions are those of another file]"},
		{"CRLF", "package main\r\n\r\nfunc main() { f(1) }\r\n\r\nfunc f(int) {}\r\n", "[the file has CRLF line ends]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := change(t, tt.src, replace); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
	t.Run("changed file", func(t *testing.T) {
		p, err := load("package main\n", "")
		if err != nil {
			t.Fatal(err)
		}
		p.ReadFile = func(string) ([]byte, error) { return []byte("package main\n\n"), nil }
		if fix := p.Fix(p.Files[0].Name, func(e *Edit) string { e.Replace(p.Files[0].Name, "x"); return "x" }); fix != nil {
			t.Errorf("a fix of a file that is not what was analysed: %+v", fix)
		}
	})
	t.Run("panic", func(t *testing.T) {
		p, err := load("package main\n", "")
		if err != nil {
			t.Fatal(err)
		}
		if fix := p.Fix(p.Files[0].Name, func(*Edit) string { panic("odd code") }); fix != nil {
			t.Errorf("got %+v", fix)
		}
	})
	t.Run("overlap", func(t *testing.T) {
		got := change(t, "package main\n\nfunc main() { f(1) }\n\nfunc f(int) {}\n", func(p *Pass, e *Edit) {
			c := call(t, p, "f")
			e.Replace(c, "f(2)")
			e.Replace(c.Args[0], "3")
		})
		if got != "[two edits overlap]" {
			t.Errorf("got %s", got)
		}
	})
}

func TestAtLeast(t *testing.T) {
	for version, want := range map[string]bool{"": true, "go1.21": false, "go1.22": true, "go1.22.3": true, "go1.26": true} {
		p, err := load("package main\n", version)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.edit(p.Files[0].Name).AtLeast("go1.22"); got != want {
			t.Errorf("%q is at least go1.22: %v", version, got)
		}
	}
}
