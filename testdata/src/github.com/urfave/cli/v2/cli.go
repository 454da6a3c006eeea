// Package cli is a stub of github.com/urfave/cli/v2: the signatures that tests use.
package cli

import "context"

type Flag interface{ Names() []string }

type StringFlag struct {
	Name        string
	Usage       string
	Value       string
	Destination *string
	Aliases     []string
	EnvVars     []string
}

func (f *StringFlag) Names() []string { return nil }

type IntFlag struct {
	Name        string
	Usage       string
	Value       int
	Destination *int
	Aliases     []string
	EnvVars     []string
}

func (f *IntFlag) Names() []string { return nil }

type ActionFunc func(*Context) error

type Context struct {
	context.Context
	App *App
}

func (cCtx *Context) String(name string) string     { return "" }
func (cCtx *Context) Int(name string) int           { return 0 }
func (cCtx *Context) Value(name string) interface{} { return nil }

type Command struct {
	Name   string
	Flags  []Flag
	Action ActionFunc
}

type App struct {
	Name     string
	Flags    []Flag
	Commands []*Command
	Action   ActionFunc
}

func (a *App) Run(arguments []string) (err error) { return nil }
