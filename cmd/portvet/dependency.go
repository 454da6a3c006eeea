package main

import (
	"flag"
	"io"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers"
	"github.com/portvet/portvet/cmd/internal/driver"
	"github.com/portvet/portvet/cmd/internal/vetx"
)

// silent does what go vet asks for with args if that is about a dependency of
// which there is nothing to know, as there is not of std, and reports whether
// it did. Go vet keeps what a tool prints, which is nothing here either way.
//
// Most packages that go vet starts the tool for are such dependencies: 336 of the
// 367 of a small service on kratos and grpc, which take 0.73 times the CPU time of
// an empty analyzer with a fact type, and 1.09 times if all is left to unitchecker.
func silent(args []string) bool {
	flags, cfg := args[:len(args)-1], args[len(args)-1]
	if !strings.HasSuffix(cfg, ".cfg") {
		return false
	}
	p := vetx.Dependency(cfg)
	if p == nil || !vetx.Known() {
		return false
	}
	opts, ok := understood(flags)
	return ok && opts.Silent(p.ImportPath, p.Module, p.Imports()) && p.Write()
}

// understood returns the options that flags set, and whether all flags are
// known and right. What is wrong with others, unitchecker says.
func understood(flags []string) (*analyzers.Options, bool) {
	opts := vetOptions()
	if !slices.ContainsFunc(flags, func(f string) bool { return !plain(f) }) {
		return opts, true
	}
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	as, err := analyzersFor(opts, fs)
	if err != nil {
		return nil, false
	}
	if wants(flags, planFlag) {
		as = nil // only the options for all of them have flags
	}
	for _, name := range []string{"json", "fix", "diff"} {
		fs.Bool(name, false, "")
	}
	fs.Int("c", -1, "")
	for _, a := range as {
		fs.Bool(a.Name, false, "")
		a.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, a.Name+"."+f.Name, "") })
	}
	return opts, fs.Parse(flags) == nil && fs.NArg() == 0
}

// plain reports whether a flag is right whatever there is beside it, and says
// nothing about dependencies.
func plain(arg string) bool {
	return slices.Contains([]string{"-json", "-fix", "-brackets=false", "-" + planFlag, "-" + dependenciesFlag, "-" + driver.ExplainFlag}, arg) || strings.HasPrefix(arg, "-root=")
}
