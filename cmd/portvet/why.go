package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/render"
)

// whyCommand explains findings and silence.
func whyCommand() subcommand {
	return subcommand{
		name:    "why",
		args:    "FILE:LINE",
		files:   true,
		summary: "say what led to a finding, or to none, step by step",
		about: `Prints what is known of the findings and listeners at a line: each origin of host
and port, and the way from there to the API; where the server is made, started
and stopped; and what each rule makes of it: its finding, or why it is silent.
A line on one of these ways will do, too.`,
		flags: func(fs *flag.FlagSet) { new(whyOptions).define(fs) },
		exec:  printWhy,
	}
}

// whyOptions are the flags of portvet why.
type whyOptions struct {
	config driver.Config
	sources
}

func (o *whyOptions) define(fs *flag.FlagSet) {
	fs.StringVar(&o.config.Dir, "C", "", "change to `dir` before looking for the file")
	o.defineFile(fs)
	buildFlags().VisitAll(func(f *flag.Flag) {
		fs.Var(&forwarded{Value: f.Value, name: f.Name, to: &o.config.BuildFlags}, f.Name, f.Usage)
	})
	o.options = new(analyzers.Options)
	common := flag.NewFlagSet("", flag.ContinueOnError)
	o.options.AddFlags(common)
	common.VisitAll(func(f *flag.Flag) {
		fs.Var(&forwarded{Value: f.Value, name: f.Name, to: &o.optionFlags}, f.Name, f.Usage)
	})
}

// printWhy is portvet why: it explains the place that args name and returns
// the exit code.
func printWhy(args []string, stdout, stderr io.Writer) int {
	var o whyOptions
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	o.define(fs)
	fail := func(err error) int {
		fmt.Fprintf(stderr, "portvet why: %v\n", err)
		return exitError
	}
	if err := fs.Parse(args); err != nil {
		return fail(fmt.Errorf("%w; run portvet help why for its flags", err))
	}
	switch fs.NArg() {
	case 0:
		return fail(errors.New("name a place, as FILE:LINE"))
	case 1:
	default:
		return fail(fmt.Errorf("unexpected argument %q; name one place, as FILE:LINE, behind the flags", fs.Arg(1)))
	}
	file, line, err := driver.ParsePlace(fs.Arg(0))
	if err != nil {
		return fail(err)
	}
	if o.config.Dir != "" && !filepath.IsAbs(file) {
		file = filepath.Join(o.config.Dir, file)
	}
	report, err := o.explain(file)
	if err != nil {
		return fail(err)
	}
	for _, e := range report.Errors {
		fmt.Fprintf(stderr, "portvet: %s\n", e)
	}
	if err := render.Why(stdout, report, file, line); err != nil {
		return fail(err)
	}
	if len(report.Errors) > 0 {
		return exitError
	}
	return exitClean
}

// explain analyses the package of a file.
func (o *whyOptions) explain(file string) (driver.Report, error) {
	cfg := o.config
	cfg.Dir, cfg.Patterns = filepath.Dir(file), []string{"."}
	c, err := o.settle(cfg.Dir)
	if err != nil {
		return driver.Report{}, err
	}
	flags, err := c.ToolFlags()
	if err != nil {
		return driver.Report{}, err
	}
	cfg.ToolFlags = append(flags, lintFlags(true)...)
	return driver.Run(cfg), nil
}
