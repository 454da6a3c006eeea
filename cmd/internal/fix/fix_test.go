package fix_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/fix"
)

const code = `package main

import (
	"fmt"
	"net"
)

func main() {
	l, err := net.Listen("tcp", ":8080")
	fmt.Println(l, err)
	m, err := net.Listen("tcp", ":8081")
	fmt.Println(m, err)
}
`

// module makes a module with these files, in names and texts, and enters it.
func module(t *testing.T, files ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	t.Chdir(dir)
	files = append(files, "go.mod", "module example.com/m\n")
	for i := 0; i < len(files); i += 2 {
		if err := os.MkdirAll(filepath.Dir(files[i]), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(files[i], []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// edit replaces the only place of old in the text of a file.
func edit(t *testing.T, file, text, old, new string) driver.Edit {
	t.Helper()
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q is in the text %d times", old, strings.Count(text, old))
	}
	at := strings.Index(text, old)
	return driver.Edit{File: file, Start: at, End: at + len(old), New: new}
}

// insert inserts new before the only place of old.
func insert(t *testing.T, file, text, old, new string) driver.Edit {
	e := edit(t, file, text, old, new)
	e.End = e.Start
	return e
}

func finding(line int, edits ...driver.Edit) driver.Finding {
	return driver.Finding{Rule: "rule", File: edits[0].File, Line: line, Column: 1, Fixes: []driver.Fix{{Message: "Do it", Edits: edits}}}
}

func refusals(p fix.Plan) string {
	var all []string
	for _, l := range p.Left {
		all = append(all, fmt.Sprintf("%d: %s", l.Finding.Line, l.Why))
	}
	return strings.Join(all, "\n")
}

func TestMake(t *testing.T) {
	osImport := func(t *testing.T, text string) driver.Edit { return insert(t, "a.go", text, "\n)\n", "\n\t\"os\"") }
	port := func(t *testing.T, text, port string) driver.Edit {
		return edit(t, "a.go", text, `":`+port+`"`, `":"+os.Getenv("PORT")`)
	}
	tests := []struct {
		name string
		text string
		fix  func(t *testing.T, text string) []driver.Finding
		want string // the result, as pairs of old and new
		left string
	}{
		{
			name: "one", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(9, osImport(t, text), port(t, text, "8080"))}
			},
			want: "\n)\n|\n\t\"os\"\n)\n|\":8080\"|\":\"+os.Getenv(\"PORT\")",
		},
		{
			name: "two with the same import", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(9, osImport(t, text), port(t, text, "8080")), finding(11, osImport(t, text), port(t, text, "8081"))}
			},
			want: "\n)\n|\n\t\"os\"\n)\n|\":8080\"|\":\"+os.Getenv(\"PORT\")|\":8081\"|\":\"+os.Getenv(\"PORT\")",
		},
		{
			name: "overlap", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{
					finding(9, edit(t, "a.go", text, `"tcp", ":8080"`, `"tcp4", ":80"`)),
					finding(10, edit(t, "a.go", text, `":8080")`, `":81")`)),
				}
			},
			want: `"tcp", ":8080"|"tcp4", ":80"`,
			left: "10: it changes the same code as the fix of a.go:9:1; run portvet -fix again",
		},
		{
			name: "two insertions at one place", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{
					finding(1, insert(t, "a.go", text, "func main", "var a int\n\n")), finding(2, insert(t, "a.go", text, "func main", "var b int\n\n")),
				}
			},
			want: "func main|var a int\n\nfunc main",
			left: "2: it changes the same code as the fix of a.go:1:1; run portvet -fix again",
		},
		{
			name: "the same import by other edits", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(1, osImport(t, text)), finding(2, insert(t, "a.go", text, "\t\"fmt\"", "\t\"os\"\n"))}
			},
			want: "\n)\n|\n\t\"os\"\n)\n",
			left: "2: the code would not parse together with the fixes before it; run portvet -fix again",
		},
		{
			name: "the last uses of an import", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{
					finding(1, edit(t, "a.go", text, "fmt.Println(l, err)", "_ = l")), finding(2, edit(t, "a.go", text, "fmt.Println(m, err)", "_ = m")),
				}
			},
			want: "\t\"fmt\"\n||fmt.Println(l, err)|_ = l|fmt.Println(m, err)|_ = m",
		},
		{
			name: "formatted as it was", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(1, insert(t, "a.go", text, "fmt.Println(l", "if err!=nil {\nreturn\n}\n"))}
			},
			want: "fmt.Println(l|if err != nil {\n\t\treturn\n\t}\n\tfmt.Println(l",
		},
		{
			name: "not formatted as it was", text: strings.Replace(code, "l, err :=", "l,err:=", 1),
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(1, edit(t, "a.go", text, `":8080"`, `":" + port`))}
			},
			want: `":8080"|":" + port`,
		},
		{
			name: "Windows", text: strings.ReplaceAll(code, "\n", "\r\n"),
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(1, insert(t, "a.go", text, "func main", "var a int\n\n"))}
			},
			want: "func main|var a int\r\n\r\nfunc main",
		},
		{
			name: "no line end at the end", text: strings.TrimSpace(strings.Replace(code, "l, err :=", "l,err:=", 1)),
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(1, edit(t, "a.go", text, "(m, err)\n}", "(m)\n}"))}
			},
			want: "(m, err)|(m)",
		},
		{
			name: "does not parse", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(1, edit(t, "a.go", text, "func main", "func"))}
			},
			left: "1: the code would not parse; please report this",
		},
		{
			name: "generated", text: "// Code generated by x. DO NOT EDIT.\n\n" + code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(1, edit(t, "a.go", text, `":8080"`, `":80"`))}
			},
			left: "1: the file is generated; change what it is generated from",
		},
		{
			name: "out of the file", text: code,
			fix: func(t *testing.T, text string) []driver.Finding {
				return []driver.Finding{finding(1, driver.Edit{File: "a.go", Start: 5, End: len(text) + 1})}
			},
			left: "1: its edits are not within the file; please report this",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := module(t, "a.go", tt.text)
			plan := fix.Make(tt.fix(t, tt.text), fix.Options{Modules: []string{dir}})
			want := tt.text
			if pairs := strings.Split(tt.want, "|"); tt.want != "" {
				for i := 0; i < len(pairs); i += 2 {
					want = strings.Replace(want, pairs[i], pairs[i+1], 1)
				}
			}
			if err := plan.Write(); err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile("a.go")
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if got := refusals(plan); got != tt.left {
				t.Errorf("left\n%s\nwant\n%s", got, tt.left)
			}
			if n := len(tt.fix(t, tt.text)) - len(plan.Left); plan.Applied != n {
				t.Errorf("%d fixes are applied, want %d", plan.Applied, n)
			}
			same(t, plan, map[string]string{"a.go": tt.text})
		})
	}
}

