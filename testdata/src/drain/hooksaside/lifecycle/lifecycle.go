// Package lifecycle starts and stops what is hooked in.
package lifecycle

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Hook is a part of the program.
type Hook struct {
	Name    string
	OnStart func(ctx context.Context) error
	OnStop  func(ctx context.Context) error
}

// Option changes a Lifecycle.
type Option func(*Lifecycle)

// WithTimeout limits the stops.
func WithTimeout(d time.Duration) Option { return func(l *Lifecycle) { l.timeout = d } }

// Lifecycle holds the hooks.
type Lifecycle struct {
	hooks   []Hook
	timeout time.Duration
}

// New makes one.
func New(options ...Option) *Lifecycle {
	l := &Lifecycle{timeout: 10 * time.Second}
	for _, o := range options {
		o(l)
	}
	return l
}

// Append adds a hook.
func (l *Lifecycle) Append(h Hook) { l.hooks = append(l.hooks, h) }

// Run stops the parts one after the other when a signal has come, or one does not start.
func (l *Lifecycle) Run(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := l.start(ctx); err != nil {
		return errors.Join(err, l.stop())
	}
	<-ctx.Done()
	return l.stop()
}

func (l *Lifecycle) start(ctx context.Context) error {
	for _, h := range l.hooks {
		if h.OnStart == nil {
			continue
		}
		if err := h.OnStart(ctx); err != nil {
			return fmt.Errorf("start %s: %w", h.Name, err)
		}
	}
	return nil
}

func (l *Lifecycle) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), l.timeout)
	defer cancel()
	var errs []error
	for _, h := range l.hooks {
		if h.OnStop != nil {
			errs = append(errs, h.OnStop(ctx))
		}
	}
	return errors.Join(errs...)
}
