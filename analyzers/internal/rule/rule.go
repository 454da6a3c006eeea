// Package rule is what every rule shares: its metadata, read from its
// doc.go, and the wrapper that turns a list of findings into diagnostics.
//
// The wrapper applies what holds for all rules: no finding in test,
// generated or sample code unless asked for, suppression directives, one
// finding per place, a stable order, and never a panic on odd code.
package rule

import (
	"cmp"
	"flag"
	"fmt"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/internal/program"
)

// Rule is one rule: what it is called, what it says of itself, and the
// question that it asks of a package.
type Rule struct {
	Name    string // one lower-case word
	Doc     string // what its doc.go says, as the doc.txt beside it has it
	Default bool   // on unless switched off
	Fix     bool   // some findings carry a suggested fix
	Check   func(*Pass)
	// Like is the linter, if there is one, whose nolint comments excuse the rule's
	// findings, too: who has read what it says knows.
	Like string
	// Flags defines the rule's options, or is nil.
	Flags func(*flag.FlagSet)
}

// Summary returns the first sentence of the rule's documentation, without
// the rule's name before it and the period behind it.
func (r Rule) Summary() string {
	first, _, _ := strings.Cut(r.Doc, "\n\n")
	first = strings.Join(strings.Fields(first), " ")
	first = strings.TrimPrefix(first, r.Name+": ")
	return strings.TrimSuffix(first, ".")
}

// Config is what all rules of one driver share.
type Config struct {
	// Brackets ends messages with the name of the rule.
	Brackets *bool
	// Strict is the option of that name, which decides what rules do whose own
	// options are not set. Nil is false.
	Strict *bool
	// LeaveNolint leaves nolint comments to the driver, or is nil. It is for
	// golangci-lint, which reports those that it sees hide nothing.
	LeaveNolint *bool
	// Disabled reports whether the driver was told not to report the findings
	// of a rule that runs all the same, or is nil.
	Disabled func(rule string) bool
	// Exclude leaves out findings by file, or is nil.
	Exclude *[]Exclude
	// Root is the directory that the paths of Exclude are relative to. Where
	// it is nil or "" they are relative to the root of the module.
	Root *string
	// Panics lets the driver stop where portvet itself fails, which is otherwise
	// silent about the package. Nil is false.
	Panics *bool
	// Explain asks rules to note why they report what they report, and why
	// they are silent.
	Explain bool
}

// silently calls f and swallows a panic: it would cost the user every other
// linter's findings (golangci-lint stops with exit code 3), so odd code that
// a rule stumbles over is met with silence.
func (c *Config) silently(f func()) {
	defer func() {
		if c.Panics == nil || !*c.Panics {
			_ = recover()
		}
	}()
	f()
}

// ask calls f, which asks prog, silently and while no other rule asks it.
func (c *Config) ask(prog *program.Program, f func()) { c.silently(func() { prog.Ask(f) }) }

// Off reports whether a rule whose analyzer runs is to report nothing.
func (c *Config) Off(rule string) bool { return c.Disabled != nil && c.Disabled(rule) }

// Pass is what a rule sees of one package.
type Pass struct {
	*analysis.Pass
	Program *program.Program
	Strict  bool // for the options of the rule that are not set

	cfg      *Config
	like     string // see Rule
	findings []analysis.Diagnostic
	explain  bool
	verdicts []Verdict
}

// Node is a range of source.
type Node interface {
	Pos() token.Pos
	End() token.Pos
}

// Report records a finding at n, with at most one fix. The message is one
// line, lower case, with no period at its end.
func (p *Pass) Report(n Node, fix *analysis.SuggestedFix, format string, args ...any) {
	d := analysis.Diagnostic{
		Pos:     n.Pos(),
		End:     n.End(),
		Message: fmt.Sprintf(format, args...),
	}
	if fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	p.findings = append(p.findings, d)
}

