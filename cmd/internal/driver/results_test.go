package driver

import (
	"reflect"
	"strings"
	"testing"

	"github.com/portvet/portvet/analyzers"
)

func TestReadResults(t *testing.T) {
	rule := analyzers.Rules()[0]
	stdout := `{
	"example.com/m/a": {"RULE": [
		{"posn": "/src/m/a/a.go:3:34", "end": "/src/m/a/a.go:4:2", "message": "first",
		 "related": [{"posn": "/src/m/b.go:7:2", "end": "/src/m/b.go:7:4", "message": "the other"}],
		 "suggested_fixes": [{"message": "Do it", "edits": [{"filename": "/src/m/a/a.go", "start": 5, "end": 7, "new": "x"}]}]}
	]}
}
{
	"example.com/m/b [example.com/m/b.test]": {"RULE": {"error": "it failed"}}
}
{
	"example.com/m/c": {"RULE": [{"posn": "/elsewhere/c:d/c.go:7:1", "message": "second"}]}
}
{}
`
	findings, errs, err := readResults([]byte(strings.ReplaceAll(stdout, "RULE", rule.Name)), namer{cwd: "/src", dir: "/src/m"})
	if err != nil {
		t.Fatal(err)
	}
	want := []Finding{
		{
			Rule: rule.Name, Message: "first", URL: rule.URL,
			File: "m/a/a.go", Line: 3, Column: 34, EndLine: 4, EndColumn: 2, Severity: SeverityWarning, pkg: "example.com/m/a",
			Related: []Related{{File: "m/b.go", Line: 7, Column: 2, Message: "the other"}},
			Fixes:   []Fix{{Message: "Do it", Edits: []Edit{{File: "m/a/a.go", Start: 5, End: 7, New: "x"}}}},
		},
		{Rule: rule.Name, Message: "second", URL: rule.URL, File: "/elsewhere/c:d/c.go", Line: 7, Column: 1, Severity: SeverityWarning, pkg: "example.com/m/c"},
	}
	if !reflect.DeepEqual(findings, want) {
		t.Errorf("findings\n\t%+v\nwant\n\t%+v", findings, want)
	}
	if want := []Error{{Package: "example.com/m/b", Message: failedHere + rule.Name + ": it failed", crash: true}}; !reflect.DeepEqual(errs, want) {
		t.Errorf("errors\n\t%+v\nwant\n\t%+v", errs, want)
	}
}

func TestReadResultsOfOlderGo(t *testing.T) {
	_, _, err := readResults([]byte("# example.com/m\n{}\n"), namer{})
	if err == nil || !strings.Contains(err.Error(), "portvet needs go 1.26 or later") {
		t.Errorf("error %v, want one that says which go is needed", err)
	}
}

func TestTidy(t *testing.T) {
	a := Finding{Rule: "r", Message: "m", File: "a.go", Line: 9, Column: 1}
	b := Finding{Rule: "r", Message: "m", File: "a.go", Line: 10, Column: 1}
	c := Finding{Rule: "s", Message: "m", File: "a.go", Line: 10, Column: 1}
	x := Error{Package: "p", File: "a.go", Line: 1, Message: "bad"}
	y := Error{Package: "p", Message: "bad"}
	z := Error{Package: "q", Message: failedHere + "odd", crash: true}
	r := Report{
		Findings: []Finding{c, b, a, c, b},
		Errors:   []Error{x, y, {Package: "p [p.test]", File: "a.go", Line: 1, Message: "bad"}, z},
	}
	r.tidy()
	if want := []Finding{a, b, c}; !reflect.DeepEqual(r.Findings, want) {
		t.Errorf("findings\n\t%v\nwant\n\t%v", r.Findings, want)
	}
	if want := []Error{z, x, y}; !reflect.DeepEqual(r.Errors, want) {
		t.Errorf("errors\n\t%v\nwant\n\t%v", r.Errors, want)
	}
}
