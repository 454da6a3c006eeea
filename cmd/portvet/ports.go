package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/manifest"
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
	config    driver.Config
	samples   bool
	format    string
	manifests manifestOptions
}

func (o *portsOptions) define(fs *flag.FlagSet) {
	fs.StringVar(&o.config.Dir, "C", "", "change to `dir` before analysing")
	fs.StringVar(&o.format, "format", "table", "print the plan as table, json, markdown, mermaid or svg")
	o.manifests.define(fs)
	buildFlags().VisitAll(func(f *flag.Flag) {
		fs.Var(&forwarded{Value: f.Value, name: f.Name, to: &o.config.BuildFlags}, f.Name, f.Usage)
	})
	fs.BoolVar(&o.samples, "samples", false, "include programs and manifests that only serve tests and samples")
	common := flag.NewFlagSet("", flag.ContinueOnError)
	new(analyzers.Options).AddFlags(common)
	own := common.Lookup("listener")
	fs.Var(&forwarded{Value: own.Value, name: own.Name, to: &o.config.ToolFlags}, own.Name, own.Usage)
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
	plan, errs, err := o.manifests.plan(o.config, o.samples)
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

// flagsFirst reports the first pattern that is a flag.
func flagsFirst(patterns []string) error {
	for _, p := range patterns {
		if strings.HasPrefix(p, "-") {
			return fmt.Errorf("flag %s comes after a package; flags go before packages", p)
		}
	}
	return nil
}

// manifestOptions say where manifests are and what they are about.
type manifestOptions struct {
	named    []string
	mappings []ports.Mapping
}

func (o *manifestOptions) define(fs *flag.FlagSet) {
	fs.Func("manifest", "read the manifests in this `path`, a file or folder, and look for no others; may be repeated", func(s string) error {
		o.named = append(o.named, s)
		return nil
	})
	fs.Func("program", "say which program a manifest, workload or image runs, as `WHAT=PROGRAM`; may be repeated", func(s string) error {
		what, program, ok := strings.Cut(s, "=")
		if !ok || what == "" || program == "" {
			return fmt.Errorf("want WHAT=PROGRAM, such as deploy/api.yaml=api")
		}
		o.mappings = append(o.mappings, ports.Mapping{What: what, Program: program})
		return nil
	})
}

// plan returns the plan of the packages of cfg with the manifests that are
// about them, and what could not be analysed or read. The error is about the
// options.
func (o *manifestOptions) plan(cfg driver.Config, samples bool) (*ports.Plan, []driver.Error, error) {
	pkgs, errs := driver.Plan(cfg)
	plan := ports.New(pkgs, samples)
	_, more, err := o.match(plan, cfg.Dir, roots(cfg.Dir, pkgs), samples)
	return plan, append(errs, more...), err
}

// match finds out which manifests are about the programs of a plan: those that
// are named, as seen from dir, or else those below roots. It returns the files
// that it has read, and what could not be read. The error is about the options.
func (o *manifestOptions) match(plan *ports.Plan, dir string, roots []string, samples bool) (files []string, errs []driver.Error, err error) {
	find := manifest.Config{Samples: samples}
	for _, n := range o.named {
		if !filepath.IsAbs(n) {
			n = filepath.Join(dir, n)
		}
		find.Named = append(find.Named, n)
	}
	if len(find.Named) == 0 {
		find.Roots = roots
	}
	set := manifest.Find(find)
	for _, p := range set.Problems {
		errs = append(errs, driver.Error{File: p.File, Line: p.Line, Column: p.Column, Message: p.Message})
	}
	mappings := slices.Clone(o.mappings)
	for i := range mappings {
		if file := filepath.Join(dir, mappings[i].What); dir != "" && exists(file) {
			mappings[i].What = file
		}
	}
	if err := plan.Match(set, mappings); err != nil {
		return nil, nil, fmt.Errorf("-program %w", err)
	}
	return set.Files, errs, nil
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
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
	up := dir
	for d := abs; ; d = filepath.Dir(d) {
		if exists(filepath.Join(d, ".git")) {
			return filepath.Clean(up)
		}
		if filepath.Dir(d) == d {
			return dir
		}
		up = filepath.Join(up, "..")
		if filepath.IsAbs(dir) {
			up = filepath.Dir(d)
		}
	}
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

	plans []*ports.Plan // of each module that is analysed
	roots []string      // where their manifests are

	unsure, runs int  // how many containers and images were not checked, and of how many
	remarked     bool // that has been said
}

func (o *checkOptions) define(fs *flag.FlagSet) {
	o.manifests.define(fs)
	fs.BoolVar(&o.lint, "lint", true, "lint the packages as well; -lint=false only compares manifests")
}

// isManifestRule reports whether name is that of a finding about manifests.
func isManifestRule(name string) bool {
	for _, r := range ports.Rules {
		if r.Name == name {
			return true
		}
	}
	return false
}

// plan learns what the programs of cfg do, and returns what could not be
// analysed.
func (o *checkOptions) plan(cfg driver.Config, samples bool) []driver.Error {
	cfg.ToolFlags = slices.DeleteFunc(slices.Clone(cfg.ToolFlags), func(f string) bool {
		return !strings.HasPrefix(f, "-listener=")
	})
	pkgs, errs := driver.Plan(cfg)
	o.plans = append(o.plans, ports.New(pkgs, samples))
	for _, root := range roots(cfg.Dir, pkgs) {
		if !slices.Contains(o.roots, root) {
			o.roots = append(o.roots, root)
		}
	}
	return errs
}

// compare returns what the manifests get wrong about the programs, and the
// files that it has read. dir is the directory that is analysed, disabled are
// the names of the findings that are not wanted. The error is about the
// options.
func (o *checkOptions) compare(dir string, samples bool, disabled []string) (report driver.Report, files []string, err error) {
	plan := ports.Join(o.plans...)
	files, errs, err := o.manifests.match(plan, dir, o.roots, samples)
	if err != nil {
		return report, nil, err
	}
	findings := slices.DeleteFunc(plan.Check(), func(f driver.Finding) bool { return slices.Contains(disabled, f.Rule) })
	report.Add(findings, errs)
	o.unsure, o.runs = len(plan.Unsure()), len(plan.Runs)
	return report, files, nil
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
	for _, r := range ports.Rules {
		all = append(all, analyzers.Info{
			Name: r.Name, Summary: r.Summary, Default: true, URL: ports.URL(r.Name),
			Doc: r.Name + ": " + r.Summary + "\n\nIt is reported by portvet check, at the line of the manifest.",
		})
	}
	return all
}
