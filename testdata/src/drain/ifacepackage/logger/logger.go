// Package logger is the program's own.
package logger

import "log"

type Logger interface {
	Infof(format string, args ...any)
	Fatalf(format string, args ...any)
}

type std struct{}

func New() Logger { return std{} }

func (std) Infof(format string, args ...any)  { log.Printf(format, args...) }
func (std) Fatalf(format string, args ...any) { log.Fatalf(format, args...) }