// TestForeign: nothing is changed but the files of the main modules.
func TestForeign(t *testing.T) {
	dir := module(t, "a.go", code, "vendor/x/a.go", code, "sub/go.mod", "module example.com/sub\n", "sub/a.go", code,
		"work/go.mod", "module example.com/work\n", "work/a.go", code)
	alone := t.TempDir()
	if err := os.WriteFile(filepath.Join(alone, "a.go"), []byte(code), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		file    string
		modules []string
		left    string
	}{
		{"a.go", []string{dir}, ""},
		{"vendor/x/a.go", []string{dir}, "1: the file is vendored; fix it where it comes from"},
		{"sub/a.go", []string{dir}, "1: the file is not of the main module; fix it where it comes from"},
		{"work/a.go", []string{dir, filepath.Join(dir, "work")}, ""},
		{"a.go", []string{filepath.Join(dir, "work")}, "1: the file is not of the main module; fix it where it comes from"},
		{"a.go", nil, "1: the file is not of the main module; fix it where it comes from"},
		{filepath.Join(alone, "a.go"), nil, ""},
		{filepath.Join(alone, "a.go"), []string{dir}, "1: the file is not of the main module; fix it where it comes from"},
	} {
		plan := fix.Make([]driver.Finding{finding(1, edit(t, tt.file, code, `":8080"`, `":80"`))}, fix.Options{Modules: tt.modules})
		if got := refusals(plan); got != tt.left {
			t.Errorf("%s in %q: left %q, want %q", tt.file, tt.modules, got, tt.left)
		}
	}
}

