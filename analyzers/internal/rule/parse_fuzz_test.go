package rule

import (
	"go/ast"
	"strings"
	"testing"
)

// FuzzDirective reads comments of all shapes: what is wrong with one is said in
// one line, and one without fault names known rules and a reason.
func FuzzDirective(f *testing.F) {
	for _, seed := range []string{
		"//portvet:ignore drain -- why", "//portvet:ignore drain,portenv -- why // more", "//portvet:ignore", "//portvet:Ignore x", "//portvet: ", "//nolint",
	} {
		f.Add(seed)
	}
	known := []string{"drain", "portenv"}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := parseDirective(&ast.Comment{Text: text})
		if !ok {
			return
		}
		switch p := d.problem(known); {
		case p == "" && (len(d.rules) == 0 || d.reason == ""):
			t.Errorf("%q is no problem, and has rules %q and reason %q", text, d.rules, d.reason)
		case strings.Contains(p, "\n") && !strings.Contains(text, "\n"):
			t.Errorf("%q: %q", text, p)
		}
	})
}

// FuzzExclude reads exclusions of all shapes: one that is read is read the same
// from what it is printed as.
func FuzzExclude(f *testing.F) {
	f.Add("internal/**")
	f.Add("cmd/*/main.go:drain, portenv")
	f.Add("a[b:")
	f.Fuzz(func(t *testing.T, text string) {
		e, err := ParseExclude(text)
		if err != nil {
			return
		}
		again, err := ParseExclude(e.String())
		if err != nil || again.String() != e.String() {
			t.Errorf("%q is printed as %q, which is read as %q, %v", text, e, again, err)
		}
	})
}
