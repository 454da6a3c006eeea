// Package cli is a stub of github.com/urfave/cli/v3: the signatures that tests use.
package cli

import "context"

type Flag interface{ Names() []string }

type ValueSourceChain struct{ Chain []ValueSource }

type ValueSource interface {
	Lookup() (string, bool)
}

func EnvVars(keys ...string) ValueSourceChain { return ValueSourceChain{} }

type NoConfig struct{}

type FlagBase[T any, C any, VC any] struct {
	Name        string
	Usage       string
	Value       T
	Destination *T
	Aliases     []string
	Sources     ValueSourceChain
}

func (f *FlagBase[T, C, VC]) Names() []string { return nil }

type (
	StringFlag = FlagBase[string, NoConfig, NoConfig]
	IntFlag    = FlagBase[int, NoConfig, NoConfig]
)

type ActionFunc func(context.Context, *Command) error

type Command struct {
	Name     string
	Flags    []Flag
	Commands []*Command
	Action   ActionFunc
}

func (cmd *Command) String(name string) string                                 { return "" }
func (cmd *Command) Int(name string) int                                       { return 0 }
func (cmd *Command) Run(ctx context.Context, osArgs []string) (deferErr error) { return nil }
