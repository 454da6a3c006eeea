package main

import (
	"fmt"
	"io"

	"github.com/portvet/portvet/analyzers"
)

// helpCommand prints the help of anything that has a name.
func helpCommand() subcommand {
	return subcommand{
		name:    "help",
		args:    "[COMMAND|RULE|flags]",
		summary: "print this, or the help for a command, a rule or all flags",
		about:   "Prints the help for a command, the documentation of a rule, or all flags of the\nanalysis.",
		run:     help,
	}
}

func help(args []string, stdout io.Writer) error {
	switch {
	case len(args) == 0:
		return usage(stdout)
	case len(args) > 1:
		return fmt.Errorf("unexpected argument %q; name one command or rule", args[1])
	case args[0] == "flags":
		return flagsHelp(stdout)
	}
	if c, ok := findSubcommand(args[0]); ok {
		c.usage(stdout)
		return nil
	}
	if r, ok := findRule(args[0]); ok {
		return explain(stdout, r)
	}
	return fmt.Errorf("%q is no command and no rule; run portvet help for the commands and portvet rules for the rules", args[0])
}

// usage prints the help that fits a screen.
func usage(w io.Writer) error {
	_, err := fmt.Fprint(w, `Portvet finds Go services that a platform cannot place, reach or stop.

Usage: portvet [flags] [packages]     packages are named as for go build
       portvet COMMAND [arguments]    portvet help flags lists all flags

  -C dir         change to dir before analysing
  -all-modules   analyse every module at and below the directory
  -config file   read another file than .portvet.yml; off reads none
  -disable list  switch off rules; -enable and -strict switch on what is off
  -format name   text, json, sarif, github, gitlab, ...; -out writes files
  -baseline file report only what is not in it
  -fix           apply the fixes; -diff prints them

`)
	if err != nil {
		return err
	}
	for _, c := range subcommands() {
		if _, err := fmt.Fprintf(w, "  %-11s %s\n", c.name, c.summary); err != nil {
			return err
		}
	}
	_, err = fmt.Fprint(w, "\nExit code: 0 nothing found, 1 findings, 2 wrong usage or incomplete analysis.\n")
	return err
}

// flagsHelp prints all flags of the analysis.
func flagsHelp(w io.Writer) error {
	cl, err := parse(nil)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(w, `Usage: portvet [flags] [packages]

Packages are named as for go build; the default is the one in the current
directory. Exit code 0: nothing found. 1: findings. 2: wrong usage, or a
package could not be analysed; all others still were.

Flags:
`)
	if err != nil {
		return err
	}
	cl.flags.SetOutput(w)
	cl.flags.PrintDefaults()
	if _, err := fmt.Fprint(w, "\nRules:\n"); err != nil {
		return err
	}
	for _, r := range analyzers.Rules() {
		off := ""
		if !r.Default {
			off = " (off; see -enable)"
		}
		if _, err := fmt.Fprintf(w, "  %-14s %s%s\n", r.Name, r.Summary, off); err != nil {
			return err
		}
	}
	return nil
}
