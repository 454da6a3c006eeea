package driver

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers"
)

// The JSON that go vet prints is a sequence of objects, one per package, that
// hold results by package and rule. A result is a list of diagnostics, or an
// object with the error of a rule that failed.
type (
	jsonResults    map[string]map[string]json.RawMessage
	jsonDiagnostic struct {
		Posn    string        `json:"posn"`
		End     string        `json:"end"`
		Message string        `json:"message"`
		Fixes   []jsonFix     `json:"suggested_fixes"`
		Related []jsonRelated `json:"related"`
	}
	jsonRelated struct {
		Posn    string `json:"posn"`
		Message string `json:"message"`
	}
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}
	jsonError struct {
		Err string `json:"error"`
	}
)

// readResults reads what go vet -json wrote to its standard output. The error
// says that it is not what go vet prints.
func readResults(stdout []byte, names namer) ([]Finding, []Error, error) {
	urls := make(map[string]string)
	for _, r := range analyzers.Rules() {
		urls[r.Name] = r.URL
	}
	var findings []Finding
	var errs []Error
	dec := json.NewDecoder(bytes.NewReader(stdout))
	for {
		var results jsonResults
		if err := dec.Decode(&results); errors.Is(err, io.EOF) {
			return findings, errs, nil
		} else if err != nil {
			return findings, errs, fmt.Errorf("read the output of go vet -json: %w; portvet needs go 1.26 or later", err)
		}
		for pkg, rules := range results {
			for rule, raw := range rules {
				var diags []jsonDiagnostic
				if json.Unmarshal(raw, &diags) != nil {
					var e jsonError
					_ = json.Unmarshal(raw, &e) // no error text is an empty one
					errs = append(errs, Error{Package: pkgPath(pkg), Message: failedHere + rule + ": " + e.Err, crash: true})
					continue
				}
				for _, d := range diags {
					f := finding(d, names)
					f.Rule, f.URL, f.pkg = rule, urls[rule], pkgPath(pkg)
					findings = append(findings, f)
				}
			}
		}
	}
}

// finding returns the finding of one diagnostic, without its rule.
func finding(d jsonDiagnostic, names namer) Finding {
	file, line, column := position(d.Posn)
	_, endLine, endColumn := position(d.End)
	f := Finding{
		Message: d.Message,
		File:    names.name(file), Line: line, Column: column,
		EndLine: endLine, EndColumn: endColumn,
		Severity: SeverityWarning,
	}
	for _, r := range d.Related {
		file, line, column := position(r.Posn)
		f.Related = append(f.Related, Related{File: names.name(file), Line: line, Column: column, Message: r.Message})
	}
	for _, fix := range d.Fixes {
		edits := make([]Edit, 0, len(fix.Edits))
		for _, e := range fix.Edits {
			edits = append(edits, Edit{File: names.name(e.Filename), Start: e.Start, End: e.End, New: e.New})
		}
		f.Fixes = append(f.Fixes, Fix{Message: fix.Message, Edits: edits})
	}
	return f
}

// position splits "file:line:column" or "file:line"; file may hold colons.
// What is not there is zero.
func position(s string) (file string, line, column int) {
	file, last, ok := cutLast(s)
	if !ok {
		return s, 0, 0
	}
	if rest, before, ok := cutLast(file); ok {
		return rest, before, last
	}
	return file, last, 0
}

// cutLast cuts the number off the end of "text:number".
func cutLast(s string) (text string, n int, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0, false
	}
	n, err := strconv.Atoi(s[i+1:])
	return s[:i], n, err == nil
}

// pkgPath returns the import path of a package that go vet named, which for
// a package built for a test is followed by "[p.test]".
func pkgPath(name string) string {
	path, _, _ := strings.Cut(name, " ")
	return path
}
