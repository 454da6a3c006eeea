package values

import (
	"strings"
	"testing"
)

// FuzzRead reads texts of all shapes as each format. Keys are in lower case,
// and lines in the text.
func FuzzRead(f *testing.F) {
	f.Add("a.yaml", "server:\n  Port: 8080\nlist: [1, {a: b}]\nagain: &x {y: z}\nmore: *x\n")
	f.Add("a.json", `{"server": {"port": 8080, "hosts": ["a", null, 1.5]}}`)
	f.Add("a.toml", "[server]\nport = 8080\n[[list]]\na = 'b'\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		got, ok := Read(name, text)
		if !ok {
			return
		}
		for key, v := range got {
			if key != strings.ToLower(key) {
				t.Errorf("key %q", key)
			}
			if lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1; v.Line < 0 || v.Line > lines {
				t.Errorf("%s is in line %d of %d", key, v.Line, lines)
			}
		}
	})
}
