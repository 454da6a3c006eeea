// Package run runs what it is given.
package run

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// In runs f until it returns.
func In(f func(context.Context) error) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return f(ctx)
}

// Pending is what Out waits for.
var Pending sync.WaitGroup

// Out runs f, and waits for what it has left.
func Out(f func(context.Context) error) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer Pending.Wait()
	return f(ctx)
}
