// Package testkit runs analyzers over test programs and checks what
// golang.org/x/tools/go/analysis/analysistest leaves out.
//
// Like analysistest it compares findings with the want comments of the
// programs. Beyond it, a test fails
//
//   - when a case folder holds a file that no test reads, such as a golden
//     file without a fix, or when a want stands in a package that is not analysed;
//   - when a program does not type-check, unless that is the case;
//   - when a fix has no golden file, conflicts with another, edits another
//     file than the one it is reported in, or is one of several;
//   - when the fixed program does not type-check, or still has the finding
//     that was fixed, or has a new one;
//   - when a second run has other findings or other facts, byte for byte;
//   - when a fact is of a type that does not survive the drivers, or the facts
//     of a package grow over a limit.
//
// With -update golden files are written rather than compared.
//
// Loading net/http costs some 5 CPU seconds and 400 MB, so put all patterns
// of one rule into one Run.
package testkit

import (
	"cmp"
	"flag"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

var update = flag.Bool("update", false, "write golden files and generated documentation")

// Update reports whether the test was started with -update. It is here for
// tests that have other files to write: a flag can be defined only once.
func Update() bool { return *update }

// T is the part of testing.TB that testkit uses.
type T interface {
	Helper()
	Errorf(format string, args ...any)
}

// Options changes what a run demands. The zero value is the default.
type Options struct {
	// MaxFactBytes caps the encoded facts of one package; 0 is 256 KiB.
	MaxFactBytes int
	// AllowErrors accepts programs that do not load or type-check. Analyzers
	// skip such packages, so there must be no want in them.
	AllowErrors bool
}

const defaultMaxFactBytes = 256 << 10

// Finding is one diagnostic of a run.
type Finding struct {
	Analyzer string
	Pos      token.Position
	Message  string
}

// String returns the finding as the command prints it.
func (f Finding) String() string { return fmt.Sprintf("%s: %s: %s", f.Pos, f.Analyzer, f.Message) }

// Result is what a run found, for tests with questions of their own.
type Result struct {
	// Findings are in the order of their positions. Those in files that
	// belong to a package and to its test are there once for each.
	Findings []Finding
	// FactBytes is the size of the encoded facts of each package that has
	// any, by import path, with those of the packages it imports left out.
	FactBytes map[string]int
}

// Run analyses the packages that patterns name in the GOPATH-style tree below
// dir: the package a/b is in dir/src/a/b. Stubs of other packages are found by
// their import path in the same tree.
//
// Findings are matched with want comments in the syntax of analysistest:
//
//	x() // want "regexp" `another`
//	//portvet:ignore x // want +1 "on the next line"
//	func F() {} // want F:"a fact of F"
//
// A regexp is tried on "analyzer: message". Facts of all analyzers are
// matched, also of those that are only required by the given ones; facts
// without a want are accepted.
func Run(t T, dir string, analyzers []*analysis.Analyzer, patterns ...string) *Result {
	t.Helper()
	return Options{}.Run(t, dir, analyzers, patterns...)
}

// RunModule is Run for the module in dir, with its own go.mod: for programs
// that need a language version, real dependencies, cgo, or other modules
// (which go.mod replaces with folders beside dir). Without patterns it
// analyses "./...".
func RunModule(t T, dir string, analyzers []*analysis.Analyzer, patterns ...string) *Result {
	t.Helper()
	return Options{}.RunModule(t, dir, analyzers, patterns...)
}

// Run is the function Run with options.
func (o Options) Run(t T, dir string, analyzers []*analysis.Analyzer, patterns ...string) *Result {
	t.Helper()
	return o.run(t, gopathTree, dir, analyzers, patterns)
}

// RunModule is the function RunModule with options.
func (o Options) RunModule(t T, dir string, analyzers []*analysis.Analyzer, patterns ...string) *Result {
	t.Helper()
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	return o.run(t, moduleTree, dir, analyzers, patterns)
}

// TestData returns the folder testdata at the root of the module that the
// test runs in.
func TestData(t T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Errorf("testkit: %v", err)
		return ""
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, "testdata")
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Errorf("testkit: no go.mod above the test")
			return ""
		}
		dir = parent
	}
}

