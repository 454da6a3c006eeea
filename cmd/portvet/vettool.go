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
	opts := &analyzers.Options{Brackets: true, Disabled: deselected}
	opts.AddFlags(flag.CommandLine)
	flag.BoolVar(&opts.Brackets, "brackets", opts.Brackets, "end each message with the name of its rule in brackets")
	as, err := analyzers.New(opts)
	if err != nil {
		log.Fatalf("portvet: %v", err)
	}
	unitchecker.Main(as...)
}

// deselected reports whether go vet's flags leave out the findings of a rule:
// -RULE=false leaves it out, and -RULE leaves out all others.
func deselected(rule string) bool {
	value := func(name string) string {
		if f := flag.Lookup(name); f != nil {
			return f.Value.String()
		}
		return ""
	}
	for _, r := range analyzers.Rules() {
		if value(r.Name) == "true" {
			return value(rule) != "true"
		}
	}
	return value(rule) == "false"
}
