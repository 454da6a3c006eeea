package render

import (
	"io"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/source"
)

// The diagnostic format of reviewdog. Columns are in bytes.
type (
	rdResult struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        *rdCode        `json:"code,omitempty"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"relatedLocations,omitempty"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition  `json:"start"`
		End   *rdPosition `json:"end,omitempty"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column,omitempty"`
	}
	rdCode struct {
		Value string `json:"value"`
		URL   string `json:"url,omitempty"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

// RDJSON writes the diagnostics that reviewdog reads with -f=rdjson: findings
// with their fixes, and those errors that have a file. Names of files stay
// relative to the current directory, which is what reviewdog expects.
func RDJSON(w io.Writer, r driver.Report, c *Context) error {
	result := rdResult{Source: rdSource{"portvet", homepage}, Diagnostics: []rdDiagnostic{}}
	for _, e := range r.Errors {
		if e.File == "" {
			continue
		}
		result.Diagnostics = append(result.Diagnostics, rdDiagnostic{
			Message:  e.Message,
			Location: rdAt(e.File, e.Line, e.Column),
			Severity: "ERROR",
		})
	}
	for _, f := range r.Findings {
		d := rdDiagnostic{
			Message:  f.Message,
			Location: rdAt(f.File, f.Line, f.Column),
			Severity: bySeverity(f, "ERROR", "WARNING", "INFO"),
			Code:     &rdCode{Value: f.Rule, URL: f.URL},
		}
		if f.EndLine > 0 && d.Location.Range != nil {
			d.Location.Range.End = &rdPosition{f.EndLine, f.EndColumn}
		}
		for _, rel := range f.Related {
			d.Related = append(d.Related, rdRelated{rel.Message, rdAt(rel.File, rel.Line, rel.Column)})
		}
		for _, fix := range f.Fixes {
			if s, ok := rdSuggest(fix, f.File, c); ok {
				d.Suggestions = append(d.Suggestions, s)
			}
		}
		result.Diagnostics = append(result.Diagnostics, d)
	}
	return writeJSON(w, result)
}

// rdAt returns the location of a position, without what is zero.
func rdAt(file string, line, column int) rdLocation {
	l := rdLocation{Path: file}
	if line > 0 {
		l.Range = &rdRange{Start: rdPosition{line, column}}
	}
	return l
}

// rdSuggest returns a fix as one suggestion, since several are alternatives to
// reviewdog: it replaces all from the first edit to the last. ok is false
// where the file cannot be read.
func rdSuggest(fix driver.Fix, file string, c *Context) (s rdSuggestion, ok bool) {
	text := c.Files.File(file)
	if text == nil {
		return s, false
	}
	whole, ok := fix.Joined(file, text.Data)
	if !ok {
		return s, false
	}
	r, ok := rdSpan(text, whole)
	return rdSuggestion{Range: r, Text: whole.New}, ok
}

// rdSpan returns the range of an edit.
func rdSpan(text *source.File, e driver.Edit) (rdRange, bool) {
	line, column, ok := text.Position(e.Start)
	endLine, endColumn, endOK := text.Position(e.End)
	return rdRange{rdPosition{line, column}, &rdPosition{endLine, endColumn}}, ok && endOK
}
