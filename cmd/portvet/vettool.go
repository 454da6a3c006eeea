package main

import (
	"flag"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/vetx"
)

// vettool answers go vet and does not return.
//
// The text that go vet prints does not name the rule, so messages end with it
// in brackets. Go vet asks for JSON in either case: the flag -brackets=false
// is how a reader of the JSON says that the message is to stay bare.
func vettool() {
	if silent(os.Args[1:]) {
		os.Exit(0)
	}
	opts := vetOptions()
	opts.Explain = wants(os.Args[1:], driver.ExplainFlag)
	as, err := analyzersFor(opts, flag.CommandLine)
	if err != nil {
		log.Fatalf("portvet: %v", err)
	}
	if wants(os.Args[1:], planFlag) {
		as = []*analysis.Analyzer{analyzers.Plan(opts)}
		if n := len(os.Args) - 1; strings.HasSuffix(os.Args[n], ".cfg") {
			os.Args[n] = vetx.WithoutTests(os.Args[n])
		}
	}
	if n := len(os.Args) - 1; wants(os.Args[1:], dependenciesFlag) && strings.HasSuffix(os.Args[n], ".cfg") {
		os.Args[n] = vetx.AsRoot(os.Args[n])
	}
	unitchecker.Main(as...)
}

// vetOptions returns the options of the vet tool before flags change them.
func vetOptions() *analyzers.Options {
	return &analyzers.Options{Brackets: true, Disabled: deselected, Enabled: selected}
}

// analyzersFor makes the analyzers of the vet tool and defines on fs the flags
// that hold for all of them, which change opts.
func analyzersFor(opts *analyzers.Options, fs *flag.FlagSet) ([]*analysis.Analyzer, error) {
	opts.AddFlags(fs)
	fs.BoolVar(&opts.Brackets, "brackets", opts.Brackets, "end each message with the name of its rule in brackets")
	fs.StringVar(&opts.Root, "root", "", "`directory` that the paths of -exclude are relative to (default the root of the module)")
	fs.Bool(dependenciesFlag, false, "report findings in dependencies of the same module, too, for a driver that leaves out those it did not ask for")
	fs.Bool(planFlag, false, "write down what packages do with ports, for portvet ports, and lint nothing")
	fs.Bool(driver.ExplainFlag, false, "write down what is behind findings, for portvet why and the reports that show it")
	return analyzers.New(opts)
}

const (
	// planFlag is how the command asks the vet tool for a plan. Go vet keeps
	// results by the flags, so linting has nothing to do with it.
	planFlag = "plan"
	// dependenciesFlag is how it asks for what vetx.AsRoot does.
	dependenciesFlag = "dependencies"
)

// wants looks for a flag before flags are parsed: one decides which analyzers
// there are, and so which flags, the other what is parsed.
func wants(args []string, name string) bool {
	return slices.Contains(args, "-"+name) || slices.Contains(args, "-"+name+"=true")
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
	for _, name := range analyzers.Names() {
		if selected(name) {
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
