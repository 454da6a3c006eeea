package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/config"
	"github.com/portvet/portvet/cmd/internal/deploy"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/match"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// planFormats are the formats of a plan.
var planFormats = map[string]func(io.Writer, *ports.Plan) error{
	"table": ports.Table, "json": ports.JSON, "markdown": ports.Markdown, "mermaid": ports.Mermaid, "svg": ports.SVG,
}

// portsCommand prints the port plan.
func portsCommand() subcommand {
	return subcommand{
		name:    "ports",
		args:    "[packages]",
		summary: "print who listens where, and what the manifests say of it",
		about: `Prints one row for each listener of each program: what it is for, host and port
and where these come from, what stops it, and its health endpoint. Below it
stand the manifests found in the repository and the programs that they run.
docs/ports.md explains the columns and how manifests are matched.`,
		flags: func(fs *flag.FlagSet) { new(portsOptions).define(fs) },
		exec:  printPorts,
	}
}

// portsOptions are the flags of portvet ports.
type portsOptions struct {
	config driver.Config
	sources
	format     string
	allModules bool
	manifests  manifestOptions
}

func (o *portsOptions) define(fs *flag.FlagSet) {
	fs.StringVar(&o.config.Dir, "C", "", "change to `dir` before analysing")
	o.defineFile(fs)
	fs.BoolVar(&o.allModules, "all-modules", false, "show the programs of each module at and below the directory")
	fs.StringVar(&o.format, "format", "table", "print the plan as table, json, markdown, mermaid or svg")
	o.manifests.define(fs)
	buildFlags().VisitAll(func(f *flag.Flag) {
		fs.Var(&forwarded{Value: f.Value, name: f.Name, to: &o.config.BuildFlags}, f.Name, f.Usage)
	})
	common := flag.NewFlagSet("", flag.ContinueOnError)
	o.options = new(analyzers.Options)
	o.options.AddFlags(common)
	common.Lookup("samples").Usage = "include programs and manifests that only serve tests and samples"
	for _, name := range []string{"listener", "samples"} {
		f := common.Lookup(name)
		fs.Var(&forwarded{Value: f.Value, name: name, to: &o.optionFlags}, name, f.Usage)
	}
}

// printPorts is portvet ports: it prints the plan of the packages that args
// name and returns the exit code.
func printPorts(args []string, stdout, stderr io.Writer) int {
	var o portsOptions
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	o.define(fs)
	fail := func(err error) int {
		fmt.Fprintf(stderr, "portvet ports: %v\n", err)
		return exitError
	}
	if err := fs.Parse(args); err != nil {
		return fail(fmt.Errorf("%w; run portvet help ports for its flags", err))
	}
	print, ok := planFormats[o.format]
	if !ok {
		return fail(fmt.Errorf("-format %s: no such format; use table, json, markdown, mermaid or svg", o.format))
	}
	o.config.Patterns = fs.Args()
	if err := flagsFirst(o.config.Patterns); err != nil {
		return fail(err)
	}
	if o.allModules && len(o.config.Patterns) > 0 {
		return fail(fmt.Errorf("unexpected package %s; -all-modules shows ./... of each module", o.config.Patterns[0]))
	}
	if err := driver.CheckDir(o.config.Dir); err != nil {
		return fail(err)
	}
	c, err := o.settle(o.config.Dir)
	if err != nil {
		return fail(err)
	}
	if o.config.ToolFlags, err = c.ToolFlags(); err != nil {
		return fail(err)
	}
	plan, errs, err := o.plan(c)
	if err != nil {
		return fail(err)
	}
	if err := print(stdout, plan); err != nil {
		return fail(fmt.Errorf("write the plan: %w", err))
	}
	for _, e := range errs {
		fmt.Fprintf(stderr, "portvet: %s\n", e)
	}
	if len(errs) > 0 {
		return exitError
	}
	return exitClean
}

// plan returns the plan of the packages that are asked for with the manifests
// that are about them, and what could not be analysed or read. The error is about
// the options, or about what c, the configuration in force, says of manifests.
func (o *portsOptions) plan(c *config.Config) (*ports.Plan, []driver.Error, error) {
	pkgs, errs, err := driver.PlanAll(forPlan(o.config), o.allModules)
	if err != nil {
		return nil, nil, err
	}
	plan := ports.New(pkgs, c.Samples)
	_, more, err := o.manifests.match(plan, o.config.Dir, roots(o.config.Dir, pkgs), c)
	return plan, append(errs, more...), err
}

