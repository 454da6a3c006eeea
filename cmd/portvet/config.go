package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/portvet/portvet/cmd/internal/config"
	"github.com/portvet/portvet/cmd/internal/driver"
)

// configCommand prints the configuration that is in force.
func configCommand() subcommand {
	var asFlags bool
	own := func(fs *flag.FlagSet) {
		fs.BoolVar(&asFlags, "flags", false, "print the flags that give the vet tool this configuration")
	}
	return subcommand{
		name:    "config",
		summary: "print the configuration that is in force",
		about: `Prints the configuration that is in force in this directory, in the form of a
.portvet.yml, with where each value comes from. Takes the flags of an analysis
as well, such as -C, -config and -enable, and shows what they change.

Go vet reads no configuration file. It is told by flags:

  go vet -vettool=$(which portvet) $(portvet config -flags) ./...`,
		flags: own,
		raw: func(args []string, stdout io.Writer) error {
			cl, err := parse(args, own)
			switch {
			case err != nil:
				return err
			case cl.help:
				return flag.ErrHelp
			case len(cl.config.Patterns) > 0:
				return fmt.Errorf("unexpected argument %q; a directory is named with -C", cl.config.Patterns[0])
			case cl.allModules:
				return errors.New("-all-modules has no one configuration; name a module with -C")
			}
			if err := driver.CheckDir(cl.config.Dir); err != nil {
				return err
			}
			c, err := cl.settle(cl.config.Dir)
			if err != nil {
				return err
			}
			if !asFlags {
				return c.Print(stdout)
			}
			flags, err := c.ToolFlags()
			if err != nil {
				return err
			}
			words, err := config.Words(flags)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(stdout, words)
			return err
		},
	}
}
