// Package fix applies the fixes of a report to the files that it names.
//
// The go command can do that, too: go vet -vettool=portvet -fix. The command
// applies them itself so that findings which a baseline hides keep their code,
// a file is never half written, and what is left over is said. The edits are
// the same. What go vet does beyond them, in x/tools'
// internal/analysis/driverutil, is done here with less: it formats a changed
// file as a whole, which here happens only to one that was formatted before,
// and it removes imports that the fixes leave unused, as here.
package fix

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/source"
)

// Plan is what the fixes of a report make of its files.
type Plan struct {
	Files   []File
	Applied int      // how many fixes
	Left    []Refuse // the fixes that are not applied
}

// File is a file that fixes change.
type File struct {
	Name     string
	Old, New []byte
}

// Refuse is a fix that is not applied, and why.
type Refuse struct {
	Finding driver.Finding
	Why     string
}

// Options say what a plan may change.
type Options struct {
	// Modules are the directories of the main modules; there are none for
	// files that are in no module. No other file is changed.
	Modules []string
	// Start is when the analysis began: a file that has changed since is not
	// the one that the edits are of. The zero value leaves that out.
	Start time.Time
}

// Make applies the first fix of each finding, in the order of the report, that
// is of the source. A fix that meets one before it is left out, since the code
// is no longer what it was made for: another run finds it again, if it is still
// needed.
func Make(findings []driver.Finding, opts Options) Plan {
	var plan Plan
	open := make(map[string]*target)
	var names []string
	for _, f := range findings {
		if len(f.Fixes) == 0 || len(f.Fixes[0].Edits) == 0 {
			continue
		}
		edits := f.Fixes[0].Edits
		why := ""
		for _, e := range edits {
			if e.File != edits[0].File {
				why = "it changes several files"
			}
		}
		name := edits[0].File
		if why == "" {
			t, known := open[name]
			if !known {
				t = newTarget(name, opts)
				open[name] = t
				names = append(names, name)
			}
			why = t.add(f, edits)
		}
		if why != "" {
			plan.Left = append(plan.Left, Refuse{f, why})
			continue
		}
		plan.Applied++
	}
	slices.Sort(names)
	for _, name := range names {
		if t := open[name]; len(t.edits) > 0 {
			plan.Files = append(plan.Files, File{name, t.old, t.finish()})
		}
	}
	return plan
}

// target is a file while fixes are collected for it.
type target struct {
	closed string // why no fix may change it, "" if fixes may
	old    []byte
	crlf   bool
	edits  []applied // in the order of the file
}

// applied is an edit and the finding that it is for.
type applied struct {
	driver.Edit
	of driver.Finding
}

func newTarget(name string, opts Options) *target {
	t := &target{closed: foreign(name, opts.Modules)}
	if t.closed != "" {
		return t
	}
	info, err := os.Stat(name)
	if err == nil {
		t.old, err = os.ReadFile(name)
	}
	switch {
	case err != nil:
		t.closed = err.Error()
	case !opts.Start.IsZero() && info.ModTime().After(opts.Start):
		t.closed = "the file has changed since it was analysed; run portvet -fix again"
	case isGenerated(t.old):
		t.closed = "the file is generated; change what it is generated from"
	}
	t.crlf = source.NewFile(t.old).CRLF()
	return t
}

// isGenerated reports whether a file says that it is generated.
func isGenerated(src []byte) bool {
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly|parser.ParseComments)
	return err == nil && ast.IsGenerated(f)
}

// add adds the edits of a fix, all or none, and returns why not.
func (t *target) add(f driver.Finding, edits []driver.Edit) (why string) {
	if t.closed != "" {
		return t.closed
	}
	next := slices.Clone(t.edits)
	for _, e := range edits {
		if e.Start < 0 || e.Start > e.End || e.End > len(t.old) {
			return "its edits are not within the file; please report this"
		}
		if t.crlf {
			e.New = strings.ReplaceAll(strings.ReplaceAll(e.New, "\r\n", "\n"), "\n", "\r\n")
		}
		same := false
		for _, a := range t.edits {
			if a.Edit == e {
				same = true // the same import, say: once is enough
			} else if meet(a.Edit, e) {
				return fmt.Sprintf("it changes the same code as the fix of %s; run portvet -fix again", driver.Position(a.of.File, a.of.Line, a.of.Column))
			}
		}
		if !same {
			next = append(next, applied{e, f})
		}
	}
	slices.SortStableFunc(next, func(a, b applied) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	result := apply(t.old, next)
	if parses(t.old) && !parses(result) {
		if len(t.edits) == 0 {
			return "the code would not parse; please report this"
		}
		return "the code would not parse together with the fixes before it; run portvet -fix again"
	}
	t.edits = next
	return ""
}

// meet reports whether two different edits change the same code, or insert at
// the same place, where nothing says which comes first.
func meet(a, b driver.Edit) bool {
	if a.Start == a.End && b.Start == b.End {
		return a.Start == b.Start
	}
	return a.Start < b.End && b.Start < a.End
}

// apply returns the file with the edits made, which are in order and do not
// meet.
func apply(old []byte, edits []applied) []byte {
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(out, old[at:e.Start]...)
		out = append(out, e.New...)
		at = e.End
	}
	return append(out, old[at:]...)
}

// parses reports whether src is a Go file that imports nothing twice.
func parses(src []byte) bool {
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	seen := make(map[string]bool)
	for _, s := range f.Imports {
		as := ""
		if s.Name != nil {
			as = s.Name.Name
		}
		if key := as + " " + s.Path.Value; seen[key] {
			return false
		} else {
			seen[key] = true
		}
	}
	return true
}

// finish returns the file with all edits, without the imports that they leave
// unused, and formatted if it was before.
func (t *target) finish() []byte {
	out := dropImports(t.old, apply(t.old, t.edits))
	plain := func(src []byte) []byte {
		if t.crlf {
			return bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		}
		return src
	}
	if formatted, err := format.Source(plain(t.old)); err != nil || !bytes.Equal(formatted, plain(t.old)) {
		return out
	}
	formatted, err := format.Source(plain(out))
	if err != nil {
		return out
	}
	if t.crlf {
		formatted = bytes.ReplaceAll(formatted, []byte("\n"), []byte("\r\n"))
	}
	return formatted
}
