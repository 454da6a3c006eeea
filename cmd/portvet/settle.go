package main

import (
	"cmp"
	"flag"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/config"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/terminal"
)

// sources are where the configuration of an analysis comes from.
type sources struct {
	configFile  string             // "" is the one that is found, off none
	options     *analyzers.Options // as the flags alone set them
	optionFlags []string           // those flags, as -name=value
}

// defineFile defines -config.
func (s *sources) defineFile(fs *flag.FlagSet) {
	fs.StringVar(&s.configFile, "config", "", "read this configuration `file`, or none with off (default the .portvet.yml here or above)")
}

// settle returns the configuration for an analysis in dir: the file's, with
// the flags laid over it. The error names the line or the flag that is wrong.
func (s *sources) settle(dir string) (*config.Config, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	file := s.configFile
	switch file {
	case "off", "none":
		file = ""
	case "":
		if file, err = config.Find(dir); err != nil {
			return nil, err
		}
	}
	c := &config.Config{Options: analyzers.Options{Root: dir}}
	if file != "" {
		if c, err = config.Read(file); err != nil {
			return nil, err
		}
	}
	given := *s.options
	given.Exclude = nil
	rel, err := filepath.Rel(c.Root, dir)
	if err != nil {
		return nil, err
	}
	for _, e := range s.options.Exclude {
		// As written it is relative to dir.
		e.Path = path.Join(filepath.ToSlash(rel), e.Path)
		given.Exclude = append(given.Exclude, e)
	}
	if err := c.Lay(s.optionFlags, &given); err != nil {
		return nil, err
	}
	if isModule(c.Root) {
		c.Root = "" // the same, and the result does not depend on where the checkout is
	}
	return c, nil
}

// isModule reports whether all code that is analysed in dir is of the module
// whose root it is: it is one, and in no workspace.
func isModule(dir string) bool {
	if !exists(filepath.Join(dir, "go.mod")) {
		return false
	}
	if work := os.Getenv("GOWORK"); work != "" {
		return work == "off"
	}
	_, ok := above(dir, "go.work")
	return !ok
}

// analyse runs the analysis that the command line asks for. The error is one
// of the configuration, found before anything is analysed.
//
// It tells -baseline what was analysed, and says on stderr that a long run is
// still at work.
func (cl *commandLine) analyse(stderr io.Writer) (driver.Report, error) {
	cl.old.forget()
	stop := terminal.Progress(stderr)
	report, err := cl.analyseAll()
	stop()
	if cl.check != nil {
		cl.check.remark(stderr)
	}
	return report, err
}

// analyseAll analyses packages, and manifests where that is asked for.
func (cl *commandLine) analyseAll() (driver.Report, error) {
	lint := func() (driver.Report, error) { return cl.analyseIn(cl.config) }
	if cl.allModules {
		lint = cl.analyseModules
	}
	if cl.check == nil {
		return lint()
	}
	cl.check.plans, cl.check.roots = nil, nil
	report, err := lint()
	if err != nil {
		return driver.Report{}, err
	}
	manifests, err := cl.compare()
	if err != nil {
		return driver.Report{}, err
	}
	// The platform that runs the program waits as long as its manifest says.
	report.Findings = slices.DeleteFunc(report.Findings, func(f driver.Finding) bool {
		return cl.check.deployed.Judged(f, !cl.check.silentGrace)
	})
	return driver.Merge(report, manifests), nil
}

// compare compares the manifests with the programs of all modules that are
// analysed, under the configuration of the directory.
func (cl *commandLine) compare() (driver.Report, error) {
	c, err := cl.settle(cl.config.Dir)
	if err != nil {
		return driver.Report{}, err
	}
	strict := slices.DeleteFunc(c.StrictManifest(), func(name string) bool { return slices.Contains(cl.enabled, name) })
	off := slices.Concat(cl.disabled, c.DisableManifest, strict)
	cl.check.silentGrace = slices.Contains(off, "manifestgrace")
	report, files, err := cl.check.compare(cl.config.Dir, c, off)
	if err != nil {
		return driver.Report{}, err
	}
	c.Grade(&report)
	below := ""
	if cl.allModules {
		below = cmp.Or(cl.config.Dir, ".")
	}
	cl.old.compared(files, below, func(rule string) bool { return isManifestRule(rule) && !slices.Contains(off, rule) })
	return report, nil
}

// analyseIn analyses the packages of cfg under the configuration of its
// directory.
func (cl *commandLine) analyseIn(cfg driver.Config) (driver.Report, error) {
	c, err := cl.settle(cfg.Dir)
	if err != nil {
		return driver.Report{}, err
	}
	flags, err := c.ToolFlags()
	if err != nil {
		return driver.Report{}, err
	}
	cfg.ToolFlags = append(flags, lintFlags(cl.output.explains())...)
	var report driver.Report
	reports := func(string) bool { return false }
	if cl.check == nil || cl.check.lint {
		report, reports = driver.Run(cfg), c.Reports
	}
	cl.old.runs = append(cl.old.runs, run{cfg, c.Tests, reports})
	if cl.check != nil {
		report.Add(nil, cl.check.plan(cfg, c))
	}
	c.Grade(&report)
	return report, nil
}

// lintFlags returns the flags with which the command asks the vet tool for
// findings, with what is behind them if explain says so.
func lintFlags(explain bool) []string {
	flags := []string{"-brackets=false", "-" + dependenciesFlag + "=true"}
	if explain {
		flags = append(flags, "-"+driver.ExplainFlag+"=true")
	}
	return flags
}

// analyseModules analyses each module below the directory under its own
// configuration, as separate runs in them would.
func (cl *commandLine) analyseModules() (driver.Report, error) {
	modules, err := driver.FindModules(cl.config.Dir)
	if err != nil {
		return driver.Report{}, err
	}
	// What is wrong with any configuration is said before a long run.
	for _, m := range modules {
		if _, err := cl.settle(m.Dir); err != nil {
			return driver.Report{}, err
		}
	}
	var reports []driver.Report
	for _, m := range modules {
		r, err := cl.analyseIn(m.All(cl.config))
		if err != nil {
			return driver.Report{}, err
		}
		m.Locate(&r)
		reports = append(reports, r)
	}
	return driver.Merge(reports...), nil
}
