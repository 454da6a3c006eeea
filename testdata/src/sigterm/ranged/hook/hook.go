// Package hook waits for the signals that it is given, one by one.
package hook

import (
	"os"
	"os/signal"
	"syscall"
)

// Hook waits.
type Hook struct{ c chan os.Signal }

// New makes a Hook.
func New() *Hook { return &Hook{make(chan os.Signal, 1)} }

// With asks for signals.
func (h *Hook) With(signals ...syscall.Signal) *Hook {
	for _, s := range signals {
		signal.Notify(h.c, s)
	}
	return h
}

// Wait waits.
func (h *Hook) Wait() { <-h.c }
