// Package kong is a stub of github.com/alecthomas/kong: the signatures that tests use.
package kong

type Option interface{ Apply(k *Kong) error }

type Kong struct{ Exit func(int) }

type Context struct{ Args []string }

func Parse(cli any, options ...Option) *Context { return nil }

func (c *Context) Run(binds ...any) error { return nil }
