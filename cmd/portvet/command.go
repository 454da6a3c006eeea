package main

import (
	"fmt"
	"io"

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
		fmt.Fprintf(stderr, "portvet: %v\n", err)
		return exitError
	case cl.help:
		if err := usage(stdout); err != nil {
			return exitError
		}
		return exitClean
	case cl.version:
		fmt.Fprintln(stdout, version())
		return exitClean
	}

	var report driver.Report
	if check == nil || check.lint {
		report = driver.Run(cl.config)
	}
	if check != nil {
		if err := check.add(&report, cl.config, cl.samples, cl.disabled, stderr); err != nil {
			fmt.Fprintf(stderr, "portvet: %v\n", err)
			return exitError
		}
	}

	out := render.Text
	if cl.json {
		out = render.JSON
	}
	if err := out(stdout, report); err != nil {
		fmt.Fprintf(stderr, "portvet: write the report: %v\n", err)
		return exitError
	}
	if !cl.json {
		render.Summary(stderr, report)
	}
	switch {
	case len(report.Errors) > 0:
		return exitError
	case len(report.Findings) > 0:
		return exitFindings
	}
	return exitClean
}
