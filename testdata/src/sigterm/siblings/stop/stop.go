// Package stop waits for signals.
package stop

import (
	"context"
	"os"
	"os/signal"
)

// Wait returns when the program is told to stop.
func Wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-quit
}

// For returns when one of signals has come.
func For(signals ...os.Signal) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, signals...)
	<-quit
}

// Context returns a context that ends then.
func Context(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Interrupt)
}
