// Package program models what a package does with ports: its listeners, with
// the origins of host and port, and the servers on them, with what can stop
// them. It is an analyzer that reports nothing: rules ask it questions.
//
// A listener that depends on a parameter is noted in a fact about the
// function and becomes a listener of its own at every call, also from another
// package or module; so a company's httpserver.Run(":8080", h) is like
// http.ListenAndServe.
package program

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Config is what the model is told by the user.
type Config struct {
	Tests   *bool     // report in test files
	Samples *bool     // report in code that only serves tests and samples
	Own     *[]string // the user's own APIs, as rows of the catalogue
	// Probes reports whether anybody is going to ask for health endpoints:
	// nil is yes.
	Probes func() bool
}

// New makes an analyzer whose result is the *Program of a package. All rules
// of one driver share one model.
func New(cfg Config) *analysis.Analyzer {
	// Flags are parsed after the analyzer is made.
	known := sync.OnceValue(func() *catalog.Catalog {
		var own []catalog.Row
		if cfg.Own != nil {
			own, _ = catalog.ParseRows(*cfg.Own) // validated with the options
		}
		return catalog.New(own)
	})
	return &analysis.Analyzer{
		Name:       "portvetmodel",
		Doc:        "portvetmodel: find the listeners and servers of a package (reports nothing)",
		Requires:   []*analysis.Analyzer{inspect.Analyzer},
		ResultType: reflect.TypeFor[*Program](),
		FactTypes:  append(origin.FactTypes(), new(PortvetListens), new(PortvetLife), new(PortvetExit), new(PortvetPrompt), new(PortvetPackage)),
		Run: func(pass *analysis.Pass) (result any, err error) {
			empty := &Program{}
			// Odd code must not cost the user the findings of other linters.
			defer func() {
				if recover() != nil {
					result, err = empty, nil
				}
			}()
			cat := known()
			switch interestIn(pass, cat) {
			case nothing:
				return empty, nil
			case passOn:
				p := &Program{pass: pass}
				p.mergeImports()
				pass.ExportPackageFact(&p.merged)
				return empty, nil
			}
			p := build(pass, cfg, cat)
			if !ownModule(pass) {
				return empty, nil // nobody reports on a dependency; let go of its model
			}
			return p, nil
		},
	}
}

// CheckRows reports the first of the user's rows that the catalogue cannot
// take.
func CheckRows(rows []string) error {
	_, err := catalog.ParseRows(rows)
	return err
}

// Program is the model of one package and of what it imports.
type Program struct {
	// Listeners are the listeners that this package makes, or that functions
	// of other packages make with values that it supplies, in source order.
	Listeners []*Listener
	// Main reports whether the package is a program.
	Main bool
	// Env is what the program's own modules read from the environment.
	Env Lookups
	// Desktop reports whether the program shows windows: it is for somebody's
	// own machine.
	Desktop bool

	asking sync.Mutex // see Ask
	pass   *analysis.Pass
	cfg    Config
	cat    *catalog.Catalog
	src    *source.Package
	ev     *origin.Evaluator
	in     *inspector.Inspector
	merged PortvetPackage

	perFunc   map[*types.Func][]*Listener
	busy      map[*types.Func]bool
	busyMux   map[string]bool // muxes whose role is being found, by place; "" for the default mux
	routes    []route
	muxes     *[]origin.Value // see muxArgs
	stops     []*Stop
	beyond    map[*Listener][]*Stop           // see StopsElsewhere
	exiting   map[*types.Func]bool            // see exits
	signals   *[]*Subscription                // see Subscriptions
	drains    *[]*Stop                        // see Drains
	follows   map[*ast.FuncDecl]*followed     // see follow
	escaped   []*handle                       // servers that leave what this package sees
	serving   *[]inspector.Cursor             // see aboutServers
	listening map[ast.Decl][]inspector.Cursor // see spots
	owned     []ast.Node

	// See probe.go.
	seen           Probes
	muxTypes       map[*types.TypeName]muxKind
	patterns       map[ast.Node]bool              // texts that are patterns of routes
	groups         map[*ast.FuncLit]*ast.CallExpr // the call that hands a part of a mux to a function
	once           map[*types.Var]ast.Expr        // what a variable is assigned once
	healthServices []origin.Value                 // the gRPC servers with a health service
	served         []Served                       // see Served
	unplaced       bool                           // likewise
}

