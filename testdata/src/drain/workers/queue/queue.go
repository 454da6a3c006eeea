// Package queue works on what is in a queue.
package queue

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Workers work.
type Workers struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

// New makes workers.
func New() *Workers { return &Workers{quit: make(chan struct{})} }

// Start starts them.
func (w *Workers) Start(ctx context.Context) {
	w.wg.Add(1)
	go w.work(ctx)
}

func (w *Workers) work(ctx context.Context) {
	defer w.wg.Done()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-w.quit:
			return
		case <-tick.C:
		}
	}
}

// Wait waits for all of them.
func (w *Workers) Wait() { w.wg.Wait() }

// Stop ends them, and waits for them as long as ctx lives.
func (w *Workers) Stop(ctx context.Context) error {
	close(w.quit)
	done := make(chan struct{})
	go func() {
		w.wg.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return errors.New("workers are still busy")
	}
}
