package render

import (
	"io"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/identity"
)

// The code quality report of GitLab.
type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
		End   int `json:"end,omitempty"`
	}
)

// GitLab writes a code quality report for GitLab: an array, with findings and
// those errors that have a file. GitLab compares the fingerprints of two
// branches, so a finding has the same on both though its line has moved.
func GitLab(w io.Writer, r driver.Report, c *Context) error {
	issues := []gitlabIssue{}
	prints := c.fingerprints(r.Findings)
	for i, f := range r.Findings {
		issues = append(issues, gitlabIssue{
			Description: f.Message,
			CheckName:   f.Rule,
			Fingerprint: prints[i],
			Severity:    bySeverity(f, "major", "minor", "info"),
			Location:    gitlabLocation{c.path(f.File), gitlabLines{max(1, f.Line), max(f.Line, f.EndLine)}},
		})
	}
	var located []driver.Error
	var keys []identity.Key
	for _, e := range r.Errors {
		if e.File != "" {
			located = append(located, e)
			keys = append(keys, identity.Key{Rule: loadError, File: c.path(e.File), Message: e.Message})
		}
	}
	prints = identity.Fingerprints(keys)
	for i, e := range located {
		issues = append(issues, gitlabIssue{
			Description: e.Message,
			CheckName:   loadError,
			Fingerprint: prints[i],
			Severity:    "blocker",
			Location:    gitlabLocation{c.path(e.File), gitlabLines{Begin: max(1, e.Line)}},
		})
	}
	return writeJSON(w, issues)
}

// loadError stands for the rule where a format wants one for an error.
const loadError = "load-error"
