package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/portvet/portvet/cmd/internal/baseline"
	"github.com/portvet/portvet/cmd/internal/changes"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/render"
	"github.com/portvet/portvet/cmd/internal/source"
)

// old is what the user asked for about code that is older than the decision to
// check it. Errors are reported whatever it says.
type old struct {
	baseline string // a file, "" for none
	write    bool
	newFrom  string // a revision, "" for none

	runs      []run              // what was analysed
	manifests map[string]looksAt // and the manifests that were compared, by absolute name

	known *baseline.Baseline
	lines *changes.Lines
}

// run is one analysis, of which there are several with -all-modules.
type run struct {
	cfg     driver.Config
	tests   bool    // findings in tests are reported
	reports looksAt // whether a rule is on
}

// looksAt reports whether findings of a rule are reported in a file.
type looksAt func(rule string) bool

// forget makes o ready for another analysis.
func (o *old) forget() { o.runs, o.manifests = nil, nil }

// compared tells -baseline which manifests were compared, and whether findings
// of a rule are reported there. A manifest counts if all programs that it may be
// about were looked at: it is in a module of which all packages were, or in the
// directory below, "" for none, of which all modules were.
func (o *old) compared(files []string, below string, reports looksAt) {
	o.manifests = make(map[string]looksAt)
	for _, f := range files {
		file, err := filepath.Abs(f)
		if err != nil {
			continue
		}
		if below != "" && isBelow(file, below) || o.whole(filepath.Dir(file)) {
			o.manifests[file] = reports
		}
	}
}

// whole reports whether dir is in a module of which all packages were analysed.
func (o *old) whole(dir string) bool {
	module, ok := above(dir, "go.mod")
	return ok && slices.ContainsFunc(o.runs, func(r run) bool {
		root, err := filepath.Abs(r.cfg.Dir)
		return err == nil && root == module && slices.Contains(r.cfg.Patterns, "./...")
	})
}

// isBelow reports whether a file, by its absolute name, is in dir or below.
func isBelow(file, dir string) bool {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(abs, file)
	return err == nil && filepath.IsLocal(rel)
}

// addFlags defines the flags of o on fs.
func (o *old) addFlags(fs *flag.FlagSet) {
	fs.StringVar(&o.baseline, "baseline", "", "report only findings that are not in this `file`")
	fs.BoolVar(&o.write, "write-baseline", false, "write the findings to the file of -baseline instead of reporting them")
	fs.StringVar(&o.newFrom, "new-from", "", "report only findings on lines that differ from this git `revision`")
}

// check reports what is wrong with the flags. given names those that were
// there.
func (o *old) check(given map[string]bool) error {
	switch {
	case given["baseline"] && o.baseline == "":
		return errors.New("-baseline names no file")
	case given["new-from"] && o.newFrom == "":
		return errors.New("-new-from names no revision")
	case o.write && o.baseline == "":
		return errors.New("-write-baseline needs to know which file: name it with -baseline")
	case o.write && o.newFrom != "":
		return errors.New("-write-baseline and -new-from exclude each other: a baseline is of all findings")
	}
	return nil
}

// prepare reads what o needs, before a run that may take long. dir is where
// the packages are.
func (o *old) prepare(dir string) error {
	var err error
	if o.baseline != "" && !o.write {
		if o.known, err = baseline.Read(o.baseline); err != nil {
			return fmt.Errorf("-baseline: %w", err)
		}
	}
	if o.newFrom != "" {
		if o.lines, err = changes.Since(dir, o.newFrom); err != nil {
			return err
		}
	}
	return nil
}

// hide takes the old findings out of the report, and says on stderr which
// entries of the baseline are out of date. The error is one of go list.
func (o *old) hide(r *driver.Report, stderr io.Writer) error {
	if o.known != nil {
		fresh, unused := o.known.Split(r.Findings, new(source.Files))
		r.Findings = fresh
		// What could not be analysed may still have them.
		if len(unused) > 0 && len(r.Errors) == 0 {
			stale, _, err := o.stale(o.known, unused)
			if err != nil {
				return err
			}
			o.complain(stale, stderr)
		}
	}
	if o.lines != nil {
		r.Findings = slices.DeleteFunc(r.Findings, func(f driver.Finding) bool { return !o.lines.Touch(f) })
	}
	return nil
}

// stale tells the entries of b that are out of date from those that this run
// cannot know about.
func (o *old) stale(b *baseline.Baseline, unused []baseline.Entry) (stale, rest []baseline.Entry, err error) {
	analysed := make(map[string]looksAt)
	for _, r := range o.runs {
		files, err := driver.SourceFiles(r.cfg, r.tests)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range files {
			analysed[b.Path(f)] = r.reports
		}
	}
	for f, reports := range o.manifests {
		analysed[b.Path(f)] = reports
	}
	stale, rest = b.Stale(unused, func(e baseline.Entry) bool {
		reports := analysed[e.File]
		return reports != nil && reports(e.Rule)
	})
	return stale, rest, nil
}

// complain names the entries that are out of date.
func (o *old) complain(stale []baseline.Entry, stderr io.Writer) {
	for _, e := range stale {
		fmt.Fprintf(stderr, "portvet: %s: not found any more: %s in %s: %s\n", o.baseline, e.Rule, o.known.Name(e.File), e.Code)
	}
	switch n := len(stale); {
	case n == 1:
		fmt.Fprintf(stderr, "portvet: %s: 1 entry is out of date; -write-baseline drops it\n", o.baseline)
	case n > 1:
		fmt.Fprintf(stderr, "portvet: %s: %d entries are out of date; -write-baseline drops them\n", o.baseline, n)
	}
}

// save writes the findings to the baseline. What the old one knows of files
// that this run did not look at stays. The error is one line.
func (o *old) save(r driver.Report, stderr io.Writer) error {
	if len(r.Errors) > 0 {
		for _, e := range r.Errors {
			fmt.Fprintf(stderr, "portvet: %s\n", e)
		}
		return fmt.Errorf("-write-baseline: %s is not written, since not all packages could be analysed; mend or leave out those above", o.baseline)
	}
	next, err := baseline.New(o.baseline)
	if err != nil {
		return fmt.Errorf("-write-baseline: %w", err)
	}
	files := new(source.Files)
	next.Add(r.Findings, files)
	found := next.Len()
	if last, err := baseline.Read(o.baseline); err == nil { // one that cannot be read is replaced
		_, unused := last.Split(r.Findings, files)
		if len(unused) > 0 {
			_, rest, err := o.stale(last, unused)
			if err != nil {
				return err
			}
			next.Keep(rest)
		}
	}
	if err := next.Write(); err != nil {
		return fmt.Errorf("-write-baseline: %w", err)
	}
	kept := ""
	if n := next.Len() - found; n > 0 {
		kept = fmt.Sprintf(", and kept %d of code that was not analysed", n)
	}
	fmt.Fprintf(stderr, "portvet: wrote %s to %s%s\n", render.Count(found, "finding"), filepath.ToSlash(o.baseline), kept)
	return nil
}