// manifestOptions say where manifests are and what they are about.
type manifestOptions struct {
	named    []string
	mappings []match.Mapping
}

func (o *manifestOptions) define(fs *flag.FlagSet) {
	fs.Func("manifest", "read the manifests in this `path`, a file or folder, or - for standard input, and look for no others; may be repeated", func(s string) error {
		o.named = append(o.named, s)
		return nil
	})
	fs.Func("program", "say which program a manifest, workload or image runs, as `WHAT=PROGRAM`; may be repeated", func(s string) error {
		what, program, ok := strings.Cut(s, "=")
		if !ok || what == "" || program == "" {
			return fmt.Errorf("want WHAT=PROGRAM, such as deploy/api.yaml=api")
		}
		o.mappings = append(o.mappings, match.Mapping{What: what, Program: program})
		return nil
	})
}

// forPlan returns cfg without what rules are told: they have no part in a
// plan, and go keeps one for all of it.
func forPlan(cfg driver.Config) driver.Config {
	cfg.ToolFlags = slices.DeleteFunc(slices.Clone(cfg.ToolFlags), func(f string) bool {
		return !strings.HasPrefix(f, "-listener=")
	})
	return cfg
}

// match finds out which manifests are about the programs of a plan: those that
// are named, as seen from dir, or else those below roots. It returns what they
// deploy, and what could not be read. The error is about the options, or about
// what c, the configuration in force, says of manifests.
func (o *manifestOptions) match(plan *ports.Plan, dir string, roots []string, c *config.Config) (d *deploy.Deployment, errs []driver.Error, err error) {
	mappings, err := mappingsOf(c)
	if err != nil {
		return nil, nil, err
	}
	for _, m := range o.mappings {
		if m, err = seenFrom(dir, m); err != nil {
			return nil, nil, err
		}
		mappings = append(mappings, m)
	}
	find := manifest.Config{Samples: c.Samples}
	for _, n := range o.named {
		if n != manifest.Stdin && !filepath.IsAbs(n) {
			n = filepath.Join(dir, n)
		}
		find.Named = append(find.Named, n)
	}
	stdin := slices.Contains(find.Named, manifest.Stdin)
	if len(find.Named) == 0 || stdin {
		find.Roots = roots
	}
	if stdin {
		if find.Input, err = io.ReadAll(os.Stdin); err != nil {
			return nil, nil, fmt.Errorf("-manifest -: read standard input: %w", err)
		}
	}
	set := manifest.Find(find)
	if d, err = deploy.Match(plan, set, mappings); err != nil {
		return nil, nil, fmt.Errorf("-program %w", err)
	}
	for _, p := range set.Problems {
		errs = append(errs, driver.Error{File: p.File, Line: p.Line, Column: p.Column, Message: p.Message})
	}
	return d, errs, nil
}

// seenFrom returns m with the file and the folder that it names, which are
// relative to dir.
func seenFrom(dir string, m match.Mapping) (match.Mapping, error) {
	if file := filepath.Join(dir, m.What); exists(file) {
		m.What = file
	}
	if !isFolder(m.Program) {
		return m, nil
	}
	var err error
	m.Dir, err = filepath.Abs(filepath.Join(dir, m.Program))
	return m, err
}

// mappingsOf returns what a configuration says of manifests. The error names
// the line with a folder that does not exist.
func mappingsOf(c *config.Config) ([]match.Mapping, error) {
	var out []match.Mapping
	root := filepath.Dir(c.File)
	for _, what := range slices.Sorted(maps.Keys(c.Ports.Programs)) {
		m := match.Mapping{What: what, Program: c.Ports.Programs[what], At: c.From["ports.programs."+what]}
		m, err := seenFrom(root, m)
		if err != nil {
			return nil, err
		}
		if info, err := os.Stat(m.Dir); m.Dir != "" && (err != nil || !info.IsDir()) {
			return nil, fmt.Errorf("%s: ports.programs: %s: no such folder; name that of the program, as seen from the configuration", m.At, m.Program)
		}
		out = append(out, m)
	}
	return out, nil
}

// isFolder reports whether a program is given by its folder.
func isFolder(program string) bool {
	return program == "." || program == ".." || strings.HasPrefix(program, "./") || strings.HasPrefix(program, "../")
}

