// Package flagsfiller is a stub of github.com/itzg/go-flagsfiller: the signatures that tests use.
package flagsfiller

import "flag"

type FlagSetFiller struct{}

type FillerOption func(*options)

type options struct{}

func Parse(from any, options ...FillerOption) error { return nil }
func New(options ...FillerOption) *FlagSetFiller    { return nil }
func WithEnv(prefix string) FillerOption            { return nil }

func (f *FlagSetFiller) Fill(flagSet *flag.FlagSet, from any) error { return nil }
