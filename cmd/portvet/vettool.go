package main

import (
	"flag"
	"log"

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
	flag.StringVar(&opts.Root, "root", "", "`directory` that the paths of -exclude are relative to (default the root of the module)")
	as, err := analyzers.New(opts)
	if err != nil {
		log.Fatalf("portvet: %v", err)
	}
	unitchecker.Main(as...)
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
