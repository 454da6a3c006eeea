// Package cli is a stub of github.com/jawher/mow.cli: the signatures that tests use.
package cli

type Cmd struct{ Action func() }

type Cli struct{ *Cmd }

type StringParam interface{ value() string }

type StringOpt struct{ Name, Desc, EnvVar, Value string }

func (o StringOpt) value() string { return o.Value }

func App(name, desc string) *Cli { return nil }

func (c *Cmd) String(p StringParam) *string                               { return nil }
func (c *Cmd) StringPtr(into *string, p StringParam)                      {}
func (c *Cmd) StringOptPtr(into *string, name string, value, desc string) {}

func (cli *Cli) Run(args []string) error { return nil }
