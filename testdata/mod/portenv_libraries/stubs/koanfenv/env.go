// Package env is a stub of github.com/knadh/koanf/providers/env: the signatures that tests use.
package env

type Env struct{ prefix string }

func Provider(prefix, delim string, cb func(s string) string) *Env { return nil }

func (e *Env) ReadBytes() ([]byte, error)    { return nil, nil }
func (e *Env) Read() (map[string]any, error) { return nil, nil }
