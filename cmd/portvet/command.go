package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/render"
)

// The exit codes of the command.
const (
	exitClean    = 0 // every package was analysed, nothing was found
	exitFindings = 1 // every package was analysed, something was found
	exitError    = 2 // wrong usage, or a package could not be analysed
)

// command runs portvet on the command line args, writes the report to stdout
// and what else there is to say to stderr, and returns the exit code.
func command(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		if c, ok := findSubcommand(args[0]); ok {
			return c.execute(args[1:], stdout, stderr)
		}
	}
	return analyse(args, nil, stdout, stderr)
}

// analyse lints, and compares manifests as well where check is not nil.
func analyse(args []string, check *checkOptions, stdout, stderr io.Writer) int {
	cl, err := parseFor(check, args)
	switch {
	case err != nil:
		return fail(stderr, err)
	case cl.help:
		if err := usage(stdout); err != nil {
			return fail(stderr, err)
		}
		return exitClean
	case cl.version:
		fmt.Fprintln(stdout, version())
		return exitClean
	}

	if err := driver.CheckDir(cl.config.Dir); err != nil {
		return fail(stderr, err)
	}
	if err := cl.old.prepare(cl.config.Dir); err != nil {
		return fail(stderr, err)
	}
	start := time.Now()
	report, err := cl.analyse(stderr)
	if err != nil {
		return fail(stderr, err)
	}
	if cl.old.write {
		if err := cl.old.save(report, stderr); err != nil {
			return fail(stderr, err)
		}
		return exitClean
	}
	if err := cl.old.hide(&report, stderr); err != nil {
		return fail(stderr, err)
	}
	if cl.fixes.apply || cl.fixes.diff {
		return cl.fix(report, start, stdout, stderr)
	}
	if err := cl.output.write(stdout, stderr, report, cl.config.Dir); err != nil {
		return fail(stderr, err)
	}
	return exitCode(report)
}

// fix applies the fixes of the report, of which the analysis began at start,
// or prints what they would change.
func (cl *commandLine) fix(report driver.Report, start time.Time, stdout, stderr io.Writer) int {
	plan := cl.fixes.plan(report, cl.old.runs, start, stderr)
	if cl.fixes.diff {
		if err := plan.Diff(stdout); err != nil {
			return fail(stderr, fmt.Errorf("write the patch: %w", err))
		}
		if err := cl.output.files.write(report, cl.output.context(cl.config.Dir)); err != nil {
			return fail(stderr, err)
		}
		render.Errors(stderr, report)
		if n := len(report.Findings); n > 0 {
			fmt.Fprintf(stderr, "portvet: %s; the patch fixes %d\n", render.Count(n, "finding"), plan.Applied)
		}
		return exitCode(report)
	}
	if err := plan.Write(); err != nil {
		return fail(stderr, err)
	}
	applied(plan, stderr)
	if len(plan.Files) > 0 {
		// What is left is elsewhere now, and some of it may be gone with the
		// rest.
		if err := cl.old.prepare(cl.config.Dir); err != nil {
			return fail(stderr, err)
		}
		var err error
		if report, err = cl.analyse(stderr); err != nil {
			return fail(stderr, err)
		}
		if err := cl.old.hide(&report, io.Discard); err != nil {
			return fail(stderr, err)
		}
	}
	if err := cl.output.write(stdout, stderr, report, cl.config.Dir); err != nil {
		return fail(stderr, err)
	}
	return exitCode(report)
}

// exitCode returns the exit code for a report.
func exitCode(r driver.Report) int {
	switch {
	case len(r.Errors) > 0:
		return exitError
	case len(r.Findings) > 0:
		return exitFindings
	}
	return exitClean
}

// fail says why portvet stops, one line for each reason.
func fail(stderr io.Writer, err error) int {
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(stderr, "portvet: %s\n", strings.TrimSpace(line))
	}
	return exitError
}
