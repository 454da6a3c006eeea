package config

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/portvet/portvet/analyzers"
)

// flagSet returns the flags that set opts: those of all rules and, with the
// rule before the name, those of one.
func flagSet(opts *analyzers.Options) (*flag.FlagSet, error) {
	// The options of rules that are off have flags as well.
	bound := *opts
	opts.Enabled = func(string) bool { return false }
	opts.Enable, opts.Disable = nil, nil // switched off rules have no analyzer
	as, err := analyzers.New(opts)
	opts.Enabled, opts.Enable, opts.Disable = bound.Enabled, bound.Enable, bound.Disable
	if err != nil {
		return nil, err
	}
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	opts.AddFlags(fs)
	for _, a := range as {
		a.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, a.Name+"."+f.Name, f.Usage) })
	}
	return fs, nil
}

// keyOf returns the key that a flag sets.
func keyOf(flag string) string {
	if flag == "listener" {
		return "listeners"
	}
	return flag
}

// ToolFlags returns the flags that tell the vet tool what is in force. Equal
// configurations have equal flags, however they came about, so that go's cache
// knows them for the same: what strict switches on is there by itself.
func (c *Config) ToolFlags() ([]string, error) {
	opts := c.InForce()
	opts.Strict = false
	fs, err := flagSet(&opts)
	if err != nil {
		return nil, err
	}
	defaults := new(analyzers.Options).InForce()
	plain, err := flagSet(&defaults)
	if err != nil {
		return nil, err
	}
	var flags []string
	fs.VisitAll(func(f *flag.Flag) {
		if f.Name == "listener" {
			return // below, each row by itself
		}
		if value := f.Value.String(); value != plain.Lookup(f.Name).Value.String() {
			flags = append(flags, "-"+f.Name+"="+value)
		}
	})
	if len(opts.Enable) > 0 {
		flags = append(flags, "-enable="+strings.Join(opts.Enable, ","))
	}
	for _, name := range c.Disable {
		flags = append(flags, "-"+name+"=false")
	}
	for _, row := range c.Listeners {
		flags = append(flags, "-listener="+strings.Join(strings.Fields(row), ";"))
	}
	for _, e := range c.Exclude {
		flags = append(flags, "-exclude="+e.String())
	}
	if len(c.Exclude) > 0 && c.Root != "" {
		flags = append(flags, "-root="+c.Root)
	}
	return flags, nil
}

// Words returns flags in one line that a shell takes apart again where it
// says $(portvet config -flags). The error names a flag with a blank, at
// which the shell would cut it.
func Words(flags []string) (string, error) {
	for _, f := range flags {
		if strings.ContainsAny(f, " \t\n") {
			return "", fmt.Errorf("%s has a blank, at which a shell would cut it; rename what has it, or give go vet the flag in quotes", f)
		}
	}
	return strings.Join(flags, " "), nil
}