func (o Options) run(t T, kind treeKind, dir string, analyzers []*analysis.Analyzer, patterns []string) *Result {
	t.Helper()
	tree, err := newTree(kind, dir)
	if err != nil {
		t.Errorf("testkit: %v", err)
		return new(Result)
	}
	if !checkFactTypes(t, analyzers) {
		return new(Result)
	}
	pkgs, err := tree.load(nil, patterns)
	if err != nil {
		t.Errorf("testkit: loading %s: %v", strings.Join(patterns, " "), err)
		return new(Result)
	}
	if !o.AllowErrors && !checkErrors(t, tree, pkgs, "the program") {
		return new(Result)
	}
	first := analyze(t, analyzers, pkgs)
	second := analyze(t, analyzers, pkgs)
	if first == nil || second == nil {
		return new(Result)
	}
	if !o.AllowErrors {
		first.checkActions(t, tree)
	}
	first.compare(t, tree, second)
	o.checkFactSizes(t, first)
	checkWants(t, tree, pkgs, first)
	fixed := checkFixes(t, tree, first, analyzers)
	checkFiles(t, tree, pkgs, patterns, fixed)

	res := &Result{FactBytes: first.factBytes()}
	for _, act := range first.roots {
		for _, d := range act.Diagnostics {
			res.Findings = append(res.Findings, finding(act, d))
		}
	}
	sortFindings(res.Findings)
	return res
}

// outcome is what one round of analysis produced.
type outcome struct {
	graph *checker.Graph
	roots []*checker.Action // in the order of packages and analyzers
	facts map[factKey]encodedFact
}

// analyze runs analyzers on pkgs, or reports why that failed and returns nil.
func analyze(t T, analyzers []*analysis.Analyzer, pkgs []*packages.Package) *outcome {
	t.Helper()
	graph, err := checker.Analyze(analyzers, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Errorf("testkit: analyze: %v", err)
		return nil
	}
	roots := slices.Clone(graph.Roots)
	slices.SortStableFunc(roots, func(a, b *checker.Action) int {
		return cmp.Or(cmp.Compare(a.Package.ID, b.Package.ID), cmp.Compare(a.Analyzer.Name, b.Analyzer.Name))
	})
	facts, err := encodeFacts(graph)
	if err != nil {
		t.Errorf("testkit: %v", err)
		return nil
	}
	return &outcome{graph: graph, roots: roots, facts: facts}
}

// checkActions reports analyzers that failed.
func (o *outcome) checkActions(t T, tree *tree) {
	t.Helper()
	for _, act := range o.roots {
		if act.Err != nil {
			t.Errorf("%s: %s failed: %v", act.Package.PkgPath, act.Analyzer.Name, act.Err)
		}
	}
}

// compare reports how the findings and facts of two runs differ.
func (o *outcome) compare(t T, tree *tree, again *outcome) {
	t.Helper()
	for i, act := range o.roots {
		a, b := lines(tree, act), lines(tree, again.roots[i])
		if !slices.Equal(a, b) {
			t.Errorf("%s: %s is unstable: two runs differ\n first:\n\t%s\n second:\n\t%s",
				act.Package.PkgPath, act.Analyzer.Name, strings.Join(a, "\n\t"), strings.Join(b, "\n\t"))
		}
	}
	compareFacts(t, o.facts, again.facts)
}

// lines returns the diagnostics of act in the order they were reported.
func lines(tree *tree, act *checker.Action) []string {
	var ls []string
	for _, d := range act.Diagnostics {
		f := finding(act, d)
		ls = append(ls, fmt.Sprintf("%s: %s", tree.position(f.Pos), f.Message))
	}
	return ls
}

func finding(act *checker.Action, d analysis.Diagnostic) Finding {
	return Finding{Analyzer: act.Analyzer.Name, Pos: act.Package.Fset.Position(d.Pos), Message: d.Message}
}

func sortFindings(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Pos.Filename, b.Pos.Filename),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Analyzer, b.Analyzer),
			cmp.Compare(a.Message, b.Message))
	})
}
