// Package lazy makes what most starts of the program do not need when it is
// asked for: go vet starts it once per package.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp returns a function that compiles expr at its first call. It panics then
// if expr is malformed.
func Regexp(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
