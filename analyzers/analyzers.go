// Package analyzers is the public face of portvet: it makes the analyzers
// and says what each rule is.
package analyzers

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/portvet/portvet/analyzers/drain"
	"github.com/portvet/portvet/analyzers/hardcodedport"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/plan"
	"github.com/portvet/portvet/analyzers/internal/program"
	"github.com/portvet/portvet/analyzers/internal/rule"
	"github.com/portvet/portvet/analyzers/internal/why"
	"github.com/portvet/portvet/analyzers/listenerr"
	"github.com/portvet/portvet/analyzers/loopbackbind"
	"github.com/portvet/portvet/analyzers/nohealth"
	"github.com/portvet/portvet/analyzers/noshutdown"
	"github.com/portvet/portvet/analyzers/portaddr"
	"github.com/portvet/portvet/analyzers/portconflict"
	"github.com/portvet/portvet/analyzers/portenv"
	"github.com/portvet/portvet/analyzers/sigterm"
)

// Options configures the rules. Its JSON form is the `settings` of the
// golangci-lint plugin; the zero value is the default.
type Options struct {
	// Tests includes findings in _test.go files.
	Tests bool `json:"tests"`
	// Samples includes findings in code that only serves tests and samples.
	Samples bool `json:"samples"`
	// Strict switches on all that is off because most authors would shrug at it:
	// options of rules that are not set by themselves, and rules that are off by
	// default, unless disable names them.
	Strict bool `json:"strict"`
	// Enable names rules that run though they are off by default.
	Enable []string `json:"enable"`
	// Disable names rules that do not run.
	Disable []string `json:"disable"`
	// Listeners are the user's own APIs, each in the form of a catalogue row.
	Listeners []string `json:"listeners"`
	// Exclude leaves out findings by file.
	Exclude []Exclude `json:"exclude"`

	HardcodedPort hardcodedport.Options `json:"hardcodedport"`
	LoopbackBind  loopbackbind.Options  `json:"loopbackbind"`
	PortEnv       portenv.Options       `json:"portenv"`
	PortAddr      portaddr.Options      `json:"portaddr"`
	NoShutdown    noshutdown.Options    `json:"noshutdown"`
	Sigterm       sigterm.Options       `json:"sigterm"`
	Drain         drain.Options         `json:"drain"`
	ListenErr     listenerr.Options     `json:"listenerr"`
	PortConflict  portconflict.Options  `json:"portconflict"`
	NoHealth      nohealth.Options      `json:"nohealth"`

	// Brackets ends every message with the name of its rule in brackets, for
	// drivers whose text output does not name the rule.
	Brackets bool `json:"-"`
	// Root is the directory that the paths of Exclude are relative to, "" for
	// the root of the module.
	Root string `json:"-"`
	// LeaveNolint leaves nolint comments to the driver, which otherwise takes
	// those that portvet obeys for unused.
	LeaveNolint bool `json:"-"`
	// Disabled reports whether the driver drops the findings of a rule that
	// runs, so that nothing is said of comments that suppress them. Nil means
	// that it drops none.
	Disabled func(rule string) bool `json:"-"`
	// Enabled is set by drivers that learn which rules to run only after New:
	// it reports whether a rule that is off by default was asked for by name.
	// If it is not nil, New makes the analyzers of these rules too, and they
	// report nothing unless it or Enable says so.
	Enabled func(rule string) bool `json:"-"`
	// Panics lets the driver stop where portvet itself fails. Without it portvet
	// is silent about the package, since a crash would cost the findings of
	// everything else that the driver runs.
	Panics bool `json:"-"`
	// Explain adds an analyzer that is no rule: its only diagnostic in a
	// package is an [Explanation] as JSON. It is for the command.
	Explain bool `json:"-"`
}

// Exclude leaves out the findings of some rules in some files.
type Exclude = rule.Exclude

// Info is the metadata of one rule.
type Info struct {
	Name    string // one lower-case word
	Summary string // the first sentence of Doc, without the name
	Doc     string // the text of the rule's doc.go
	Default bool   // on unless disabled
	Fix     bool   // some of its findings carry a suggested fix
	URL     string
}

// all makes the rules, in the order of the documentation, for the given
// options. The directive rule, which reports suppression comments that are
// wrong, is not among them: it needs the results of all.
func all(opts *Options) []rule.Rule {
	return []rule.Rule{
		hardcodedport.New(&opts.HardcodedPort),
		loopbackbind.New(&opts.LoopbackBind),
		portenv.New(&opts.PortEnv),
		portaddr.New(&opts.PortAddr),
		noshutdown.New(&opts.NoShutdown),
		sigterm.New(&opts.Sigterm),
		drain.New(&opts.Drain),
		listenerr.New(&opts.ListenErr),
		portconflict.New(&opts.PortConflict),
		nohealth.New(&opts.NoHealth),
	}
}

