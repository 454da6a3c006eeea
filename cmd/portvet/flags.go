package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// commandLine is what the user asked for.
type commandLine struct {
	config driver.Config
	sources
	allModules bool
	output     output
	old        old
	fixes      fixes
	help       bool
	version    bool

	check *checkOptions // nil where manifests are not compared
	named

	flags *flag.FlagSet
	rules []analyzers.Info
}

// named are the findings about manifests that flags name.
type named struct {
	disabled []string // those that are not wanted
	enabled  []string // those that are wanted though they are strict
}

// buildFlags returns those flags of go build that decide which code is
// analysed.
func buildFlags() *flag.FlagSet {
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.String("tags", "", "build tags, a comma-separated `list`")
	fs.String("mod", "", "module download `mode`: readonly, vendor or mod")
	fs.String("modfile", "", "read another go.mod `file`")
	fs.String("overlay", "", "read a JSON `file` that replaces source files")
	fs.Bool("race", false, "analyse the code that is built for the race detector")
	fs.Int("p", 0, "analyse `n` packages at a time")
	return fs
}

// parse reads the command line. The error is one line and says what to do.
// extra defines flags besides those of an analysis.
func parse(args []string, extra ...func(*flag.FlagSet)) (*commandLine, error) {
	return parseFor(nil, args, extra...)
}

// parseFor is parse for a command that compares manifests too, or for none.
func parseFor(check *checkOptions, args []string, extra ...func(*flag.FlagSet)) (*commandLine, error) {
	cl := &commandLine{rules: analyzers.Rules(), check: check}
	cl.output.manifests = check != nil
	// The options of rules that are off have flags as well.
	opts := &analyzers.Options{Enabled: func(string) bool { return false }}
	as, err := analyzers.New(opts)
	if err != nil {
		return nil, err
	}

	fs := flag.NewFlagSet("portvet", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	cl.flags, cl.options = fs, opts
	for _, define := range extra {
		define(fs)
	}
	fs.StringVar(&cl.config.Dir, "C", "", "change to `dir` before analysing")
	cl.defineFile(fs)
	fs.BoolVar(&cl.allModules, "all-modules", false, "analyse ./... of each module at and below the directory")
	cl.output.addFlags(fs)
	cl.old.addFlags(fs)
	cl.fixes.addFlags(fs)
	fs.BoolVar(&cl.version, "version", false, "print the version and exit")
	fs.Func("disable", "switch off the rules of a comma-separated `list`", func(s string) error {
		for name := range strings.SplitSeq(s, ",") {
			if check != nil && isManifestRule(name) {
				cl.disabled = append(cl.disabled, name)
			} else {
				opts.Disable = append(opts.Disable, name)
			}
		}
		return nil
	})
	if check != nil {
		check.define(fs)
	}
	forward := func(f *flag.Flag, name string, to *[]string) {
		fs.Var(&forwarded{Value: f.Value, name: name, to: to}, name, f.Usage)
	}
	buildFlags().VisitAll(func(f *flag.Flag) { forward(f, f.Name, &cl.config.BuildFlags) })
	common := flag.NewFlagSet("", flag.ContinueOnError)
	opts.AddFlags(common)
	common.VisitAll(func(f *flag.Flag) {
		if f.Name == "enable" && check != nil {
			fs.Var(&enabling{forwarded{Value: f.Value, name: f.Name, to: &cl.optionFlags}, &cl.enabled}, f.Name, f.Usage)
			return
		}
		forward(f, f.Name, &cl.optionFlags)
	})
	for _, a := range as {
		a.Flags.VisitAll(func(f *flag.Flag) { forward(f, a.Name+"."+f.Name, &cl.optionFlags) })
	}

	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		cl.help = true
		return cl, nil
	case err != nil:
		return nil, cl.explain(err)
	}
	cl.config.Patterns = fs.Args()
	if err := flagsFirst(cl.config.Patterns); err != nil {
		return nil, err
	}
	if cl.allModules && len(cl.config.Patterns) > 0 {
		return nil, fmt.Errorf("unexpected package %s; -all-modules analyses ./... of each module", cl.config.Patterns[0])
	}
	if err := opts.Validate(); err != nil {
		return nil, err
	}
	given := make(map[string]bool)
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	for _, check := range []func(map[string]bool) error{cl.output.check, cl.old.check, cl.fixes.check} {
		if err := check(given); err != nil {
			return nil, err
		}
	}
	return cl, nil
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

// explain turns an error of package flag into one that says what to do.
func (cl *commandLine) explain(err error) error {
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !unknown {
		return fmt.Errorf("%w; run portvet help flags for the flags and their values", err)
	}
	name, _, _ = strings.Cut(name, "=")
	switch {
	case slices.ContainsFunc(cl.rules, func(r analyzers.Info) bool { return r.Name == name }):
		return fmt.Errorf("unknown flag -%s; -enable and -disable switch rules on and off", name)
	}
	return fmt.Errorf("unknown flag -%s; run portvet help flags for the list", name)
}

// forwarded is a flag that is passed on as it was written, after its own
// Value has accepted it.
type forwarded struct {
	flag.Value
	name string
	to   *[]string
}

func (f *forwarded) Set(s string) error {
	if err := f.Value.Set(s); err != nil {
		return err
	}
	*f.to = append(*f.to, "-"+f.name+"="+s)
	return nil
}

// IsBoolFlag reports whether the flag may be given without a value.
func (f *forwarded) IsBoolFlag() bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// String returns the default for the usage text, "" where it goes without
// saying. It has to work on the zero value, which package flag makes.
func (f *forwarded) String() string {
	if f.Value == nil {
		return ""
	}
	if s := f.Value.String(); s != "false" && s != "0" {
		return s
	}
	return ""
}
