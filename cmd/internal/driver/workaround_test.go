package driver

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestWorkaround(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	code := write("p/p.go", "package p\n\n//go:embed dist/* all:web there.txt\n")
	write("p/there.txt", "")
	test := write("p/p_test.go", "package p\n")
	only := write("q/q_test.go", "package q\n")

	tests := []struct {
		name string
		err  Error
		want []string // keys of the overlay
	}{
		{"type error", Error{File: code, Message: "undefined: x"}, nil},
		{"no position", Error{Message: "import cycle not allowed"}, nil},
		{"tests", Error{File: test, Message: "undefined: x"}, []string{test}},
		{"nothing but tests", Error{File: only, Message: "undefined: x"}, nil},
		{
			"embed", Error{File: code, Message: "pattern all:web: no matching files found"},
			[]string{filepath.Join(dir, "p/dist/x"), filepath.Join(dir, "p/web")},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := make(overlay)
			o.add(tt.err)
			if got := slices.Sorted(maps.Keys(o)); !slices.Equal(got, tt.want) {
				t.Errorf("overlay of %q, want %q", got, tt.want)
			}
		})
	}
}