func TestWrite(t *testing.T) {
	dir := module(t, "a.go", code, "b.go", code)
	plan := func(opts fix.Options) fix.Plan {
		opts.Modules = []string{dir}
		return fix.Make([]driver.Finding{finding(1, edit(t, "link.go", code, `":8080"`, `":80"`))}, opts)
	}
	if err := os.Symlink("a.go", "link.go"); err != nil {
		t.Skip(err)
	}
	if err := os.Chmod("a.go", 0o640); err != nil {
		t.Fatal(err)
	}
	if got := refusals(plan(fix.Options{Start: time.Now().Add(-time.Hour)})); !strings.Contains(got, "the file has changed since it was analysed") {
		t.Errorf("a file that has changed: left %q", got)
	}
	if err := plan(fix.Options{Start: time.Now().Add(time.Hour)}).Write(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat("link.go"); err != nil || info.Mode().Type() != os.ModeSymlink {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
	if info, err := os.Stat("a.go"); err != nil || info.Mode() != 0o640 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
	if got, err := os.ReadFile("a.go"); err != nil || string(got) != strings.Replace(code, ":8080", ":80", 1) {
		t.Errorf("the file is %q, %v", got, err)
	}
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) != 4 {
		t.Errorf("files are left behind: %v, %v", entries, err)
	}

	// One that cannot be written does not keep the others from it.
	both := fix.Make([]driver.Finding{
		finding(1, edit(t, "b.go", code, `":8080"`, `":80"`)), finding(1, edit(t, "gone.go", code, `":8080"`, `":80"`)),
	}, fix.Options{Modules: []string{dir}})
	if both.Applied != 1 || !strings.Contains(refusals(both), "gone.go") {
		t.Errorf("a file that is gone: %d applied, left %q", both.Applied, refusals(both))
	}
	if os.Getuid() != 0 {
		if err := os.Chmod("a.go", 0o440); err != nil {
			t.Fatal(err)
		}
		if err := plan(fix.Options{}).Write(); err == nil {
			t.Error("a file that is not to be written was written")
		}
	}
}

// same checks that the patch of a plan makes what the plan writes.
func same(t *testing.T, plan fix.Plan, old map[string]string) {
	t.Helper()
	var patch bytes.Buffer
	if err := plan.Diff(&patch); err != nil {
		t.Fatal(err)
	}
	if len(plan.Files) == 0 {
		if patch.Len() > 0 {
			t.Errorf("a patch of nothing:\n%s", patch.String())
		}
		return
	}
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("needs git")
	}
	dir := t.TempDir()
	for name, text := range old {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("git", "apply", "--whitespace=nowarn", "-")
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(patch.Bytes())
	cmd.Env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git apply: %v\n%s\n%s", err, out, patch.String())
	}
	for _, f := range plan.Files {
		got, err := os.ReadFile(filepath.Join(dir, f.Name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, f.New) {
			t.Errorf("the patch makes\n%q\nand -fix writes\n%q", got, f.New)
		}
	}
}

// TestPatch: whatever the edits, the patch makes what is written. The files
// are no Go, so that nothing is refused for its syntax.
func TestPatch(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 25 {
		var text strings.Builder
		for range r.IntN(40) + 1 {
			text.WriteString(strings.Repeat("x", r.IntN(3)) + []string{"\n", "\r\n", "\n", "é\n", ""}[r.IntN(5)])
		}
		if text.Len() == 0 {
			continue
		}
		dir := module(t, "a.go", text.String())
		var findings []driver.Finding
		for range r.IntN(6) {
			start := r.IntN(text.Len())
			e := driver.Edit{File: "a.go", Start: start, End: start + r.IntN(text.Len()-start+1), New: []string{"", "new", "new\n", "\nnew"}[r.IntN(4)]}
			findings = append(findings, finding(1, e))
		}
		plan := fix.Make(findings, fix.Options{Modules: []string{dir}})
		if len(plan.Files) > 0 && bytes.Equal(plan.Files[0].Old, plan.Files[0].New) {
			continue
		}
		same(t, plan, map[string]string{"a.go": text.String()})
	}
}
