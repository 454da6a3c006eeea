// Package cobra is a stub of github.com/spf13/cobra: the signatures that tests use.
package cobra

import (
	"context"

	"github.com/spf13/pflag"
)

type Command struct {
	Use     string
	Short   string
	Run     func(cmd *Command, args []string)
	RunE    func(cmd *Command, args []string) error
	PostRun func(cmd *Command, args []string)

	PersistentPreRun func(cmd *Command, args []string)
}

func (c *Command) Flags() *pflag.FlagSet           { return nil }
func (c *Command) PersistentFlags() *pflag.FlagSet { return nil }
func (c *Command) AddCommand(cmds ...*Command)     {}
func (c *Command) Execute() error                  { return nil }

func (c *Command) ExecuteContext(ctx context.Context) error { return nil }

func (c *Command) Context() context.Context { return nil }

func (c *Command) SetContext(ctx context.Context) {}
