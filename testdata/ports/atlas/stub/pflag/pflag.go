// Package pflag is a stub of github.com/spf13/pflag: the signatures that the program uses.
package pflag

type Flag struct{ Name string }

type FlagSet struct{}

var CommandLine = &FlagSet{}

func Parse()                                                 {}
func String(name string, value string, usage string) *string { return &value }
func Lookup(name string) *Flag                               { return nil }

func (f *FlagSet) VisitAll(fn func(*Flag)) {}