// roots returns the folders to search for manifests: the repositories of the
// modules that are analysed, or the modules where they are in none.
func roots(dir string, pkgs []driver.Planned) []string {
	var out []string
	for _, p := range pkgs {
		root := repository(p.ModuleDir)
		if !p.Named {
			continue
		}
		if manifest.Skips(root, p.ModuleDir) {
			root = p.ModuleDir // a sample, but the one that was asked for
		}
		if !slices.Contains(out, root) {
			out = append(out, root)
		}
	}
	if len(out) == 0 {
		out = append(out, cmp.Or(dir, "."))
	}
	slices.Sort(out)
	return out
}

// repository returns the folder at or above dir that holds a repository, else
// dir.
func repository(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	root, ok := above(abs, ".git")
	if !ok || filepath.IsAbs(dir) {
		return cmp.Or(root, dir)
	}
	rel, err := filepath.Rel(abs, root)
	if err != nil {
		return dir
	}
	return filepath.Join(dir, rel)
}

// checkCommand lints, and compares the manifests with the programs.
func checkCommand() subcommand {
	return subcommand{
		name:    "check",
		args:    "[packages]",
		summary: "lint the packages, and compare the manifests with them",
		about: `Does what portvet does without a command, with the same flags, and also reports
what the manifests in the repository get wrong about the programs: ports that
nobody listens on, probes that nobody answers. docs/ports.md lists the findings.`,
		flags: func(fs *flag.FlagSet) {
			new(checkOptions).define(fs)
		},
		exec: func(args []string, stdout, stderr io.Writer) int {
			return analyse(args, new(checkOptions), stdout, stderr)
		},
	}
}

// checkOptions are the flags that portvet check has besides those of linting,
// and what it has learned so far of the programs.
type checkOptions struct {
	manifests manifestOptions
	lint      bool

	plans       []*ports.Plan      // of each module that is analysed
	roots       []string           // where their manifests are
	deployed    *deploy.Deployment // what they run
	silentGrace bool               // what takes longer than they wait is not reported

	unsure, runs int  // how many containers and images were not checked, and of how many
	remarked     bool // that has been said
}

func (o *checkOptions) define(fs *flag.FlagSet) {
	o.manifests.define(fs)
	fs.BoolVar(&o.lint, "lint", true, "lint the packages as well; -lint=false only compares manifests")
}

// isManifestRule reports whether name is that of a finding about manifests.
func isManifestRule(name string) bool {
	for _, r := range deploy.Rules {
		if r.Name == name {
			return true
		}
	}
	return false
}

// plan learns what the programs of cfg do, and returns what could not be
// analysed.
func (o *checkOptions) plan(cfg driver.Config, c *config.Config) []driver.Error {
	pkgs, errs := driver.Plan(forPlan(cfg))
	o.plans = append(o.plans, ports.New(pkgs, c.Samples))
	for _, root := range roots(cfg.Dir, pkgs) {
		if !slices.Contains(o.roots, root) {
			o.roots = append(o.roots, root)
		}
	}
	return errs
}

// compare returns what the manifests get wrong about the programs, and the
// files that it has read. dir is the directory that is analysed, c the
// configuration in force there, and disabled are the names of the findings that
// are not wanted. The error is about the options, or about what c says of
// manifests.
func (o *checkOptions) compare(dir string, c *config.Config, disabled []string) (report driver.Report, files []string, err error) {
	plan := ports.Join(o.plans...)
	d, errs, err := o.manifests.match(plan, dir, o.roots, c)
	if err != nil {
		return report, nil, err
	}
	findings := slices.DeleteFunc(d.Check(c.Strict), func(f driver.Finding) bool { return slices.Contains(disabled, f.Rule) })
	o.deployed = d
	report.Add(findings, errs)
	o.unsure, o.runs = len(plan.Unsure()), len(plan.Runs)
	return report, d.Files(), nil
}

// remark says once, on stderr, what was not checked.
func (o *checkOptions) remark(stderr io.Writer) {
	if o.unsure > 0 && !o.remarked {
		fmt.Fprintf(stderr, "portvet: not checked, since it is not known which program they run: %d of %d containers and images; portvet ports lists them\n", o.unsure, o.runs)
		o.remarked = true
	}
}

// manifestRules describes the findings about manifests as if they were rules.
func manifestRules() []analyzers.Info {
	var all []analyzers.Info
	for _, r := range deploy.Rules {
		all = append(all, analyzers.Info{
			Name: r.Name, Summary: r.Summary, Default: !r.Strict, URL: deploy.URL(r.Name),
			Doc: r.Name + ": " + r.Summary + "\n\nIt is reported by portvet check, at the line of the manifest.",
		})
	}
	return all
}
