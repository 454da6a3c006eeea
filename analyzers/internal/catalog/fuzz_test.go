package catalog

import (
	"strings"
	"testing"
)

// FuzzParseRows reads rows of all shapes: the error is one line, and rows that
// are read can be asked for.
func FuzzParseRows(f *testing.F) {
	for _, seed := range []string{
		"serve (*example.com/kit.Server).Run addr=0 stop=none",
		"listen example.com/kit.Listen net=0 addr=1",
		"env example.com/kit.Get key=0 default=1", "stop (*example.com/kit.Server).Stop graceful", "",
	} {
		f.Add(seed)
	}
	rows, err := All()
	if err != nil {
		f.Fatal(err)
	}
	kinds := make(map[Kind]bool)
	for _, r := range rows {
		if !kinds[r.Kind] {
			kinds[r.Kind] = true
			f.Add(string(r.Kind) + " " + r.Package + "." + r.Symbol)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := ParseRows([]string{text})
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("error %q", err)
			}
			return
		}
		c := New(rows)
		for _, r := range rows {
			if got := c.Package(r.Package).Row(r.Symbol, r.Kind); got == nil {
				t.Errorf("%q is not found as %s %s of %s", text, r.Kind, r.Symbol, r.Package)
			}
		}
	})
}
