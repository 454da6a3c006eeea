// Package envconfig is a stub of github.com/kelseyhightower/envconfig: the signatures that the program uses.
package envconfig

func Process(prefix string, spec any) error { return nil }
