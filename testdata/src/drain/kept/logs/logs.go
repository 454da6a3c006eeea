// Package logs hides its logger behind an interface.
package logs

import "log"

// Logger ends the process with Fatalf.
type Logger interface {
	Printf(string, ...any)
	Fatalf(string, ...any)
}

// New returns the logger of a library.
func New() Logger {
	return log.Default()
}
