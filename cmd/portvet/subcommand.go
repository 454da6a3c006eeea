package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
)

// subcommand is what the first word of the command line can ask for in place
// of an analysis. A package of the same name is reached with ./ before it.
type subcommand struct {
	name    string
	args    string // what comes behind the name, for the usage line
	summary string // one line of the help, at most 60 characters
	about   string // what its own help says below the usage line
	files   bool   // it takes files
	// flags defines the flags, or is nil if there are none.
	flags func(*flag.FlagSet)
	// run gets what is left when the flags are parsed. Its error is one line
	// that says what to do.
	run func(args []string, stdout io.Writer) error
	// raw takes the place of run where all words are wanted, flags among
	// them. It returns flag.ErrHelp if they ask for help.
	raw func(args []string, stdout io.Writer) error
	// exec takes the place of run and of the parsing of flags in those that
	// analyse: it returns the exit code.
	exec func(args []string, stdout, stderr io.Writer) int
}

// subcommands returns the subcommands in the order of the help.
func subcommands() []subcommand {
	return []subcommand{
		portsCommand(),
		checkCommand(),
		configCommand(),
		rulesCommand(),
		explainCommand(),
		whyCommand(),
		completionCommand(),
		versionCommand(),
		helpCommand(),
	}
}

// findSubcommand returns the subcommand of a name, and whether there is one.
func findSubcommand(name string) (subcommand, bool) {
	all := subcommands()
	i := slices.IndexFunc(all, func(c subcommand) bool { return c.name == name })
	if i < 0 {
		return subcommand{}, false
	}
	return all[i], true
}

// flagSet returns the flags of the subcommand.
func (c subcommand) flagSet() *flag.FlagSet {
	fs := flag.NewFlagSet("portvet "+c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	if c.flags != nil {
		c.flags(fs)
	}
	return fs
}

// execute runs the subcommand on the words behind its name and returns the
// exit code.
func (c subcommand) execute(args []string, stdout, stderr io.Writer) int {
	if c.exec != nil {
		if slices.ContainsFunc(args, func(a string) bool { return a == "-h" || a == "-help" || a == "--help" }) {
			c.usage(stdout)
			return exitClean
		}
		return c.exec(args, stdout, stderr)
	}
	fs := c.flagSet()
	var err error
	if c.raw != nil {
		err = c.raw(args, stdout)
	} else if err = fs.Parse(args); err == nil {
		err = c.run(fs.Args(), stdout)
	} else if !errors.Is(err, flag.ErrHelp) {
		err = fmt.Errorf("%w; run portvet help %s for its flags", err, c.name)
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		c.usage(stdout)
		return exitClean
	case err != nil:
		fmt.Fprintf(stderr, "portvet %s: %v\n", c.name, err)
		return exitError
	}
	return exitClean
}

// usage prints the help of the subcommand.
func (c subcommand) usage(w io.Writer) {
	fs := c.flagSet()
	fmt.Fprint(w, "Usage: portvet ", c.name)
	if hasFlags(fs) {
		fmt.Fprint(w, " [flags]")
	}
	if c.args != "" {
		fmt.Fprint(w, " ", c.args)
	}
	fmt.Fprintf(w, "\n\n%s\n", c.about)
	if hasFlags(fs) {
		fmt.Fprint(w, "\nFlags:\n")
		fs.SetOutput(w)
		fs.PrintDefaults()
	}
}

func hasFlags(fs *flag.FlagSet) bool {
	found := false
	fs.VisitAll(func(*flag.Flag) { found = true })
	return found
}

// noArguments is the error of a subcommand that takes none, if it got any.
func noArguments(args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("unexpected argument %q; it takes none", args[0])
	}
	return nil
}