// Lookups is what is read from the environment.
type Lookups struct {
	Names   []string // variables looked up by a name that is known
	Dynamic bool     // names that are computed, or the whole environment
	Library bool     // a configuration library reads it for the fields it fills
	Flags   bool     // a library sets flags from it
	Set     []string // variables that the program sets itself, or has from a file that it demands; "" for any
	Checked []string // variables of which some package checks that they are set, and the variables and fields that hold them
}

// Ask calls f, which asks the model questions. Answers are found when they are
// asked for and then kept, and drivers run rules side by side, so only one rule
// asks at a time.
func (p *Program) Ask(f func()) {
	p.asking.Lock()
	defer p.asking.Unlock()
	f()
}

// Empty reports whether there is nothing to ask.
func (p *Program) Empty() bool { return p == nil || p.pass == nil }

// interest is how closely a package is looked at.
type interest int

const (
	nothing  interest = iota // it has nothing to say
	passOn                   // it only passes on what it imports
	complete                 // all of it
)

// interestIn tells how closely the package of pass is looked at. Everything of
// the modules worked on is; std, and what the catalogue answers, is not; and
// of the dependencies those that mention something that listens, be it of the
// catalogue or with a fact. What only reads the environment or decodes is too
// common to mean anything by itself.
func interestIn(pass *analysis.Pass, cat *catalog.Catalog) interest {
	switch {
	case (pass.Module == nil || pass.Module.Path == "" || pass.Module.Path == "std") && source.IsStd(pass.Pkg.Path()):
		return nothing
	case ownModule(pass):
		return complete
	case cat.Package(pass.Pkg.Path()) != nil:
		return nothing
	}
	found := nothing
	known := make(map[*types.Package]*catalog.Package)
	facts := make(map[*types.Package]bool)
	for _, imp := range pass.Pkg.Imports() {
		if c := cat.Package(imp.Path()); c.Listens() {
			known[imp] = c
		}
		if pass.ImportPackageFact(imp, new(PortvetPackage)) {
			facts[imp] = true
			found = passOn
		}
		if imp.Path() == "net/http/pprof" {
			found = passOn
		}
	}
	if len(known)+len(facts) == 0 {
		return found
	}
	for _, obj := range pass.TypesInfo.Uses {
		if c := known[obj.Pkg()]; c != nil && c.Listening(obj.Name()) {
			return complete
		}
		if !facts[obj.Pkg()] {
			continue
		}
		if fn, ok := obj.(*types.Func); ok && (pass.ImportObjectFact(fn.Origin(), new(PortvetListens)) || pass.ImportObjectFact(fn.Origin(), new(PortvetLife))) {
			return complete
		}
	}
	return found
}

// ownModule reports whether the package is of a module that is worked on
// here: the main module or one of the workspace, but not a dependency. Bazel
// knows no modules; there the files of dependencies are below external.
func ownModule(pass *analysis.Pass) bool {
	if pass.Module != nil {
		return pass.Module.Version == ""
	}
	for _, f := range pass.Files {
		return !strings.HasPrefix(pass.Fset.File(f.FileStart).Name(), "external/")
	}
	return true
}

func build(pass *analysis.Pass, cfg Config, cat *catalog.Catalog) *Program {
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	if !*cfg.Tests {
		pass, in = withoutTests(pass, in)
	}
	p := &Program{
		Main:    pass.Pkg.Name() == "main",
		pass:    pass,
		cfg:     cfg,
		cat:     cat,
		in:      in,
		perFunc: make(map[*types.Func][]*Listener),
		busy:    make(map[*types.Func]bool),
		busyMux: make(map[string]bool),
		follows: make(map[*ast.FuncDecl]*followed),
	}
	p.mergeImports()
	p.src = source.New(pass, in)
	p.ev = origin.New(pass, p.src, cat, origin.Base{
		Own:       ownModule(pass),
		OwnModule: func(path string) bool { return slices.Contains(p.merged.Own, path) },
		Written:   func(sym string) bool { return slices.Contains(p.merged.Written, sym) },
		Checked:   func(sym string) bool { return slices.Contains(p.merged.Env.Checked, sym) },
	})
	p.ev.Handled = p.handled
	p.collectRoutes()
	p.collectLife()
	p.lookups()
	p.findListeners()
	p.decideLife()
	if ownModule(pass) && (cfg.Probes == nil || cfg.Probes()) {
		p.collectProbes()
	}
	p.Listeners = slices.DeleteFunc(p.Listeners, func(l *Listener) bool { return l.dropped })
	slices.SortStableFunc(p.Listeners, func(a, b *Listener) int { return p.inOrder(a.Node, b.Node) })
	p.export()
	return p
}

