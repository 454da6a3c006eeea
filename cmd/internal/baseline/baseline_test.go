package baseline_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/cmd/internal/baseline"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/source"
)

// tree is a folder with files, whose lines the findings of a test are on.
type tree struct {
	t   *testing.T
	dir string
}

func (tr tree) write(name, text string) {
	tr.t.Helper()
	file := filepath.Join(tr.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		tr.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		tr.t.Fatal(err)
	}
}

// find reports each line with "BAD": what follows it is the message.
func (tr tree) find(names ...string) []driver.Finding {
	tr.t.Helper()
	var all []driver.Finding
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(tr.dir, name))
		if err != nil {
			tr.t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if _, message, ok := strings.Cut(line, "BAD "); ok {
				all = append(all, driver.Finding{Rule: "rule", File: filepath.Join(tr.dir, name), Line: i + 1, Message: message})
			}
		}
	}
	return all
}

// adopt writes a baseline of what is found now and reads it again.
func (tr tree) adopt(names ...string) *baseline.Baseline {
	tr.t.Helper()
	file := filepath.Join(tr.dir, "ci", "baseline.json")
	tr.write("ci/baseline.json", "")
	b, err := baseline.New(file)
	if err != nil {
		tr.t.Fatal(err)
	}
	b.Add(tr.find(names...), new(source.Files))
	if err := b.Write(); err != nil {
		tr.t.Fatal(err)
	}
	b, err = baseline.Read(file)
	if err != nil {
		tr.t.Fatal(err)
	}
	return b
}

// lines returns "file:line" for findings.
func lines(fs []driver.Finding) []string {
	var all []string
	for _, f := range fs {
		all = append(all, driver.Position(filepath.Base(f.File), f.Line, 0))
	}
	return all
}

// codes returns "file: code ×count" for entries.
func codes(es []baseline.Entry) []string {
	var all []string
	for _, e := range es {
		all = append(all, e.File+": "+e.Code+strings.Repeat("+", e.Count-1))
	}
	return all
}

func TestSplit(t *testing.T) {
	const before = "x\ny // BAD one\nz // BAD two\nz // BAD two\n"
	tests := []struct {
		name, after string
		rename      string // what a.go is called afterwards
		fresh       []string
		unused      []string
	}{
		{name: "the same", after: before},
		{name: "moved, indented and in another order", after: "z // BAD two\n\n\n\tz  //  BAD two\nx\ny // BAD one\n"},
		{name: "a new line", after: before + "n // BAD new\n", fresh: []string{"a.go:5"}},
		{name: "one more of the same", after: before + "z // BAD two\n", fresh: []string{"a.go:5"}},
		{name: "one fewer of the same", after: "y // BAD one\nz // BAD two\n", unused: []string{"../a.go: z // BAD two"}},
		{name: "the same line, another finding", after: "y // BAD one\ny // BAD uno\nz // BAD two\nz // BAD two", fresh: []string{"a.go:2"}},
		{name: "all mended", after: "x\n", unused: []string{"../a.go: y // BAD one", "../a.go: z // BAD two+"}},
		{name: "renamed", after: before, rename: "b.go"},
		{name: "renamed and worse", after: before + "z // BAD two\n", rename: "b.go", fresh: []string{"b.go:5"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tr := tree{t, t.TempDir()}
			tr.write("a.go", before)
			b := tr.adopt("a.go")
			now := "a.go"
			if tt.rename != "" {
				now = tt.rename
				if err := os.Remove(filepath.Join(tr.dir, "a.go")); err != nil {
					t.Fatal(err)
				}
			}
			tr.write(now, tt.after)
			fresh, unused := b.Split(tr.find(now), new(source.Files))
			if got := lines(fresh); !slices.Equal(got, tt.fresh) {
				t.Errorf("new are %q, want %q", got, tt.fresh)
			}
			if got := codes(unused); !slices.Equal(got, tt.unused) {
				t.Errorf("unused are %q, want %q", got, tt.unused)
			}
		})
	}
}

// TestCopy: a copy of a file that is still there is new code.
func TestCopy(t *testing.T) {
	tr := tree{t, t.TempDir()}
	tr.write("a.go", "y // BAD one\n")
	b := tr.adopt("a.go")
	tr.write("b.go", "y // BAD one\n")
	if fresh, _ := b.Split(tr.find("a.go", "b.go"), new(source.Files)); !slices.Equal(lines(fresh), []string{"b.go:1"}) {
		t.Errorf("new are %q, want the copy", lines(fresh))
	}
	// The file was mended, and the copy has what it had.
	tr.write("a.go", "y\n")
	if fresh, _ := b.Split(tr.find("a.go", "b.go"), new(source.Files)); !slices.Equal(lines(fresh), []string{"b.go:1"}) {
		t.Errorf("new are %q, want the copy", lines(fresh))
	}
}

func TestStale(t *testing.T) {
	tr := tree{t, t.TempDir()}
	for _, name := range []string{"a.go", "b.go", "c.go"} {
		tr.write(name, "y // BAD one\n")
	}
	b := tr.adopt("a.go", "b.go", "c.go")
	if err := os.Remove(filepath.Join(tr.dir, "c.go")); err != nil {
		t.Fatal(err)
	}
	_, unused := b.Split(nil, new(source.Files))
	stale, rest := b.Stale(unused, func(e baseline.Entry) bool { return e.File == "../a.go" })
	if got, want := codes(stale), []string{"../a.go: y // BAD one", "../c.go: y // BAD one"}; !slices.Equal(got, want) {
		t.Errorf("stale are %q, want %q", got, want)
	}
	if got, want := codes(rest), []string{"../b.go: y // BAD one"}; !slices.Equal(got, want) {
		t.Errorf("not looked at are %q, want %q", got, want)
	}
}

// TestOrder: the file does not depend on the order of findings, so that it
// makes small diffs.
func TestOrder(t *testing.T) {
	tr := tree{t, t.TempDir()}
	tr.write("a.go", "y // BAD one\nx // BAD two\n")
	tr.write("b.go", "y // BAD <one>\n")
	read := func() string {
		data, err := os.ReadFile(filepath.Join(tr.dir, "ci/baseline.json"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	tr.adopt("a.go", "b.go")
	first := read()
	if !strings.Contains(first, `"message": "<one>"`) || strings.Contains(first, tr.dir) {
		t.Errorf("the baseline is not for people, or for this machine only:\n%s", first)
	}
	tr.adopt("b.go", "a.go")
	if second := read(); second != first {
		t.Errorf("the baseline is\n%s\nand in another order\n%s", first, second)
	}
}

func TestReadErrors(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"empty":         {"", "is no baseline"},
		"no JSON":       {"{", "is no baseline"},
		"other JSON":    {`{"version": 1, "findings": [], "errors": []}`, `is no baseline: json: unknown field "errors"`},
		"other version": {`{"version": 2, "findings": []}`, "has version 2, and this portvet reads version 1"},
		"no rule":       {`{"version": 1, "findings": [{"file": "a.go"}]}`, "entry 1 has no rule"},
		"negative":      {`{"version": 1, "findings": [{"rule": "r", "file": "a.go", "count": -1}]}`, "entry 1"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "b.json")
			if err := os.WriteFile(file, []byte(tt.text), 0o666); err != nil {
				t.Fatal(err)
			}
			_, err := baseline.Read(file)
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v, want one line with %q", err, tt.want)
			}
		})
	}
	if _, err := baseline.Read(filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "-write-baseline makes it") {
		t.Errorf("no file: error %v", err)
	}
}