// Used is a rule's result: the suppression directives that hid a finding, and
// what the fixes change that it reported.
type Used struct {
	Directives []token.Pos
	Complete   bool // the rule looked at the whole package
	edits      []analysis.TextEdit
	Verdicts   []Verdict // where explanations are asked for
}

// baseURL is where the documentation of a rule is found.
const baseURL = "https://github.com/portvet/portvet/blob/main/docs/rules/"

// URL returns the address of the documentation of the rule called name.
func URL(name string) string { return baseURL + name + ".md" }

// Analyzer makes the analyzer of r over the given model, which is an analyzer
// made by program.New. Its fixes give way to those of the analyzers before it.
func (r Rule) Analyzer(model *analysis.Analyzer, cfg *Config, before ...*analysis.Analyzer) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       r.Name,
		Doc:        r.Doc,
		URL:        URL(r.Name),
		Requires:   append([]*analysis.Analyzer{model}, before...),
		ResultType: reflect.TypeFor[*Used](),
		Run: func(pass *analysis.Pass) (any, error) {
			used := new(Used)
			if prog, ok := pass.ResultOf[model].(*program.Program); ok {
				cfg.ask(prog, func() {
					p := &Pass{Pass: pass, Program: prog, Strict: cfg.Strict != nil && *cfg.Strict, cfg: cfg, like: r.Like, explain: cfg.Explain && !cfg.Off(r.Name)}
					if !prog.Empty() && (r.Default || !cfg.Off(r.Name)) {
						r.Check(p)
						p.emit(r.Name, cfg, used, editsOf(pass, before))
						used.Verdicts = p.judged(r.Name)
					}
					used.Complete = true
				})
			}
			return used, nil
		},
	}
	if r.Flags != nil {
		r.Flags(&a.Flags)
	}
	return a
}

// editsOf returns what the fixes change that the given rules reported.
func editsOf(pass *analysis.Pass, rules []*analysis.Analyzer) (edits []analysis.TextEdit) {
	for _, a := range rules {
		if used, ok := pass.ResultOf[a].(*Used); ok {
			edits = append(edits, used.edits...)
		}
	}
	return edits
}

// excusing returns the linters whose nolint comments hide what the rule reports.
func (p *Pass) excusing() (linters []string) {
	if p.cfg.LeaveNolint == nil || !*p.cfg.LeaveNolint {
		linters = append(linters, linter)
	}
	if p.like != "" {
		linters = append(linters, p.like)
	}
	return linters
}

// emit reports the findings that survive, in source order, at most one per
// position. A fix that cannot be made together with the ones before it, or
// with the edits in taken, is left for the next run, when they are done.
func (p *Pass) emit(name string, cfg *Config, used *Used, taken []analysis.TextEdit) {
	slices.SortStableFunc(p.findings, func(a, b analysis.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Message, b.Message))
	})
	var sup suppressions
	last := token.NoPos
	for _, d := range p.findings {
		if d.Pos == last {
			continue
		}
		if !p.Program.Reportable(d.Pos) {
			p.hide(d, "this is in a test, generated or sample code")
			continue
		}
		last = d.Pos
		if sup == nil {
			sup = suppressionsOf(p.Fset, p.Files, p.excusing()...)
		}
		if hit, directives := sup.find(name, p.Fset, d.Pos); hit {
			used.Directives = append(used.Directives, directives...)
			p.hide(d, "a comment says so")
			continue
		}
		if cfg.excluded(name, p.Pass, d.Pos) {
			p.hide(d, "the configuration excludes this file")
			continue // only now, so that the comment above is not called idle
		}
		if len(d.SuggestedFixes) > 0 && !cfg.Off(name) {
			if edits := d.SuggestedFixes[0].TextEdits; clash(taken, edits) || clash(used.edits, edits) {
				d.SuggestedFixes = nil
			} else {
				used.edits = append(used.edits, edits...)
			}
		}
		d.Category = name
		if *cfg.Brackets {
			d.Message += " [" + name + "]"
		}
		p.Pass.Report(d)
	}
}
