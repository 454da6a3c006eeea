// Package render writes a report in the formats that people and programs
// read. Each is a func(io.Writer, driver.Report) error; the error is the
// writer's.
package render

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/portvet/portvet/cmd/internal/driver"
)

// Text writes one line per finding, in the form that editors jump to:
//
//	file:line:column: message (rule)
//
// It writes nothing when there are none. Errors are left to [Summary].
func Text(w io.Writer, r driver.Report) error {
	out := bufio.NewWriter(w)
	for _, f := range r.Findings {
		fmt.Fprintf(out, "%s: %s (%s)\n", driver.Position(f.File, f.Line, f.Column), f.Message, f.Rule)
	}
	return out.Flush()
}

// Summary writes, for the reader of the text, one line per error and one that
// counts findings. It writes nothing when there is neither.
func Summary(w io.Writer, r driver.Report) error {
	out := bufio.NewWriter(w)
	for _, e := range r.Errors {
		fmt.Fprintf(out, "portvet: %s\n", e)
	}
	switch {
	case len(r.Errors) > 0:
		fmt.Fprintf(out, "portvet: %s, %s\n", count(len(r.Findings), "finding"), count(len(r.Errors), "error"))
	case len(r.Findings) > 0:
		fmt.Fprintf(out, "portvet: %s\n", count(len(r.Findings), "finding"))
	}
	return out.Flush()
}

// count returns "1 finding", "2 findings".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// schemaVersion changes when a field is removed or changes its meaning; new
// fields may appear under the same version.
const schemaVersion = 1

// JSON writes one object:
//
//	version   the version of this schema, 1
//	findings  a list, never null; see [driver.Finding] for its fields
//	errors    a list, never null; see [driver.Error] for its fields
func JSON(w io.Writer, r driver.Report) error {
	if r.Findings == nil {
		r.Findings = []driver.Finding{}
	}
	if r.Errors == nil {
		r.Errors = []driver.Error{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Version int `json:"version"`
		driver.Report
	}{schemaVersion, r})
}
