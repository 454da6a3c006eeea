package testkit

import (
	"fmt"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"
)

// recorder is a T that keeps the failures.
type recorder struct{ failures []string }

func (*recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

// program has a call to bad in line 4, and a function good beside it.
const program = `-- src/p/p.go --
package p

func f() {
	bad() // want "bad is called"
}

func bad()  {}
func good() {}
`

const goldenGood = `-- src/p/p.go.golden --
package p

func f() {
	good() // want "bad is called"
}

func bad()  {}
func good() {}
`

// TestFailures: what each run must fail with. No want means that it passes.
func TestFailures(t *testing.T) {
	tests := []struct {
		name     string
		files    string
		analyzer *analysis.Analyzer
		opts     Options
		want     []string // a part of each failure, in order
	}{
		{name: "nothing wrong", files: program, analyzer: calls("bad", "")},
		{
			name:     "unexpected finding",
			files:    program,
			analyzer: calls("good", "good is called", "bad"),
			want:     []string{"p/p.go:4:2: finding does not match", `p/p.go:4: no finding matches`},
		},
		{
			name:     "missing finding",
			files:    program,
			analyzer: calls("nothing", ""),
			want:     []string{"p/p.go:4: no finding matches `bad is called`"},
		},
		{
			name:     "finding without a want",
			files:    strings.Replace(program, ` // want "bad is called"`, "", 1),
			analyzer: calls("bad", ""),
			want:     []string{"p/p.go:4:2: unexpected finding\n\tfake: bad is called"},
		},
		{
			name:     "malformed want",
			files:    strings.Replace(program, `"bad is called"`, `"bad is called" oops`, 1),
			analyzer: calls("bad", ""),
			want:     []string{"in the want comment: no : after oops", "unexpected finding"},
		},
		{
			name:     "a regexp may begin with the name of the analyzer",
			files:    strings.Replace(program, `"bad is called"`, "`^fake: bad is called$`", 1),
			analyzer: calls("bad", ""),
		},
		{
			name:     "want in a package that is only imported",
			files:    strings.Replace(program, "package p\n", "package p\n\nimport _ \"q\"\n", 1) + "-- src/q/q.go --\npackage q\n\nvar X int // want \"x\"\n",
			analyzer: calls("bad", ""),
			want:     []string{"q/q.go:3:11: stray want comment: no pattern names package q"},
		},
		{
			name:     "unknown file",
			files:    program + "-- src/p/notes.txt --\n-- src/p/_old.go --\npackage p\n",
			analyzer: calls("bad", ""),
			want:     []string{"p/_old.go: unknown file", "p/notes.txt: unknown file"},
		},
		{
			name:     "program that does not compile",
			files:    "-- src/p/p.go --\npackage p\n\nvar x int = \"s\"\n",
			analyzer: calls("bad", ""),
			want:     []string{"the program does not compile: "},
		},
		{
			name:     "program that need not compile",
			files:    "-- src/p/p.go --\npackage p\n\nvar x int = \"s\"\n",
			analyzer: calls("bad", ""),
			opts:     Options{AllowErrors: true},
		},

		{name: "good fix", files: program + goldenGood, analyzer: fixing("good")},
		{
			name:     "stale golden file",
			files:    program + goldenGood,
			analyzer: calls("bad", ""),
			want:     []string{"p/p.go.golden: stale golden file: no finding in p.go carries a fix"},
		},
		{
			name:     "golden file of no file",
			files:    program + "-- src/p/q.go.golden --\npackage p\n",
			analyzer: calls("bad", ""),
			want:     []string{"p/q.go.golden: stale golden file"},
		},
		{
			name:     "missing golden file",
			files:    program,
			analyzer: fixing("good"),
			want:     []string{"p/p.go: a fix without a golden file"},
		},
		{
			name:     "golden file with other content",
			files:    program + strings.Replace(goldenGood, "good() //", "best() //", 1),
			analyzer: fixing("good"),
			want:     []string{"p/p.go: the fixed file differs from the golden file\nfrom line 4 on\n-\tbest() // want \"bad is called\"\n+\tgood() //"},
		},
		{
			name:     "fix that does not compile",
			files:    program + strings.Replace(goldenGood, "good() //", "missing() //", 1),
			analyzer: fixing("missing"),
			want:     []string{"the fixed program does not compile: p/p.go:4:2: undefined: missing"},
		},
		{
			name:     "fix that is not Go",
			files:    program,
			analyzer: fixing("}{"),
			want:     []string{"p/p.go: the fixed file is not Go"},
		},
		{
			name:     "fix that leaves the finding",
			files:    program + strings.Replace(goldenGood, "good() //", "(bad)() //", 1),
			analyzer: fixing("(bad)"),
			want:     []string{"the fix does not remove its finding\n\tfake: bad is called"},
		},
		{
			name:     "fix that makes a new finding",
			files:    program + goldenGood,
			analyzer: fixing("good", "good"),
			want:     []string{"p/p.go:4:2: the fixed program has a new finding\n\tfake: good is called"},
		},
		{
			name:     "several fixes for one finding",
			files:    program + goldenGood,
			analyzer: fixingTwice("good"),
			want:     []string{"2 fixes for one finding"},
		},

		{
			name:     "unstable finding",
			files:    program,
			analyzer: unstable(),
			want:     []string{"p: fake is unstable: two runs differ"},
		},
		{
			name:     "stable fact",
			files:    strings.Replace(program, "func bad()  {}", "func bad()  {} // want bad:\"1 byte\"", 1),
			analyzer: withFact(calls("bad", ""), func() []byte { return []byte{1} }),
		},
		{
			name:     "missing fact",
			files:    strings.Replace(program, "func good() {}", "func good() {} // want good:\"1 byte\" package:\"none\"", 1),
			analyzer: withFact(calls("bad", ""), func() []byte { return []byte{1} }),
			want:     []string{"p/p.go:8: no fact of good matches", "p/p.go:8: no fact of package matches"},
		},
		{
			name:     "unstable fact",
			files:    program,
			analyzer: withFact(calls("bad", ""), counter()),
			want:     []string{"p: unstable fact: two runs encode fake: *testkit.portvetFake of func p.bad() at "},
		},
		{
			name:     "large fact",
			files:    program,
			analyzer: withFact(calls("bad", ""), func() []byte { return make([]byte, 100) }),
			opts:     Options{MaxFactBytes: 100},
			want:     []string{"p: the facts take 1"},
		},
		{
			name:     "map in a fact",
			files:    program,
			analyzer: &analysis.Analyzer{Name: "outer", Doc: "outer", Run: calls("bad", "").Run, Requires: []*analysis.Analyzer{{Name: "fake", Doc: "fake", Run: calls("", "").Run, FactTypes: []analysis.Fact{new(portvetMap)}}}},
			want:     []string{"fake: fact type testkit.portvetMap: portvetMap.In[].M is a map"},
		},
		{
			name:     "fact with an unexported field",
			files:    program,
			analyzer: exporting(calls("bad", ""), &portvetMemo{Public: 1}),
		},
		{
			name:     "fact with an unexported field that is set",
			files:    program,
			analyzer: exporting(calls("bad", ""), &portvetMemo{Public: 1, In: []memo{{}, {pos: 1}}}),
			want: []string{
				"p: fake: *testkit.portvetMemo of the package: portvetMemo.In[].pos is set but not exported",
				"p: fake: *testkit.portvetMemo of the package: portvetMemo.In[].pos is set but not exported",
			},
		},
		{
			name:     "fact in a cycle",
			files:    program,
			analyzer: exporting(calls("bad", ""), cycle()),
			want: []string{
				"p: fake: *testkit.portvetNode of the package: its pointers form a cycle",
				"p: fake: *testkit.portvetNode of the package: its pointers form a cycle",
			},
		},
		{
			name:     "fact with a common name",
			files:    program,
			analyzer: &analysis.Analyzer{Name: "fake", Doc: "fake", Run: calls("bad", "").Run, FactTypes: []analysis.Fact{new(summary)}},
			want:     []string{"fact type testkit.summary: the name must begin with portvet", "summary.At is a position"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			extract(t, dir, tt.files)
			rec := new(recorder)
			tt.opts.Run(rec, dir, []*analysis.Analyzer{tt.analyzer}, "p")
			checkFailures(t, rec.failures, tt.want)
		})
	}
}

// TestRunModule: facts cross modules that go.mod replaces, the go directive
// holds, and another module below is not this one's business.
func TestRunModule(t *testing.T) {
	dir := t.TempDir()
	extract(t, dir, `-- app/go.mod --
module example.com/app

go 1.22

require example.com/lib v0.0.0

replace example.com/lib => ../lib
-- app/main.go --
package main

import "example.com/lib"

func main() {
	for i := range 3 {
		lib.Bad(i) // want "Bad is called" "Bad has a fact"
	}
}
-- app/nested/go.mod --
module example.com/nested
-- app/nested/README --
-- lib/go.mod --
module example.com/lib

go 1.21
-- lib/lib.go --
package lib

func Bad(int) {}
`)
	a := withFact(calls("Bad", ""), func() []byte { return []byte{1} })
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		eachCall(pass, func(call *ast.CallExpr, _ string) {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && pass.ImportObjectFact(pass.TypesInfo.Uses[sel.Sel], new(portvetFake)) {
				pass.Reportf(call.Pos(), "Bad has a fact")
			}
		})
		return run(pass)
	}
	res := RunModule(t, filepath.Join(dir, "app"), []*analysis.Analyzer{a})
	if len(res.Findings) != 2 {
		t.Errorf("found %v, want 2 findings", res.Findings)
	}
	if res.FactBytes["example.com/lib"] == 0 {
		t.Errorf("fact bytes are %v, want some for example.com/lib", res.FactBytes)
	}

	rec := new(recorder)
	Run(rec, filepath.Join(dir, "app"), []*analysis.Analyzer{a}, "p")
	RunModule(rec, dir, []*analysis.Analyzer{a})
	checkFailures(t, rec.failures, []string{"has a go.mod: use RunModule", "is not a module"})
}

// TestCgo: findings are matched in the files that the user wrote, not in those
// that cgo made of them.
func TestCgo(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("no C compiler")
	}
	dir := t.TempDir()
	extract(t, dir, `-- go.mod --
module example.com/cgo

go 1.22
-- p.go --
package p

// int one(void) { return 1; }
import "C"

func f() int {
	bad() // want "bad is called"
	n := int(C.one()) + int(C.one())
	bad() // want "bad is called"
	return n
}

func bad() {}
`)
	t.Setenv("CGO_ENABLED", "1")
	RunModule(t, dir, []*analysis.Analyzer{calls("bad", "")})
}

func TestTestData(t *testing.T) {
	want, err := filepath.Abs("../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	if got := TestData(t); got != want {
		t.Errorf("TestData() = %s, want %s", got, want)
	}
}

func checkFailures(t *testing.T, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("no failure with %q", want[i])
		case i >= len(want):
			t.Errorf("unexpected failure: %s", got[i])
		case !strings.Contains(got[i], want[i]):
			t.Errorf("failure\n got %s\nwant %s", got[i], want[i])
		}
	}
}

func extract(t *testing.T, dir, archive string) {
	t.Helper()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
