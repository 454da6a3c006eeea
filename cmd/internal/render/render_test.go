package render_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/render"
	"github.com/portvet/portvet/cmd/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// code is the content of the files that the reports below name. Its lines have
// what formats stumble over: tabs, characters of two, three and four bytes.
var code = map[string]string{
	"/repo/svc/a b.go": "package a\n\nvar x = listen(\"ü😀\", \":8080\") // é\n",
	"/repo/c.go":       "package c\r\n\r\nfunc f() {\r\n\tgo g(\r\n\t\t1)\r\n}\r\n",
	"/repo/Dockerfile": "FROM scratch\nEXPOSE 9090\n",
}

var (
	one = driver.Finding{
		Rule: "hardcodedport", Message: `port 8080 of "<:8080>" is 100% fixed`, Severity: driver.SeverityError, URL: "https://example.com/doc",
		File: "/repo/svc/a b.go", Line: 3, Column: 26, EndLine: 3, EndColumn: 33,
		Related: []driver.Related{{File: "/repo/Dockerfile", Line: 2, Column: 8, Message: "another port is published"}},
		Fixes: []driver.Fix{{
			Message: "Read PORT, or 8080",
			Edits: []driver.Edit{
				{File: "/repo/svc/a b.go", Start: 9, End: 9, New: "\nimport \"os\"\n"},
				{File: "/repo/svc/a b.go", Start: 36, End: 43, New: `":"+os.Getenv("PORT")`},
			},
		}},
	}
	two = driver.Finding{
		Rule: "noshutdown", Message: "never stopped (started at c.go:4)", Severity: driver.SeverityWarning, URL: "u",
		File: "/repo/c.go", Line: 4, Column: 2, EndLine: 5, EndColumn: 5,
		Steps: []driver.Step{
			{File: "/repo/svc/a b.go", Line: 3, Column: 26, Text: `":8080" is written here`, Way: 1},
			{Text: "given to f, at f.go:3 of another package", Way: 1},
			{File: "/repo/c.go", Line: 4, Text: "g listens here", Way: 1},
			{File: "/repo/c.go", Line: 4, Column: 2, Text: "the server is made", Way: 2},
		},
	}
	published = driver.Finding{
		Rule: "ports", Message: "port 9090 is published", Severity: driver.SeverityNote, URL: "u",
		File: "/repo/Dockerfile", Line: 2, Column: 8, EndLine: 2, EndColumn: 12,
	}
	made   = driver.Finding{Rule: "noshutdown", Message: "nobody has this file", File: "/elsewhere/x:y.go", Line: 7, Column: 1}
	broken = driver.Error{Package: "example.com/c", File: "/repo/c.go", Line: 3, Column: 6, Message: "undefined: x"}
	gone   = driver.Error{Package: "example.com/d", Message: "no such package"}

	full  = driver.Report{Findings: []driver.Finding{published, two, one, made}, Errors: []driver.Error{gone, broken}}
	rules = []analyzers.Info{{
		Name: "noshutdown", Summary: "reports servers", Default: true, URL: "https://example.com/noshutdown",
		Doc: "noshutdown: Package noshutdown reports servers.\n\n# What it does\n\nIt reports.\n\n# Why it is bad\n\nRequests\nare lost.\n\n# Example\n\n\tserve()\n",
	}, {Name: "hardcodedport", Summary: "reports ports", URL: "https://example.com/hardcodedport", Doc: "Package hardcodedport reports ports.\n"}}
)

func context() *render.Context {
	return &render.Context{
		Root: "/repo", Rules: rules, Version: "v1.2.3",
		Files: source.Files{Read: func(name string) ([]byte, error) {
			if text, ok := code[name]; ok {
				return []byte(text), nil
			}
			return nil, errors.New("no such file")
		}},
	}
}

// TestGolden compares every format with testdata/<format>.golden, for a report
// with everything, and what it makes of an empty one with
// testdata/<format>.empty.golden.
func TestGolden(t *testing.T) {
	for _, name := range append(render.Names(), "color") {
		t.Run(name, func(t *testing.T) {
			c := context()
			format, err := render.ByName(name)
			if name == "color" {
				c.Color = true
				format, err = render.Text, nil
			}
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".golden", format, full, c)
			golden(t, name+".empty.golden", format, driver.Report{}, c)
		})
	}
}

func golden(t *testing.T, name string, format render.Format, r driver.Report, c *render.Context) {
	t.Helper()
	var out strings.Builder
	if err := format(&out, r, c); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", file, out.String(), want)
	}
}

