// Package values puts things into contexts.
package values

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

type key struct{}

// With puts a name into a context.
func With(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, key{}, name)
}

// Stoppable returns a context that ends when the program is to stop.
func Stoppable(ctx context.Context) context.Context {
	ctx, _ = signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	return ctx
}
