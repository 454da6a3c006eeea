package render_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/render"
)

var (
	one = driver.Finding{
		Rule: "hardcodedport", Message: `port 8080 of "<:8080>" is fixed`, File: "a/a.go", Line: 3, Column: 5, EndLine: 3, EndColumn: 12,
		Severity: driver.SeverityWarning, URL: "https://example.com/doc",
		Fixes: []driver.Fix{{
			Message: "Read PORT",
			Edits:   []driver.Edit{{File: "a/a.go", Start: 10, End: 17, New: "port()"}},
		}},
	}
	two    = driver.Finding{Rule: "noshutdown", Message: "never stopped", File: "b.go", Line: 1, Column: 2, EndLine: 1, EndColumn: 2, URL: "u"}
	broken = driver.Error{Package: "example.com/c", File: "c.go", Line: 7, Message: "undefined: x"}
	gone   = driver.Error{Package: "example.com/d", Message: "no such package"}
)

func TestFormats(t *testing.T) {
	tests := []struct {
		name   string
		format func(io.Writer, driver.Report) error
		report driver.Report
		want   string
	}{
		{"nothing as text", render.Text, driver.Report{}, ""},
		{
			"text", render.Text,
			driver.Report{Findings: []driver.Finding{one, two}, Errors: []driver.Error{broken}},
			"a/a.go:3:5: port 8080 of \"<:8080>\" is fixed (hardcodedport)\nb.go:1:2: never stopped (noshutdown)\n",
		},
		{"summary of nothing", render.Summary, driver.Report{}, ""},
		{"summary of one", render.Summary, driver.Report{Findings: []driver.Finding{one}}, "portvet: 1 finding\n"},
		{
			"summary", render.Summary,
			driver.Report{Findings: []driver.Finding{one, two}, Errors: []driver.Error{broken, gone}},
			"portvet: c.go:7: undefined: x\nportvet: example.com/d: no such package\nportvet: 2 findings, 2 errors\n",
		},
		{"nothing as JSON", render.JSON, driver.Report{}, "{\n  \"version\": 1,\n  \"findings\": [],\n  \"errors\": []\n}\n"},
		{
			"JSON", render.JSON,
			driver.Report{Findings: []driver.Finding{one}, Errors: []driver.Error{broken}},
			`{
  "version": 1,
  "findings": [
    {
      "rule": "hardcodedport",
      "message": "port 8080 of \"<:8080>\" is fixed",
      "file": "a/a.go",
      "line": 3,
      "column": 5,
      "endLine": 3,
      "endColumn": 12,
      "severity": "warning",
      "url": "https://example.com/doc",
      "fixes": [
        {
          "message": "Read PORT",
          "edits": [
            {
              "file": "a/a.go",
              "start": 10,
              "end": 17,
              "new": "port()"
            }
          ]
        }
      ]
    }
  ],
  "errors": [
    {
      "package": "example.com/c",
      "file": "c.go",
      "line": 7,
      "message": "undefined: x"
    }
  ]
}
`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			if err := tt.format(&out, tt.report); err != nil {
				t.Fatal(err)
			}
			if out.String() != tt.want {
				t.Errorf("got\n%s\nwant\n%s", out.String(), tt.want)
			}
		})
	}
}

func TestWriteError(t *testing.T) {
	report := driver.Report{Findings: []driver.Finding{one}, Errors: []driver.Error{gone}}
	for name, format := range map[string]func(io.Writer, driver.Report) error{
		"text": render.Text, "summary": render.Summary, "JSON": render.JSON,
	} {
		if err := format(full{}, report); !errors.Is(err, errFull) {
			t.Errorf("%s to a full disk: error %v, want %v", name, err, errFull)
		}
	}
}

var errFull = errors.New("disk full")

// full is a writer that has no room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