// TestWellFormed: what programs read can be parsed, whatever the report holds.
func TestWellFormed(t *testing.T) {
	nasty := driver.Report{
		Findings: []driver.Finding{
			{Rule: "r", Message: "a\x00b\xff<&\"]]>\n::error::x", File: "-x%,:.go", Line: 1, Column: 900, EndLine: 1, EndColumn: 1},
			{Rule: "r", Message: "", File: "", Fixes: []driver.Fix{{}}},
		},
		Errors: []driver.Error{{}, {File: "a\nb.go"}},
	}
	for _, r := range []driver.Report{{}, full, nasty} {
		for _, name := range render.Names() {
			format, err := render.ByName(name)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			if err := format(&out, r, context()); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			switch name {
			case "json", "sarif", "gitlab", "rdjson":
				if !json.Valid([]byte(out.String())) {
					t.Errorf("%s is no JSON:\n%s", name, out.String())
				}
			case "checkstyle", "junit":
				if err := xml.Unmarshal([]byte(out.String()), new(struct{})); err != nil {
					t.Errorf("%s is no XML: %v\n%s", name, err, out.String())
				}
			case "github":
				for line := range strings.Lines(out.String()) {
					if !strings.HasPrefix(line, "::") {
						t.Errorf("%s: a line that is no command: %q", name, line)
					}
				}
				if strings.Count(out.String(), "\n") != len(r.Findings)+len(r.Errors) {
					t.Errorf("%s: not one line each:\n%s", name, out.String())
				}
			}
		}
	}
}

// TestMovedLines: what a forge compares two runs by stays when lines move, and
// no two findings of one run share it.
func TestMovedLines(t *testing.T) {
	prints := func(above string) []string {
		r := driver.Report{Findings: []driver.Finding{one, one, two}}
		c := context()
		read := c.Files.Read
		c.Files.Read = func(name string) ([]byte, error) {
			data, err := read(name)
			return append([]byte(above), data...), err
		}
		for i := range r.Findings {
			r.Findings[i].Line += strings.Count(above, "\n")
		}
		var sarif, gitlab strings.Builder
		if err := errors.Join(render.SARIF(&sarif, r, c), render.GitLab(&gitlab, r, c)); err != nil {
			t.Fatal(err)
		}
		var log struct {
			Runs []struct {
				Results []struct {
					PartialFingerprints map[string]string
				}
			}
		}
		var issues []struct{ Fingerprint string }
		if err := errors.Join(json.Unmarshal([]byte(sarif.String()), &log), json.Unmarshal([]byte(gitlab.String()), &issues)); err != nil {
			t.Fatal(err)
		}
		var all []string
		for i, result := range log.Runs[0].Results {
			all = append(all, result.PartialFingerprints["portvet/v1"], issues[i].Fingerprint)
		}
		return all
	}
	before, after := prints(""), prints("// moved\n//\n")
	seen := make(map[string]int)
	for i := range before {
		if before[i] == "" || before[i] != after[i] {
			t.Errorf("fingerprint %d is %q, and %q when lines have moved", i, before[i], after[i])
		}
		if at, known := seen[before[i]]; known && at != i/2 {
			t.Errorf("findings %d and %d share the fingerprint %q", at, i/2, before[i])
		}
		seen[before[i]] = i / 2
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		report driver.Report
		want   string
	}{
		{driver.Report{}, ""},
		{driver.Report{Findings: []driver.Finding{two}}, "portvet: 1 finding\n"},
		{driver.Report{Findings: []driver.Finding{one}}, "portvet: 1 finding\nportvet: -fix applies 1 fix, -diff shows it\n"},
		{driver.Report{Findings: []driver.Finding{one, two, one}}, "portvet: 3 findings\nportvet: -fix applies 2 fixes, -diff shows them\n"},
		{
			driver.Report{Findings: []driver.Finding{two, two}, Errors: []driver.Error{broken, gone}},
			"portvet: /repo/c.go:3:6: undefined: x\nportvet: example.com/d: no such package\nportvet: 2 findings, 2 errors\n",
		},
	}
	for _, tt := range tests {
		var out strings.Builder
		if err := render.Summary(&out, tt.report); err != nil {
			t.Fatal(err)
		}
		if out.String() != tt.want {
			t.Errorf("got\n%s\nwant\n%s", out.String(), tt.want)
		}
	}
}

func TestByName(t *testing.T) {
	_, err := render.ByName("html")
	if want := `unknown format "html"; the formats are text, line, json, `; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error %v, want one that begins %s", err, want)
	}
}

func TestWriteError(t *testing.T) {
	for _, name := range render.Names() {
		format, err := render.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := format(noRoom{}, full, context()); !errors.Is(err, errNoRoom) {
			t.Errorf("%s to a full disk: error %v, want %v", name, err, errNoRoom)
		}
	}
	for name, write := range map[string]func(io.Writer, driver.Report) error{"summary": render.Summary, "errors": render.Errors} {
		if err := write(noRoom{}, full); !errors.Is(err, errNoRoom) {
			t.Errorf("%s to a full disk: error %v, want %v", name, err, errNoRoom)
		}
	}
}

var errNoRoom = errors.New("disk full")

// noRoom is a writer that has no room.
type noRoom struct{}

func (noRoom) Write([]byte) (int, error) { return 0, errNoRoom }
