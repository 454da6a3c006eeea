package testkit

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
)

// edit replaces the bytes of a file from start to end.
type edit struct {
	start, end int
	text       string
}

// fixes are the fixes of a run.
type fixes struct {
	edits    map[string][]edit // by file
	packages []string          // import paths of those with a fix
	left     map[string]int    // how often each finding without a fix occurs
	gone     map[string]int    // and each with one
}

// checkFixes applies all fixes of o, compares the results with the golden
// files, and analyses the fixed programs. It returns the golden files.
func checkFixes(t T, tr *tree, o *outcome, analyzers []*analysis.Analyzer) (golden map[string]bool) {
	t.Helper()
	golden = make(map[string]bool)
	fx := collectFixes(t, tr, o)
	overlay := make(map[string][]byte)
	for _, file := range slices.Sorted(maps.Keys(fx.edits)) {
		golden[file+".golden"] = true
		fixed, err := apply(file, fx.edits[file])
		if err != nil {
			t.Errorf("%s: %v", tr.rel(file), err)
			continue
		}
		overlay[file] = fixed
		compareGolden(t, tr, file, fixed)
	}
	if len(overlay) > 0 {
		checkFixed(t, tr, fx, overlay, analyzers)
	}
	return golden
}

// collectFixes gathers the fixes of o, and reports those that a driver would
// not apply as meant.
func collectFixes(t T, tr *tree, o *outcome) *fixes {
	t.Helper()
	fx := &fixes{edits: make(map[string][]edit), left: make(map[string]int), gone: make(map[string]int)}
	for _, act := range o.roots {
		for _, d := range act.Diagnostics {
			f := finding(act, d)
			if len(d.SuggestedFixes) == 0 {
				fx.left[unplaced(f)]++
				continue
			}
			fx.gone[unplaced(f)]++
			fx.packages = append(fx.packages, pattern(act))
			if len(d.SuggestedFixes) > 1 {
				t.Errorf("%s: %d fixes for one finding; golangci-lint applies them all", tr.position(f.Pos), len(d.SuggestedFixes))
			}
			fx.add(t, tr, act, f, d.SuggestedFixes[0])
		}
	}
	slices.Sort(fx.packages)
	fx.packages = slices.Compact(fx.packages)
	return fx
}

// pattern returns the pattern that names the package of act, also if that is
// a test: the ID of its packages is "p_test [p.test]".
func pattern(act *checker.Action) string {
	if _, variant, ok := strings.Cut(act.Package.ID, " ["); ok {
		return strings.TrimSuffix(variant, ".test]")
	}
	return act.Package.PkgPath
}

// add adds the edits of one fix, unless it is not acceptable.
func (fx *fixes) add(t T, tr *tree, act *checker.Action, f Finding, fix analysis.SuggestedFix) {
	t.Helper()
	if fix.Message == "" || len(fix.TextEdits) == 0 {
		t.Errorf("%s: a fix without a title or without edits", tr.position(f.Pos))
		return
	}
	for _, e := range fix.TextEdits {
		file := act.Package.Fset.File(e.Pos)
		switch {
		case file == nil || file.Name() != f.Pos.Filename:
			t.Errorf("%s: fix %q edits another file than its finding's", tr.position(f.Pos), fix.Message)
			return
		case isGenerated(act, file.Name()):
			t.Errorf("%s: fix %q edits a generated file", tr.position(f.Pos), fix.Message)
			return
		}
		end := e.End
		if !end.IsValid() {
			end = e.Pos
		}
		fx.edits[file.Name()] = append(fx.edits[file.Name()],
			edit{start: file.Offset(e.Pos), end: file.Offset(end), text: string(e.NewText)})
	}
}

func isGenerated(act *checker.Action, file string) bool {
	for _, f := range act.Package.Syntax {
		if act.Package.Fset.File(f.FileStart).Name() == file {
			return ast.IsGenerated(f)
		}
	}
	return false
}

// apply returns the formatted content of file after edits. Equal edits count
// once, as in the drivers: two fixes may add the same import.
func apply(file string, edits []edit) ([]byte, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.text, b.text))
	})
	var out bytes.Buffer
	done := 0
	for _, e := range slices.Compact(edits) {
		if e.start < done {
			return nil, fmt.Errorf("conflicting fixes: the edit that inserts %q overlaps the one before it", e.text)
		}
		out.Write(src[done:e.start])
		out.WriteString(e.text)
		done = e.end
	}
	out.Write(src[done:])
	fixed, err := format.Source(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("the fixed file is not Go: %w\n%s", err, out.Bytes())
	}
	return fixed, nil
}

// compareGolden compares fixed with the golden file of file, or writes that.
func compareGolden(t T, tr *tree, file string, fixed []byte) {
	t.Helper()
	name := file + ".golden"
	if *update {
		if err := os.WriteFile(name, fixed, 0o666); err != nil {
			t.Errorf("testkit: %v", err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Errorf("%s: a fix without a golden file; the fixed file (go test -update writes it):\n%s", tr.rel(file), fixed)
		return
	}
	if !bytes.Equal(fixed, want) {
		t.Errorf("%s: the fixed file differs from the golden file\n%s", tr.rel(file), diff(want, fixed))
	}
}

// diff shows the first lines in which two texts differ.
func diff(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	n := 0
	for n < len(w) && n < len(g) && w[n] == g[n] {
		n++
	}
	for len(w) > n && len(g) > n && w[len(w)-1] == g[len(g)-1] {
		w, g = w[:len(w)-1], g[:len(g)-1]
	}
	return fmt.Sprintf("from line %d on\n-%s\n+%s", n+1, strings.Join(w[n:], "\n-"), strings.Join(g[n:], "\n+"))
}

// checkFixed loads the packages with fixes as they are after them, and
// reports when they do not compile, still have a finding that was fixed, or
// have one that they had not.
func checkFixed(t T, tr *tree, fx *fixes, overlay map[string][]byte, analyzers []*analysis.Analyzer) {
	t.Helper()
	pkgs, err := tr.load(overlay, fx.packages)
	if err != nil {
		t.Errorf("testkit: loading the fixed program: %v", err)
		return
	}
	if !checkErrors(t, tr, pkgs, "the fixed program") {
		return
	}
	o := analyze(t, analyzers, pkgs)
	if o == nil {
		return
	}
	for _, act := range o.roots {
		for _, d := range act.Diagnostics {
			f := finding(act, d)
			switch key := unplaced(f); {
			case fx.left[key] > 0:
				fx.left[key]--
			case fx.gone[key] > 0:
				t.Errorf("%s: the fix does not remove its finding\n\t%s: %s", tr.position(f.Pos), f.Analyzer, f.Message)
			default:
				t.Errorf("%s: the fixed program has a new finding\n\t%s: %s", tr.position(f.Pos), f.Analyzer, f.Message)
			}
		}
	}
}

var placeInMessage = regexp.MustCompile(` *\(?(\S+ at )?\S*\.go:\d+\)?`)

// unplaced names a finding without the places in its message, which a fix may
// move, and what is called there: a fix may have a server started otherwise.
func unplaced(f Finding) string {
	return f.Pos.Filename + ": " + f.Analyzer + ": " + placeInMessage.ReplaceAllString(f.Message, "")
}
