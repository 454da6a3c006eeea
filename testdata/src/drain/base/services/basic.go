// Package services is the base of what is started, runs and is stopped.
package services

import (
	"context"
	"sync"
)

// The functions of a service.
type (
	StartingFn func(ctx context.Context) error
	RunningFn  func(ctx context.Context) error
	StoppingFn func(failure error) error
)

// Service is what a manager knows of one.
type Service interface {
	StartAsync(ctx context.Context)
	StopAsync()
	AwaitTerminated()
	Err() error
}

type Basic struct {
	start StartingFn
	run   RunningFn
	stop  StoppingFn

	mu     sync.Mutex
	cancel context.CancelFunc
	done   chan struct{}
	err    error
}

func NewBasic(start StartingFn, run RunningFn, stop StoppingFn) *Basic {
	return &Basic{start: start, run: run, stop: stop, done: make(chan struct{})}
}

func (b *Basic) StartAsync(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	b.mu.Lock()
	b.cancel = cancel
	b.mu.Unlock()
	go b.main(ctx)
}

func (b *Basic) main(ctx context.Context) {
	defer close(b.done)
	err := b.start(ctx)
	if err == nil {
		err = b.run(ctx)
	}
	if stopErr := b.stop(err); err == nil {
		err = stopErr
	}
	b.mu.Lock()
	b.err = err
	b.mu.Unlock()
}

func (b *Basic) StopAsync() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.cancel()
}

func (b *Basic) AwaitTerminated() { <-b.done }

func (b *Basic) Err() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.err
}
