// Package logs has loggers, and those who are told of failures.
package logs

import (
	"context"
	"log"
)

type key struct{}

// From returns the logger of ctx.
func From(ctx context.Context) *log.Logger {
	if l, ok := ctx.Value(key{}).(*log.Logger); ok {
		return l
	}
	return log.Default()
}

// Name names who logs.
func Name(ctx context.Context) string {
	name, _ := ctx.Value(key{}).(string)
	return name
}

// Watch is told of failures.
type Watch struct{ failed chan error }

var watch = &Watch{make(chan error, 1)}

// Of returns the watch of ctx.
func Of(ctx context.Context) *Watch {
	if w, ok := ctx.Value(key{}).(*Watch); ok {
		return w
	}
	return watch
}

// Report tells of a failure.
func (w *Watch) Report(err error) { w.failed <- err }

// Stop ends the wait for one.
func (w *Watch) Stop() string {
	w.failed <- nil
	return "stopped"
}

// Failed returns a failure.
func (w *Watch) Failed() error { return <-w.failed }
