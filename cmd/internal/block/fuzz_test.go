package block

import (
	"bytes"
	"testing"
)

// FuzzRead reads texts of all shapes as HCL. Each place has to be in the text.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"job \"a\" {\n  group \"g\" {\n    count = 2\n    network {\n      port \"http\" { to = 8080 }\n    }\n  }\n}\n",
		"a = [\"b\", 1, { c = \"${d.e}\" }]\n# comment\n/* more\n*/ f = <<-EOF\n  text\n  EOF\n",
		"x = \"\\\"\\n\\u00e9${\"inner\"}\"\ny = true ? 1 : 2 // end\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		lines := bytes.Count(text, []byte("\n")) + 1
		in := func(line, column int, what string) {
			if line < 0 || line > lines || column < 0 {
				t.Errorf("%s is at %d:%d, of %d lines", what, line, column, lines)
			}
		}
		root, problem := Read(text)
		if problem != nil {
			in(problem.Line, problem.Column, problem.Message)
		}
		var walk func(b *Block)
		walk = func(b *Block) {
			in(b.Line, b.Column, "a block")
			for _, name := range b.Names() {
				v := b.Get(name)
				in(v.Line, v.Column, name)
			}
			for _, inner := range b.Blocks {
				walk(inner)
			}
		}
		walk(root)
	})
}
