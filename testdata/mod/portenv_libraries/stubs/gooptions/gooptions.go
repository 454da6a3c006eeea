// Package options is a stub of github.com/mreiferson/go-options: the signatures that tests use.
package options

import "flag"

func Resolve(options interface{}, flagSet *flag.FlagSet, cfg map[string]interface{}) {}
