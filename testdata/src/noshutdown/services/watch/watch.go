// Package watch has a service that fails at a signal, which ends the others of its group.
package watch

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// Signals waits for one.
type Signals struct{}

// Name names it.
func (Signals) Name() string { return "signals" }

// Run returns an error when the signal comes.
func (Signals) Run(ctx context.Context) error {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	select {
	case <-ctx.Done():
		return ctx.Err()
	case s := <-c:
		return fmt.Errorf("signal %v", s)
	}
}
