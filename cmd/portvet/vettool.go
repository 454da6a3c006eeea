package main

import (
	"flag"
	"log"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/portvet/portvet/analyzers"
)

// vettool answers go vet and does not return.
//
// The text that go vet prints does not name the rule, so messages end with it
// in brackets. Go vet asks for JSON in either case: the flag -brackets=false
// is how a reader of the JSON says that the message is to stay bare.
func vettool() {
	opts := &analyzers.Options{Brackets: true, Disabled: deselected, Enabled: selected}
	opts.AddFlags(flag.CommandLine)
	flag.BoolVar(&opts.Brackets, "brackets", opts.Brackets, "end each message with the name of its rule in brackets")
	flag.Bool(planFlag, false, "write down what packages do with ports, for portvet ports, and lint nothing")
	if wantsPlan(os.Args[1:]) {
		unitchecker.Main(analyzers.Plan(opts))
	}
	as, err := analyzers.New(opts)
	if err != nil {
		log.Fatalf("portvet: %v", err)
	}
	unitchecker.Main(as...)
}

// planFlag is how the command asks the vet tool for a plan. Go vet keeps
// results by the flags, so linting has nothing to do with it.
const planFlag = "plan"

// wantsPlan looks for the flag before flags are parsed, since which analyzers
// there are decides which flags there are.
func wantsPlan(args []string) bool {
	return slices.Contains(args, "-"+planFlag) || slices.Contains(args, "-"+planFlag+"=true")
}

// selected reports whether go vet's flags ask for a rule by name, as -nohealth
// does. By go vet's convention it is then the only one that runs; -enable adds
// a rule to those that are on.
func selected(rule string) bool {
	set, ok := ruleFlag(rule).(flag.Getter)
	return ok && set.Get() == true // a flag that is not given reads "true", but is not
}

// deselected reports whether go vet's flags leave out the findings of a rule:
// -RULE=false leaves it out, and -RULE leaves out all others.
func deselected(rule string) bool {
	for _, r := range analyzers.Rules() {
		if selected(r.Name) {
			return !selected(rule)
		}
	}
	f := ruleFlag(rule)
	return f != nil && f.String() == "false"
}

// ruleFlag returns the value of the flag that is called like a rule, or nil
// before it is defined.
func ruleFlag(rule string) flag.Value {
	if f := flag.Lookup(rule); f != nil {
		return f.Value
	}
	return nil
}