// Reportable reports whether findings at pos are wanted: not in generated
// files, nor (unless asked for) in tests and samples.
func (p *Program) Reportable(pos token.Pos) bool {
	file := p.file(pos)
	if file == nil || generated(file) {
		return false
	}
	name := filepath.Base(p.pass.Fset.Position(file.Package).Filename)
	if strings.HasSuffix(name, "_test.go") && !*p.cfg.Tests {
		return false
	}
	return *p.cfg.Samples || !p.sample(file, name)
}

// inOrder compares two nodes by where they stand in the source. Positions
// alone do not tell: drivers parse the files of a package in any order.
func (p *Program) inOrder(a, b ast.Node) int {
	return cmp.Or(
		cmp.Compare(slices.Index(p.pass.Files, p.file(a.Pos())), slices.Index(p.pass.Files, p.file(b.Pos()))),
		cmp.Compare(a.Pos(), b.Pos()),
	)
}

func (p *Program) file(pos token.Pos) *ast.File { return FileAt(p.pass.Files, pos) }

// FileAt returns the one of files that holds pos, or nil.
func FileAt(files []*ast.File, pos token.Pos) *ast.File {
	for _, f := range files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// generated reports whether a file says that it is generated. Files that cgo
// has been through say so too, whatever they were before.
func generated(file *ast.File) bool {
	if !ast.IsGenerated(file) {
		return false
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Pos() > file.Package {
				return false
			}
			if strings.HasPrefix(c.Text, "// Code generated ") && strings.HasSuffix(c.Text, " DO NOT EDIT.") &&
				!strings.Contains(c.Text, "cmd/cgo") {
				return true
			}
		}
	}
	return false
}

// sampleDirs are the path segments that say that a package only serves tests
// and samples.
var sampleDirs = map[string]bool{
	"test": true, "tests": true, "testing": true, "testdata": true, "testutil": true, "testutils": true,
	"e2e": true, "integration": true, "mock": true, "mocks": true, "fake": true, "fakes": true, "dummy": true,
	"example": true, "examples": true, "_example": true, "_examples": true, "sample": true, "samples": true,
	"demo": true, "demos": true, "codelab": true, "codelabs": true, "hack": true,
	"bench": true, "benchmark": true, "benchmarks": true,
}

// sample reports whether a file only serves tests and samples.
func (p *Program) sample(file *ast.File, name string) bool {
	if name == "testing.go" || strings.HasSuffix(name, "_testing.go") || strings.Contains(name, "test_helper") ||
		strings.HasPrefix(name, "mock") || strings.HasPrefix(name, "fake") {
		return true
	}
	if slices.ContainsFunc(p.pass.Files, p.importsTesting) {
		return true
	}
	path := strings.TrimSuffix(p.pass.Pkg.Path(), "_test")
	if m := p.pass.Module; m != nil && m.Path != "" {
		path = strings.TrimPrefix(strings.TrimPrefix(path, m.Path), "/")
	} else if full := p.pass.Fset.Position(file.Package).Filename; !filepath.IsAbs(full) {
		// Bazel names files from the root of its workspace, and calls the
		// package of every program main.
		path = filepath.ToSlash(filepath.Dir(full))
	}
	for seg := range strings.SplitSeq(path, "/") {
		if sampleDirs[seg] {
			return true
		}
	}
	return false
}

// importsTesting reports whether f is no test, but imports package testing.
func (p *Program) importsTesting(f *ast.File) bool {
	return !isTest(p.pass.Fset, f.FileStart) && slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool { return s.Path.Value == `"testing"` })
}

// isTest reports whether pos is in a test file.
func isTest(fset *token.FileSet, pos token.Pos) bool {
	f := fset.File(pos)
	return f != nil && strings.HasSuffix(f.Name(), "_test.go")
}

// withoutTests returns pass and in as they are without the test files of the
// package. Drivers hand tests over together with the
// package, and what a test puts into a variable is no part of a program.
func withoutTests(pass *analysis.Pass, in *inspector.Inspector) (*analysis.Pass, *inspector.Inspector) {
	files := slices.DeleteFunc(slices.Clone(pass.Files), func(f *ast.File) bool { return isTest(pass.Fset, f.FileStart) })
	if len(files) == len(pass.Files) {
		return pass, in
	}
	program := *pass
	program.Files = files
	return &program, inspector.New(files)
}

// At returns pos as file:line for messages.
func (p *Program) At(pos token.Pos) string { return p.src.At(pos) }
