// Package env is a stub of github.com/caarlos0/env/v11: the signatures that the program uses.
package env

type Options struct{ Prefix string }

func ParseWithOptions(v any, opts Options) error { return nil }
