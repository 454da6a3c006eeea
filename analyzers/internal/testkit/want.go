package testkit

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/scanner"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// line is a line of a file.
type line struct {
	file string
	n    int
}

// expectation is one regexp of a want comment.
type expectation struct {
	fact string // the object's name, "package", or "" for a finding
	rx   *regexp.Regexp
	met  bool
}

// checkWants compares findings and facts with the want comments of pkgs.
func checkWants(t T, tr *tree, pkgs []*packages.Package, o *outcome) {
	t.Helper()
	for _, p := range pkgs {
		wants := wantsOf(t, tr, p)
		for _, act := range o.roots {
			if act.Package == p {
				matchFindings(t, tr, act, wants)
			}
		}
		matchFacts(o.graph, p, wants)
		reportUnmet(t, tr, wants)
	}
	checkStrayWants(t, tr, pkgs)
}

// wantsOf collects the expectations in p.
func wantsOf(t T, tr *tree, p *packages.Package) map[line][]*expectation {
	t.Helper()
	wants := make(map[line][]*expectation)
	for _, f := range p.Syntax {
		for c := range comments(f) {
			text, ok := wantText(c.Text)
			if !ok {
				continue
			}
			at := p.Fset.Position(c.Pos())
			delta, es, err := parseWant(text)
			if err != nil {
				t.Errorf("%s: in the want comment: %v", tr.position(at), err)
				continue
			}
			key := line{at.Filename, at.Line + delta}
			wants[key] = append(wants[key], es...)
		}
	}
	return wants
}

func comments(f *ast.File) func(yield func(*ast.Comment) bool) {
	return func(yield func(*ast.Comment) bool) {
		for _, g := range f.Comments {
			for _, c := range g.List {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// wantText returns what follows "want" in a comment, which may itself be in a
// comment: //nolint // want "x".
func wantText(comment string) (string, bool) {
	text, isLine := strings.CutPrefix(comment, "//")
	if !isLine {
		text = strings.TrimSuffix(strings.TrimPrefix(comment, "/*"), "*/")
	}
	if i := strings.Index(text, "// want "); i >= 0 {
		text = text[i+len("// "):]
	}
	return strings.CutPrefix(strings.TrimSpace(text), "want ")
}

// parseWant parses
//
//	[+N] { STRING | NAME:STRING }
//
// where N is the number of lines from the comment to what is expected.
func parseWant(text string) (delta int, es []*expectation, err error) {
	var scanErr error
	sc := new(scanner.Scanner).Init(strings.NewReader(text))
	sc.Mode = scanner.ScanIdents | scanner.ScanStrings | scanner.ScanRawStrings | scanner.ScanInts
	sc.Error = func(_ *scanner.Scanner, msg string) { scanErr = errors.New(msg) }
	for {
		fact := ""
		tok := sc.Scan()
		switch tok {
		case scanner.EOF:
			if scanErr == nil && len(es) == 0 {
				scanErr = errors.New("no regexp")
			}
			return delta, es, scanErr
		case '+':
			if sc.Scan() != scanner.Int {
				return 0, nil, errors.New("no number after +")
			}
			delta, _ = strconv.Atoi(sc.TokenText())
			continue
		case scanner.Ident:
			fact = sc.TokenText()
			if sc.Scan() != ':' {
				return 0, nil, fmt.Errorf("no : after %s", fact)
			}
			tok = sc.Scan()
		}
		if tok != scanner.String && tok != scanner.RawString {
			return 0, nil, fmt.Errorf("%s where a quoted regexp was expected", sc.TokenText())
		}
		s, err := strconv.Unquote(sc.TokenText())
		if err != nil {
			return 0, nil, err
		}
		rx, err := regexp.Compile(s)
		if err != nil {
			return 0, nil, err
		}
		es = append(es, &expectation{fact: fact, rx: rx})
	}
}

// matchFindings marks the expectations that act meets and reports its
// findings that meet none.
func matchFindings(t T, tr *tree, act *checker.Action, wants map[line][]*expectation) {
	t.Helper()
	for _, d := range act.Diagnostics {
		f := finding(act, d)
		text := f.Analyzer + ": " + f.Message
		var others []string
		met := false
		for _, e := range wants[line{f.Pos.Filename, f.Pos.Line}] {
			if e.fact != "" || e.met {
				continue
			}
			if met = e.rx.MatchString(text); met {
				e.met = true
				break
			}
			others = append(others, fmt.Sprintf("%#q", e.rx))
		}
		switch {
		case met:
		case others == nil:
			t.Errorf("%s: unexpected finding\n\t%s", tr.position(f.Pos), text)
		default:
			t.Errorf("%s: finding does not match\n\tgot  %s\n\twant %s",
				tr.position(f.Pos), text, strings.Join(others, " or "))
		}
	}
}

// matchFacts marks the expectations that facts about p and its objects meet.
func matchFacts(graph *checker.Graph, p *packages.Package, wants map[line][]*expectation) {
	meet := func(at token.Position, name, text string) {
		for _, e := range wants[line{at.Filename, at.Line}] {
			if e.fact == name && e.rx.MatchString(text) {
				e.met = true
			}
		}
	}
	for act := range graph.All() {
		if act.Package != p || len(act.Analyzer.FactTypes) == 0 || len(p.Syntax) == 0 {
			continue
		}
		for _, f := range act.AllObjectFacts() {
			if f.Object.Pkg() == p.Types {
				meet(p.Fset.Position(f.Object.Pos()), f.Object.Name(), fmt.Sprint(f.Fact))
			}
		}
		for _, f := range act.AllPackageFacts() {
			if f.Package == p.Types {
				meet(p.Fset.Position(p.Syntax[0].FileStart), "package", fmt.Sprint(f.Fact))
			}
		}
	}
}

func reportUnmet(t T, tr *tree, wants map[line][]*expectation) {
	t.Helper()
	keys := slices.SortedFunc(maps.Keys(wants), func(a, b line) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.n, b.n))
	})
	for _, k := range keys {
		for _, e := range wants[k] {
			if e.met {
				continue
			}
			what := "finding"
			if e.fact != "" {
				what = "fact of " + e.fact
			}
			t.Errorf("%s:%d: no %s matches %#q", tr.rel(k.file), k.n, what, e.rx)
		}
	}
}

// checkStrayWants reports want comments in packages that are loaded only
// because others import them: nothing would ever check those.
func checkStrayWants(t T, tr *tree, pkgs []*packages.Package) {
	t.Helper()
	checked := make(map[string]bool)
	for _, p := range pkgs {
		checked[p.PkgPath] = true
	}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		if checked[p.PkgPath] || len(p.GoFiles) == 0 || !strings.HasPrefix(p.GoFiles[0], tr.outside()) {
			return
		}
		for _, f := range p.Syntax {
			for c := range comments(f) {
				if _, ok := wantText(c.Text); ok {
					t.Errorf("%s: stray want comment: no pattern names package %s",
						tr.position(p.Fset.Position(c.Pos())), p.PkgPath)
				}
			}
		}
	})
}
