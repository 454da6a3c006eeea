package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// whyCommand explains findings and silence.
func whyCommand() subcommand {
	return subcommand{
		name:    "why",
		args:    "FILE:LINE",
		summary: "say what led to a finding, or to none, step by step",
		about: `Prints what is known of the findings and listeners at a line: each origin of host
and port, and the way from there to the API; where the server is made, started
and stopped; and what each rule makes of it: its finding, or why it is silent.
A line on such a way will do, too.`,
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
	at, err := parsePlace(fs.Args())
	if err != nil {
		return fail(err)
	}
	report, err := o.explain(at)
	if err != nil {
		return fail(err)
	}
	for _, e := range report.Errors {
		fmt.Fprintf(stderr, "portvet: %s\n", e)
	}
	text := explained(report, at)
	if text == "" {
		return fail(nothingAt(report, at))
	}
	if _, err := io.WriteString(stdout, text); err != nil {
		return fail(err)
	}
	if len(report.Errors) > 0 {
		return exitError
	}
	return exitClean
}

// place is a line of a file.
type place struct {
	file string
	line int
}

// parsePlace returns the place that the arguments of portvet why name. A
// column behind it, as reports have it, does no harm.
func parsePlace(args []string) (place, error) {
	if len(args) == 0 {
		return place{}, errors.New("name a place, as FILE:LINE")
	}
	if len(args) > 1 {
		return place{}, fmt.Errorf("unexpected argument %q; name one place, as FILE:LINE, behind the flags", args[1])
	}
	file, last, ok := cutNumber(strings.TrimSuffix(args[0], ":"))
	if rest, line, both := cutNumber(file); ok && both {
		file, last = rest, line
	}
	if !ok || file == "" || last < 1 {
		return place{}, fmt.Errorf("%q is no place; write FILE:LINE, such as main.go:12", args[0])
	}
	if info, err := os.Stat(file); err != nil || info.IsDir() || filepath.Ext(file) != ".go" {
		return place{}, fmt.Errorf("%s: no such Go file; name it as seen from the current directory", file)
	}
	return place{filepath.Clean(file), last}, nil
}

// cutNumber cuts the number behind the last colon off.
func cutNumber(s string) (before string, n int, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0, false
	}
	n, err := strconv.Atoi(s[i+1:])
	return s[:i], n, err == nil
}

// explain analyses the package of a place.
func (o *whyOptions) explain(at place) (driver.Report, error) {
	cfg := o.config
	cfg.Dir, cfg.Patterns = filepath.Dir(at.file), []string{"."}
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

// explained returns what there is to say of the line at a place, or of the
// ways that lead over it. It is empty when there is nothing.
func explained(r driver.Report, at place) string {
	on := func(file string, line, end int) bool {
		return sameFile(file, at.file) && line <= at.line && at.line <= max(line, end)
	}
	over := func(steps []driver.Step) bool {
		return slices.ContainsFunc(steps, func(s driver.Step) bool { return on(s.File, s.Line, s.Line) })
	}
	anyOver := func(sources []driver.Source) bool {
		return slices.ContainsFunc(sources, func(s driver.Source) bool { return over(s.Steps) })
	}
	listenerHere := func(l driver.Listener) bool {
		return on(l.File, l.Line, l.EndLine) || anyOver(l.Host) || anyOver(l.Port) || over(l.Story)
	}
	findingHere := func(f driver.Finding) bool { return on(f.File, f.Line, f.EndLine) || over(f.Steps) }

	var b strings.Builder
	told := make(map[analyzers.Verdict]bool) // what listeners have told
	for _, l := range r.Listeners {
		if listenerHere(l) || slices.ContainsFunc(r.Findings, func(f driver.Finding) bool {
			return findingHere(f) && slices.Contains(l.Says, analyzers.Verdict{Rule: f.Rule, Text: f.Message})
		}) {
			writeListener(&b, l)
			for _, v := range l.Says {
				told[v] = true
			}
		}
	}
	for _, f := range r.Findings {
		if findingHere(f) && !told[analyzers.Verdict{Rule: f.Rule, Text: f.Message}] {
			fmt.Fprintf(&b, "%s: %s (%s)\n", driver.Position(f.File, f.Line, f.Column), f.Message, f.Rule)
			writeSteps(&b, "  ", f.Steps)
		}
	}
	return b.String()
}

// sameFile reports whether two names are those of one file.
func sameFile(a, b string) bool {
	if a == "" || filepath.Base(a) != filepath.Base(b) {
		return false
	}
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}

func writeListener(b *strings.Builder, l driver.Listener) {
	fmt.Fprintf(b, "%s: %s\n", driver.Position(l.File, l.Line, 0), l.API)
	shared := func(s driver.Source) func(driver.Source) bool {
		return func(o driver.Source) bool { return o.Text == s.Text && slices.Equal(o.Steps, s.Steps) }
	}
	write := func(what string, s driver.Source) {
		fmt.Fprintf(b, "  %s from %s\n", what, s.Text)
		writeSteps(b, "    ", s.Steps)
	}
	for _, s := range l.Host {
		if slices.ContainsFunc(l.Port, shared(s)) {
			write("host and port", s)
		} else {
			write("host", s)
		}
	}
	for _, s := range l.Port {
		if !slices.ContainsFunc(l.Host, shared(s)) {
			write("port", s)
		}
	}
	if len(l.Story) > 0 {
		fmt.Fprint(b, "  server\n")
		writeSteps(b, "    ", l.Story)
	}
	for _, v := range l.Says {
		silent := ""
		if v.Silent {
			silent = "silent, since "
		}
		fmt.Fprintf(b, "  %s: %s%s\n", v.Rule, silent, v.Text)
	}
}

func writeSteps(b *strings.Builder, indent string, steps []driver.Step) {
	for _, s := range steps {
		if s.File == "" {
			fmt.Fprintf(b, "%s%s\n", indent, s.Text)
			continue
		}
		fmt.Fprintf(b, "%s%s: %s\n", indent, driver.Position(s.File, s.Line, s.Column), s.Text)
	}
}

// nothingAt says that there is nothing to explain at a place, and where in the
// file there is.
func nothingAt(r driver.Report, at place) error {
	var lines []int
	for _, l := range r.Listeners {
		if sameFile(l.File, at.file) {
			lines = append(lines, l.Line)
		}
	}
	for _, f := range r.Findings {
		if sameFile(f.File, at.file) {
			lines = append(lines, f.Line)
		}
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	if len(lines) == 0 {
		return fmt.Errorf("no listener and no finding at %s:%d, nor in the rest of the file; portvet ports lists the listeners", at.file, at.line)
	}
	// The nearest first.
	slices.SortStableFunc(lines, func(a, b int) int { return cmp.Compare(max(a-at.line, at.line-a), max(b-at.line, at.line-b)) })
	var near []string
	for _, n := range lines {
		near = append(near, strconv.Itoa(n))
	}
	return fmt.Errorf("no listener and no finding at %s:%d; there are some in this file at line %s", at.file, at.line, strings.Join(near, ", "))
}
