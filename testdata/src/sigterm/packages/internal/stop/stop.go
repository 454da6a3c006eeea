// Package stop hears of SIGTERM.
package stop

import (
	"context"
	"os/signal"
	"syscall"
)

// Context ends when the program is told to terminate.
func Context() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), syscall.SIGTERM)
}
