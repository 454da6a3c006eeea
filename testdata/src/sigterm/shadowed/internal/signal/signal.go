// Package signal is another one.
package signal

import (
	"context"
	"os"
)

// Notify does nothing.
func Notify(c chan<- os.Signal, sig ...os.Signal) {}

// NotifyContext does nothing.
func NotifyContext(ctx context.Context, sig ...os.Signal) (context.Context, context.CancelFunc) {
	return context.WithCancel(ctx)
}