// standard are the rules with their default options, for questions about
// names and defaults, which every start of the vet tool asks.
var standard = sync.OnceValue(func() []rule.Rule { return all(new(Options)) })

// Rules returns the metadata of every rule, in the order of the
// documentation.
func Rules() []Info {
	var infos []Info
	for _, r := range append(slices.Clone(standard()), rule.Directive) {
		infos = append(infos, Info{
			Name:    r.Name,
			Summary: r.Summary(),
			Doc:     r.Doc,
			Default: r.Default,
			Fix:     r.Fix,
			URL:     rule.URL(r.Name),
		})
	}
	return infos
}

// Names returns the names of the rules, in the order of the documentation.
func Names() []string { return namesOf(standard()) }

// New makes the analyzers that opts asks for. Each call makes new ones, which
// share one model of the package: put the analyzers of one call into one
// driver. opts is read when the analyzers run, so flags bound to it with
// [Options.AddFlags] may be parsed in between; only Disable and Explain are read
// here and, where Enabled is nil, Enable and Strict.
//
// The error names the option that is wrong.
func New(opts *Options) ([]*analysis.Analyzer, error) {
	if err := opts.Validate(); err != nil {
		return nil, err
	}
	cfg := &rule.Config{
		Brackets:    &opts.Brackets,
		Strict:      &opts.Strict,
		LeaveNolint: &opts.LeaveNolint,
		Exclude:     &opts.Exclude,
		Root:        &opts.Root,
		Explain:     opts.Explain,
		Panics:      &opts.Panics,
	}
	cfg.Disabled = func(name string) bool {
		return opts.Disabled != nil && opts.Disabled(name) || !opts.runs(name)
	}
	model := program.New(program.Config{
		Tests:   &opts.Tests,
		Samples: &opts.Samples,
		Own:     &opts.Listeners,
		Panics:  &opts.Panics,
		Probes:  func() bool { return opts.runs("nohealth") },
	})
	rules := all(opts)
	known := namesOf(rules)
	var out, fixing []*analysis.Analyzer
	for _, r := range rules {
		if slices.Contains(opts.Disable, r.Name) || opts.Enabled == nil && !opts.runs(r.Name) {
			continue
		}
		if !r.Fix {
			out = append(out, r.Analyzer(model, cfg))
			continue
		}
		a := r.Analyzer(model, cfg, fixing...)
		out, fixing = append(out, a), append(fixing, a)
	}
	if !slices.Contains(opts.Disable, rule.Directive.Name) {
		out = append(out, rule.DirectiveAnalyzer(model, cfg, out, known))
	}
	if opts.Explain {
		out = append(out, why.New(model, out, &opts.Panics))
	}
	return out, nil
}

// Explanation is what stands behind the findings of one package, and behind
// the silence about the listeners of which nothing is reported.
type Explanation = why.Package

// ExplainedListener is a listener, with where its address comes from and what
// rules say of it.
type ExplainedListener = why.Listener

// Step is one place on the way of a value or server.
type Step = why.Step

// Verdict is what a rule says of a listener.
type Verdict = why.Verdict

// Work is what the rules took of the bounds on the work for one package.
type Work = origin.Work

// Bounds are these bounds. A question beyond them has no answer, and rules are
// silent about it.
var Bounds = origin.Bounds

// ExplainName is the name of the analyzer that Explain adds.
const ExplainName = why.Name

// PlanPackage is what one package does with ports, for the command that shows
// it for whole programs.
type PlanPackage = plan.Package

// PlanListener is one listener of a package.
type PlanListener = plan.Listener

// PlanOrigin is where a host or port comes from.
type PlanOrigin = plan.Origin

// PlanTime is a time that flags or variables choose.
type PlanTime = plan.Time

// PlanTold is what a package tells a library that reads a configuration.
type PlanTold = plan.Told

// PlanToldKey is what it tells about one key.
type PlanToldKey = plan.ToldKey

// PlanSignals is one subscription to signals.
type PlanSignals = plan.Signals

// PlanRoute is one path that is served.
type PlanRoute = plan.Route

// PlanReferences is what a function mentions of the modules worked on.
type PlanReferences = plan.References

// Plan makes the analyzer that writes down what a package does with ports. It
// is no rule: its only diagnostic in a package is a [PlanPackage] as JSON.
// Drivers run it instead of the rules. opts is read when it runs; of it only
// Listeners and Panics matter.
func Plan(opts *Options) *analysis.Analyzer {
	return plan.New(program.New(program.Config{Tests: new(bool), Samples: new(bool), Own: &opts.Listeners, Panics: &opts.Panics}))
}

// Silent reports whether the analyzers of New and Plan are certain to find
// nothing in a dependency and to export no facts, if there are no facts about
// what it imports. It is told the import path of the dependency, its module,
// which is nil for std, and the paths of its imports.
func (o *Options) Silent(path string, module *analysis.Module, imports []string) bool {
	return program.Silent(path, module, imports, o.Listeners)
}

