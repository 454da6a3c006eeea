package changes

import "testing"

// FuzzRead reads diffs of all shapes: no span of lines ends before it begins.
func FuzzRead(f *testing.F) {
	f.Add("diff --git a/a.go b/a.go\n--- a/a.go\n+++ b/a.go\n@@ -3,2 +4,5 @@ func f() {\n-x\n-y\n+1\n+2\n+3\n+4\n+5\n")
	f.Add("--- /dev/null\n+++ \"b/\\303\\244.go\"\n@@ -0,0 +1 @@\n+package a\n\\ No newline at end of file\n")
	f.Add("+++ b/a b.go\t\n@@ -1 +0,0 @@\n-x\n")
	f.Fuzz(func(t *testing.T, diff string) {
		l := &Lines{lines: make(map[string][]span), added: make(map[string]bool)}
		if l.read(diff) != nil {
			return
		}
		for file, spans := range l.lines {
			for _, s := range spans {
				if file == "" || s.last < s.first {
					t.Errorf("%q: %+v", file, s)
				}
			}
		}
	})
}
