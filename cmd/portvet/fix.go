package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"time"

	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/fix"
	"github.com/portvet/portvet/cmd/internal/render"
)

// fixes is what the user asked for about the fixes of findings.
type fixes struct {
	apply bool
	diff  bool
}

// addFlags defines the flags of x on fs.
func (x *fixes) addFlags(fs *flag.FlagSet) {
	fs.BoolVar(&x.apply, "fix", false, "apply the fixes of findings, and report what is left")
	fs.BoolVar(&x.diff, "diff", false, "print what -fix would change as a patch, and change nothing")
}

// check reports what is wrong with the flags. given names those that were
// there. With -diff, -fix asks for nothing more, as for go vet.
func (x *fixes) check(given map[string]bool) error {
	name := "-fix"
	if x.diff {
		name, x.apply = "-diff", false
	} else if !x.apply {
		return nil
	}
	switch {
	case given["write-baseline"]:
		return fmt.Errorf("%s and -write-baseline exclude each other: fix first, then write what is left", name)
	case given["overlay"]:
		return fmt.Errorf("%s and -overlay exclude each other: the code that is analysed is not that of the files", name)
	case x.diff && (given["format"] || given["json"]):
		return errors.New("-diff prints a patch; leave out -format and -json, or write the report to a file with -out")
	}
	return nil
}

// plan returns what the fixes of a report change, of which the analysis began
// at start, and says on stderr which fixes are left out.
func (x *fixes) plan(r driver.Report, cfg driver.Config, start time.Time, stderr io.Writer) fix.Plan {
	p := fix.Make(r.Findings, fix.Options{Modules: driver.Modules(cfg), Start: start})
	for _, l := range p.Left {
		f := l.Finding
		fmt.Fprintf(stderr, "portvet: %s: the fix of %s is not applied: %s\n", driver.Position(f.File, f.Line, f.Column), f.Rule, l.Why)
	}
	return p
}

// applied says on stderr what a plan has changed.
func applied(p fix.Plan, stderr io.Writer) {
	switch files := render.Count(len(p.Files), "file"); {
	case p.Applied == 1:
		fmt.Fprintf(stderr, "portvet: applied 1 fix in %s\n", files)
	case p.Applied > 1:
		fmt.Fprintf(stderr, "portvet: applied %d fixes in %s\n", p.Applied, files)
	}
}
