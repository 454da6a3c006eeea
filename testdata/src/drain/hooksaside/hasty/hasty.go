// Package hasty stops what is hooked in, and does not wait for it.
package hasty

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Hook is a part of the program.
type Hook struct {
	OnStart func(ctx context.Context) error
	OnStop  func(ctx context.Context) error
}

// Lifecycle holds the hooks.
type Lifecycle struct{ hooks []Hook }

// Append adds a hook.
func (l *Lifecycle) Append(h Hook) { l.hooks = append(l.hooks, h) }

// Run begins all stops at once.
func (l *Lifecycle) Run(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	for _, h := range l.hooks {
		if err := h.OnStart(ctx); err != nil {
			return err
		}
	}
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, h := range l.hooks {
		go h.OnStop(limit)
	}
	return nil
}
