// Package ff is a stub of github.com/peterbourgon/ff/v3: the signatures that tests use.
package ff

import "flag"

type Option func(*Context)

type Context struct{ n int }

func Parse(fs *flag.FlagSet, args []string, options ...Option) error { return nil }
func WithEnvVars() Option                                            { return nil }
func WithEnvVarPrefix(prefix string) Option                          { return nil }
