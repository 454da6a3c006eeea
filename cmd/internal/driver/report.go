package driver

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/portvet/portvet/analyzers"
)

// Report is what a run found: findings and errors, each once, in the order of
// files and lines.
type Report struct {
	Findings []Finding `json:"findings"`
	Errors   []Error   `json:"errors"`
	// Listeners are those of the packages, where explanations are asked for.
	Listeners []Listener `json:"-"`
	// Work is what packages took of the bounds, where explanations are asked for.
	Work map[string]analyzers.Work `json:"-"`
}

// Finding is one place that a rule objects to. File is relative to the
// current directory where that is shorter; lines and columns count from 1,
// columns in bytes, and the end is exclusive.
type Finding struct {
	Rule      string `json:"rule"`
	Message   string `json:"message"`
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	// Severity is one of the constants below; [Run] sets Warning.
	Severity Severity  `json:"severity"`
	URL      string    `json:"url"`
	Related  []Related `json:"related,omitempty"`
	Fixes    []Fix     `json:"fixes,omitempty"`
	Steps    []Step    `json:"steps,omitempty"` // where explanations are asked for

	pkg string // the import path of its package, or ""
}

// Compare puts findings in the order of files and places in them, those of one
// place in the order of rules and messages.
func (f Finding) Compare(g Finding) int {
	return cmp.Or(cmp.Compare(f.File, g.File), cmp.Compare(f.Line, g.Line), cmp.Compare(f.Column, g.Column),
		cmp.Compare(f.Rule, g.Rule), cmp.Compare(f.Message, g.Message))
}

// Severity says how much a finding matters.
type Severity string

// The severities, from the one that matters most.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
	SeverityNote    Severity = "note"
)

// Related is a second place that a finding is about: the other of two
// listeners, or a line in a manifest. Line and Column are 0 where they are not
// known.
type Related struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

// Fix is a change that removes a finding.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// Edit replaces the bytes from Start up to End of a file.
type Edit struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// Error is a reason why a package was not analysed. Package and position are
// there where they are known.
type Error struct {
	Package string `json:"package,omitempty"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`

	crash bool // portvet itself failed there
}

// String returns the error in one line, its position first.
func (e Error) String() string {
	switch {
	case e.File != "":
		return fmt.Sprintf("%s: %s", Position(e.File, e.Line, e.Column), e.Message)
	case e.Package != "":
		return fmt.Sprintf("%s: %s", e.Package, e.Message)
	}
	return e.Message
}

// Position returns file:line:column, without what is zero.
func Position(file string, line, column int) string {
	switch {
	case line == 0:
		return file
	case column == 0:
		return fmt.Sprintf("%s:%d", file, line)
	}
	return fmt.Sprintf("%s:%d:%d", file, line, column)
}

// Add adds findings and errors of another source than go vet.
func (r *Report) Add(findings []Finding, errs []Error) {
	r.Findings = append(r.Findings, findings...)
	r.Errors = append(r.Errors, errs...)
	r.tidy()
}

// tidy sorts the report and drops what is there twice: go vet analyses a
// package again for its tests. Packages in which portvet itself failed come
// first.
func (r *Report) tidy() {
	slices.SortFunc(r.Findings, Finding.Compare)
	r.Findings = slices.CompactFunc(r.Findings, func(a, b Finding) bool {
		return a.File == b.File && a.Line == b.Line && a.Column == b.Column && a.Rule == b.Rule && a.Message == b.Message
	})
	// Go vet ends packages in no order, but what it says of one is in order.
	slices.SortStableFunc(r.Errors, func(a, b Error) int {
		switch {
		case a.crash == b.crash:
			return cmp.Compare(a.Package, b.Package)
		case a.crash:
			return -1
		}
		return 1
	})
	seen := make(map[string]bool)
	r.Errors = slices.DeleteFunc(r.Errors, func(e Error) bool {
		known := seen[e.String()]
		seen[e.String()] = true
		return known
	})
}

// Joined returns a fix of one file as a single edit, from the first of its
// edits to the last, given what the file holds. ok is false where the fix
// changes nothing, another file as well, or what is not there.
func (f Fix) Joined(file string, data []byte) (e Edit, ok bool) {
	edits := slices.SortedStableFunc(slices.Values(f.Edits), func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var text []byte
	for i, next := range edits {
		if next.File != file || next.Start < 0 || next.Start > next.End || next.End > len(data) {
			return Edit{}, false
		}
		if i == 0 {
			e = Edit{File: file, Start: next.Start, End: next.Start}
		}
		if next.Start < e.End { // they overlap
			return Edit{}, false
		}
		text = append(append(text, data[e.End:next.Start]...), next.New...)
		e.End = next.End
	}
	e.New = string(text)
	return e, len(edits) > 0
}