// Validate reports the first option that cannot be meant, by its key.
func (o *Options) Validate() error {
	if err := knownRules(o.Enable); err != nil {
		return fmt.Errorf("enable: %w", err)
	}
	if err := knownRules(o.Disable); err != nil {
		return fmt.Errorf("disable: %w", err)
	}
	for _, n := range o.Enable {
		if slices.Contains(o.Disable, n) {
			return fmt.Errorf("enable, disable: both name %q; leave it in one of them", n)
		}
	}
	if _, err := catalog.ParseRows(o.Listeners); err != nil {
		return fmt.Errorf("listeners: %w", err)
	}
	for i, e := range o.Exclude {
		if err := validExclude(e); err != nil {
			return fmt.Errorf("exclude[%d].%w", i, err)
		}
	}
	if err := o.HardcodedPort.Validate(); err != nil {
		return fmt.Errorf("hardcodedport.%w", err)
	}
	if err := o.PortEnv.Validate(); err != nil {
		return fmt.Errorf("portenv.%w", err)
	}
	if err := o.Drain.Validate(); err != nil {
		return fmt.Errorf("drain.%w", err)
	}
	return nil
}

// validExclude reports what cannot be meant in e, by its key.
func validExclude(e Exclude) error {
	if err := e.Validate(); err != nil {
		return err
	}
	if err := knownRules(e.Rules); err != nil {
		return fmt.Errorf("rules: %w", err)
	}
	return nil
}

// InForce returns the options with everything in them that is not set but in
// force, by default or by Strict. That is the one place that knows what Strict
// means, together with the InForce of the options of each rule.
func (o *Options) InForce() Options {
	in := *o
	in.LoopbackBind = o.LoopbackBind.InForce(o.Strict)
	in.PortEnv = o.PortEnv.InForce(o.Strict)
	in.PortAddr = o.PortAddr.InForce(o.Strict)
	in.Drain = o.Drain.InForce(o.Strict)
	in.ListenErr = o.ListenErr.InForce(o.Strict)
	if o.Strict {
		in.Enable = slices.Clone(o.Enable)
		for _, r := range all(o) {
			if !r.Default && !slices.Contains(o.Enable, r.Name) && !slices.Contains(o.Disable, r.Name) {
				in.Enable = append(in.Enable, r.Name)
			}
		}
	}
	return in
}

// runs reports whether the rule called name is on: by default, by name, or
// since all are.
func (o *Options) runs(name string) bool {
	if o.Strict || slices.Contains(o.Enable, name) || o.Enabled != nil && o.Enabled(name) {
		return true
	}
	for _, r := range standard() {
		if r.Name == name {
			return r.Default
		}
	}
	return true // directive
}

// Reports reports whether findings of the rule called name are reported under
// these options: whether there is such a rule, and it is on.
func (o *Options) Reports(name string) bool {
	return knownRules([]string{name}) == nil && !slices.Contains(o.Disable, name) && o.runs(name)
}

// knownRules reports the first of names that is no rule.
func knownRules(names []string) error {
	known := namesOf(standard())
	for _, n := range names {
		if !slices.Contains(known, n) {
			return fmt.Errorf("unknown rule %q; the rules are %s", n, strings.Join(known, ", "))
		}
	}
	return nil
}

// AddFlags defines on fs the flags that hold for all rules. The flags of one
// rule (-hardcodedport.allow) are those of its analyzer.
func (o *Options) AddFlags(fs *flag.FlagSet) {
	fs.BoolVar(&o.Tests, "tests", o.Tests, "report findings in _test.go files too")
	fs.BoolVar(&o.Samples, "samples", o.Samples, "report findings in tests' helpers, mocks, samples and demos too")
	fs.BoolVar(&o.Strict, "strict", o.Strict, "switch on all that is optional; what is set by itself stays as it is set")
	fs.BoolVar(&o.Panics, "panics", o.Panics, "stop where portvet itself fails, instead of silence about the package")
	fs.Func("enable", "switch on rules that are off by default, a comma-separated `list`", func(list string) error {
		names := strings.Split(list, ",")
		if err := knownRules(names); err != nil {
			return err
		}
		o.Enable = append(o.Enable, names...)
		return nil
	})
	fs.Var(rule.Listener(&o.Listeners), "listener", "an API of your own, as a `row` of the catalogue, with blanks or semicolons; may be repeated")
	fs.Func("exclude", "leave out findings in the files of a `pattern`, path[:rule,rule], with * and **; may be repeated", func(s string) error {
		e, err := rule.ParseExclude(s)
		if err == nil {
			err = validExclude(e)
		}
		if err != nil {
			return err
		}
		o.Exclude = append(o.Exclude, e)
		return nil
	})
}

func namesOf(rules []rule.Rule) []string {
	var ns []string
	for _, r := range rules {
		ns = append(ns, r.Name)
	}
	return append(ns, rule.Directive.Name)
}
