// Package settings has the options of a program.
package settings

import "github.com/jessevdk/go-flags"

// Options are those of the command line.
type Options struct {
	Port  string `long:"port" default:"8080" yaml:"port"`
	Pprof string `long:"pprof" env:"PPROF_ADDR"`
}

// Read returns the options.
func Read() (*Options, error) {
	o := new(Options)
	_, err := flags.Parse(o)
	return o, err
}
