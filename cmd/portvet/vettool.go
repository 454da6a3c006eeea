package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
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
			os.Args[n] = withoutTests(os.Args[n])
		}
	}
	if n := len(os.Args) - 1; wants(os.Args[1:], dependenciesFlag) && strings.HasSuffix(os.Args[n], ".cfg") {
		os.Args[n] = asRoot(os.Args[n])
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

// asRoot returns a description of a package like that in the file cfg, but that
// asks for findings where cfg asks for facts only, since the package is a
// dependency of those to analyse.
//
// Go 1.26 keeps what the tool prints under a key that does not say which of
// the two was asked for ((*Builder).vet in cmd/go/internal/work). So once a
// package has been a dependency, asking for its findings gives none, until it
// changes. Printing them in both cases keeps the cache right. It is done for
// the modules that are worked on; the code of others is not asked about.
func asRoot(cfg string) string {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return cfg // unitchecker says why
	}
	var pkg struct{ ModulePath, ModuleVersion string }
	factsOnly := []byte("\n\t\"VetxOnly\": true,")
	if !bytes.Contains(data, factsOnly) || json.Unmarshal(data, &pkg) != nil || pkg.ModulePath == "" || pkg.ModuleVersion != "" {
		return cfg
	}
	root := strings.TrimSuffix(cfg, ".cfg") + "-root.cfg" // go removes the folder
	if err := os.WriteFile(root, bytes.Replace(data, factsOnly, []byte("\n\t\"VetxOnly\": false,"), 1), 0o666); err != nil {
		return cfg
	}
	return root
}

// withoutTests returns a description of a package like that in the file cfg,
// but without its test files. Go vet hands these over together with the
// package. The model leaves them out by itself, but a test that does not
// type-check would cost the plan of its package.
//
// A package that is nothing but tests is left as it is. It may not type-check
// any more, without what the tests of the package that it tests add to that
// one: a reader of plans leaves out errors in tests.
func withoutTests(cfg string) string {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return cfg // unitchecker says why
	}
	var pkg map[string]json.RawMessage
	var files []string
	if json.Unmarshal(data, &pkg) != nil || json.Unmarshal(pkg["GoFiles"], &files) != nil {
		return cfg
	}
	all := len(files)
	files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
	if len(files) == all || len(files) == 0 {
		return cfg
	}
	if pkg["GoFiles"], err = json.Marshal(files); err != nil {
		return cfg
	}
	if data, err = json.MarshalIndent(pkg, "", "\t"); err != nil { // in lines, as asRoot expects it
		return cfg
	}
	program := strings.TrimSuffix(cfg, ".cfg") + "-program.cfg" // go removes the folder
	if err := os.WriteFile(program, data, 0o666); err != nil {
		return cfg
	}
	return program
}

const (
	// planFlag is how the command asks the vet tool for a plan. Go vet keeps
	// results by the flags, so linting has nothing to do with it.
	planFlag = "plan"
	// dependenciesFlag is how it asks for what asRoot does.
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
