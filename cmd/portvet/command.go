package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/portvet/portvet/cmd/internal/driver"
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
	cl, err := parse(args)
	switch {
	case err != nil:
		return fail(stderr, err)
	case cl.help:
		cl.usage(stdout)
		return exitClean
	case cl.version:
		fmt.Fprintln(stdout, version())
		return exitClean
	}

	if err := cl.old.prepare(cl.config.Dir); err != nil {
		return fail(stderr, err)
	}
	stop := progress(stderr)
	report := driver.Run(cl.config)
	stop()

	if cl.old.write {
		if err := cl.old.save(report, cl.config, stderr); err != nil {
			return fail(stderr, err)
		}
		return exitClean
	}
	if err := cl.old.hide(&report, cl.config, stderr); err != nil {
		return fail(stderr, err)
	}
	if err := cl.output.write(stdout, stderr, report, cl.config.Dir); err != nil {
		return fail(stderr, err)
	}
	switch {
	case len(report.Errors) > 0:
		return exitError
	case len(report.Findings) > 0:
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
