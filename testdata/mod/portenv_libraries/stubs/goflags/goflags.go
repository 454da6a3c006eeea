// Package goflags is a stub of github.com/projectdiscovery/goflags: the signatures that tests use.
package goflags

type FlagSet struct{ CaseSensitive bool }

type FlagData struct{}

func NewFlagSet() *FlagSet { return nil }

func (flagSet *FlagSet) StringVarP(field *string, long, short, defaultValue, usage string) *FlagData {
	return nil
}
func (flagSet *FlagSet) StringVarEnv(field *string, long, short, defaultValue, envName, usage string) *FlagData {
	return nil
}
func (flagSet *FlagSet) Parse(args ...string) error { return nil }
