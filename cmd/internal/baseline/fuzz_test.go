package baseline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzRead reads baselines of all shapes: the error is one line that says what
// to do, and what is read is written as it was meant.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"version": 1, "findings": [{"rule": "drain", "file": "a.go", "count": 2}]}`))
	f.Add([]byte(`{"version": 2}`))
	f.Add([]byte(`{"findings": null, "more": 1}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		name := filepath.Join(t.TempDir(), "baseline.json")
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := Read(name)
		if err != nil {
			if msg := err.Error(); !strings.Contains(msg, "-write-baseline") || strings.Contains(msg, "\n") {
				t.Errorf("error %q", msg)
			}
			return
		}
		n := b.Len()
		if err := b.Write(); err != nil {
			t.Fatal(err)
		}
		if again, err := Read(name); err != nil || again.Len() != n {
			t.Errorf("written and read again: %v, of %d findings %v", err, n, again)
		}
	})
}
