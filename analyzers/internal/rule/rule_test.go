package rule

import (
	"go/ast"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/testkit"
)

// callRule makes a rule that reports calls of the function called callee.
func callRule(name, callee string) Rule {
	return Rule{Name: name, Doc: name + ": reports calls of " + callee + ".", Check: func(p *Pass) {
		eachCall(p, callee, func(call *ast.CallExpr) { p.Report(call, nil, "%s is called", callee) })
	}}
}

func eachCall(p *Pass, callee string, f func(*ast.CallExpr)) {
	for _, file := range p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if id, ok := call.Fun.(*ast.Ident); ok && id.Name == callee {
					f(call)
				}
			}
			return true
		})
	}
}

// driver makes the analyzers of rules, and of the directive rule over them.
func driver(cfg *Config, rules ...Rule) []*analysis.Analyzer {
	no := false
	model := program.New(program.Config{Tests: &no, Samples: &no})
	if cfg.Brackets == nil {
		cfg.Brackets = &no
	}
	var as []*analysis.Analyzer
	for _, r := range rules {
		as = append(as, r.Analyzer(model, cfg))
	}
	known := []string{"hardcodedport", "noshutdown", "portenv", Directive.Name}
	return append(as, DirectiveAnalyzer(model, cfg, as, known))
}

func TestSuppressedFindings(t *testing.T) {
	as := driver(new(Config), callRule("hardcodedport", "listen"), callRule("noshutdown", "serve"))
	testkit.Run(t, "testdata", as, "suppress", "whole")
}

// TestPanic: a rule that stumbles over odd code costs neither the findings of
// other rules nor a complaint about the directives that it did not get to.
func TestPanic(t *testing.T) {
	odd := callRule("noshutdown", "serve")
	odd.Check = func(*Pass) { panic("odd code") }
	as := driver(new(Config), callRule("hardcodedport", "listen"), odd)
	testkit.Run(t, "testdata", as, "odd")
}

// TestPanics: with Panics the panic reaches the driver.
func TestPanics(t *testing.T) {
	for _, panics := range []bool{false, true} {
		cfg := &Config{Panics: &panics}
		stopped := func() (stopped bool) {
			defer func() { stopped = recover() != nil }()
			cfg.silently(func() { panic("odd code") })
			return false
		}()
		if stopped != panics {
			t.Errorf("with panics=%v the panic was passed on: %v", panics, stopped)
		}
	}
}

func TestBrackets(t *testing.T) {
	yes := true
	as := driver(&Config{Brackets: &yes}, callRule("hardcodedport", "listen"), callRule("noshutdown", "serve"))
	testkit.Run(t, "testdata", as, "brackets")
}

// TestDisabled: go vet -hardcodedport=false does not report the findings of
// the rule, but runs it for its result.
func TestDisabled(t *testing.T) {
	cfg := &Config{Disabled: func(rule string) bool { return rule == "hardcodedport" }}
	as := driver(cfg, callRule("hardcodedport", "listen"), callRule("noshutdown", "serve"))
	testkit.Run(t, "testdata", as[1:], "disabled")
}
