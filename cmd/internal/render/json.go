package render

import (
	"encoding/json"
	"io"

	"github.com/portvet/portvet/cmd/internal/driver"
)

// schemaVersion changes when a field is removed or changes its meaning; new
// fields may appear under the same version.
const schemaVersion = 1

// JSON writes one object, which docs/report.schema.json describes:
//
//	version   the version of this schema, 1
//	findings  a list, never null; see [driver.Finding] for its fields
//	errors    a list, never null; see [driver.Error] for its fields
func JSON(w io.Writer, r driver.Report, _ *Context) error {
	if r.Findings == nil {
		r.Findings = []driver.Finding{}
	}
	if r.Errors == nil {
		r.Errors = []driver.Error{}
	}
	return writeJSON(w, struct {
		Version int `json:"version"`
		driver.Report
	}{schemaVersion, r})
}

// writeJSON writes v for programs that people read along with.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
