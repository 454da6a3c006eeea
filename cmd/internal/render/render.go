// Package render writes a report in the formats that people and programs
// read. Each format is a [Format]; [ByName] finds it.
package render

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/identity"
	"github.com/portvet/portvet/cmd/internal/source"
)

// Format writes a report to w. The error is the writer's.
type Format func(w io.Writer, r driver.Report, c *Context) error

// Context is what a format may need beside the report. Its zero value does:
// files are then read from disk and keep the names that they have in the
// report.
type Context struct {
	// Files are the files that the report names.
	Files source.Files
	// Root is the directory, as an absolute path, to which names are relative
	// in the formats that a forge reads: the root of the repository. "" leaves
	// names as they are.
	Root string
	// Rules describes the rules.
	Rules []analyzers.Info
	// Version is that of portvet.
	Version string
	// Color and Width are about the text: whether the reader's terminal has
	// colours, and how many columns (0: not known).
	Color bool
	Width int
}

// formats are in the order of the documentation.
var formats = []struct {
	name   string
	format Format
}{
	{"text", Text},
	{"line", Line},
	{"json", JSON},
	{"sarif", SARIF},
	{"github", GitHub},
	{"gitlab", GitLab},
	{"rdjson", RDJSON},
	{"checkstyle", Checkstyle},
	{"junit", JUnit},
}

// Names returns the names of all formats.
func Names() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// ByName returns the format called name. The error lists those that exist.
func ByName(name string) (Format, error) {
	for _, f := range formats {
		if f.name == name {
			return f.format, nil
		}
	}
	return nil, fmt.Errorf("unknown format %q; the formats are %s", name, strings.Join(Names(), ", "))
}

// path returns the name of a file for a forge: relative to the root, with
// slashes. A file outside of the root keeps its absolute name.
func (c *Context) path(file string) string {
	if c.Root == "" || file == "" {
		return filepath.ToSlash(file)
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return filepath.ToSlash(file)
	}
	if rel, err := filepath.Rel(c.Root, abs); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(abs)
}

// fingerprints returns one text per finding that stays when lines move.
func (c *Context) fingerprints(findings []driver.Finding) []string {
	var keys []identity.Key
	for _, f := range findings {
		keys = append(keys, identity.Of(f, c.path(f.File), &c.Files))
	}
	return identity.Fingerprints(keys)
}

// byFile calls visit once for each file that has findings or errors, in the
// order of names, and with "" for errors that belong to no file.
func byFile(r driver.Report, visit func(file string, findings []driver.Finding, errs []driver.Error)) {
	findings := make(map[string][]driver.Finding)
	errs := make(map[string][]driver.Error)
	var files []string
	for _, f := range r.Findings {
		findings[f.File] = append(findings[f.File], f)
		files = append(files, f.File)
	}
	for _, e := range r.Errors {
		errs[e.File] = append(errs[e.File], e)
		files = append(files, e.File)
	}
	slices.Sort(files)
	for _, file := range slices.Compact(files) {
		visit(file, findings[file], errs[file])
	}
}

// bySeverity returns what a format calls the severity of f.
func bySeverity(f driver.Finding, err, warning, note string) string {
	switch f.Severity {
	case driver.SeverityError:
		return err
	case driver.SeverityNote:
		return note
	}
	return warning
}
