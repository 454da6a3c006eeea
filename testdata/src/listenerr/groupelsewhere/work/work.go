// Package work has what runs beside servers.
package work

import (
	"context"
	"time"
)

// Loop works every minute, until ctx ends.
func Loop(ctx context.Context) error {
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-t.C:
		}
	}
}

// Received takes all that comes.
func Received(c <-chan int) error {
	for n := range c {
		use(n)
	}
	return nil
}

// Worker works in a goroutine.
type Worker struct{}

func New() *Worker { return &Worker{} }

// Run waits for the end of ctx.
func (w *Worker) Run(ctx context.Context) error {
	go use(0)
	return w.wait(ctx)
}

func (w *Worker) wait(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

// Once does something, which takes no time.
func Once(context.Context) error {
	use(1)
	return nil
}

// Tries is over when it has succeeded.
func Tries(ctx context.Context) error {
	for {
		if Once(ctx) == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

// Send sends n once.
func Send(ctx context.Context, c chan<- int, n int) error {
	select {
	case c <- n:
	case <-ctx.Done():
	}
	return nil
}

func use(int) {}
