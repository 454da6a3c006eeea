// Package life calls functions at the end.
package life

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Life has functions to call.
type Life struct {
	stop []func(context.Context) error
	last func(context.Context) error
}

// Option changes a Life.
type Option func(*Life)

// WithLast gives it what is called last, which gets a context of its own.
func WithLast(f func(context.Context) error) Option { return func(l *Life) { l.last = f } }

// New makes one.
func New(opts ...Option) *Life {
	l := new(Life)
	for _, o := range opts {
		o(l)
	}
	return l
}

// OnStop adds f, which gets what is left of the context of the signal.
func (l *Life) OnStop(f func(context.Context) error) { l.stop = append(l.stop, f) }

// Run waits for failures and for the signal.
func (l *Life) Run(failed <-chan error) error {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, done := context.WithTimeout(ctx, 5*time.Second)
	defer done()
	for _, f := range l.stop {
		if err := f(limit); err != nil {
			return err
		}
	}
	live, over := context.WithTimeout(context.Background(), 5*time.Second)
	defer over()
	if l.last != nil {
		return l.last(live)
	}
	return nil
}
