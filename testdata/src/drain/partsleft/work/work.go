// Package work has workers with a start and a stop.
package work

import (
	"sync"
	"time"
)

// Worker works until it is stopped.
type Worker struct {
	quit chan struct{}
	wg   sync.WaitGroup
}

// New makes a worker.
func New() *Worker { return &Worker{quit: make(chan struct{})} }

// Start starts it.
func (w *Worker) Start() {
	w.wg.Add(1)
	go func() {
		defer w.wg.Done()
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-w.quit:
				return
			case <-tick.C:
			}
		}
	}()
}

// Stop ends it, and waits for that.
func (w *Worker) Stop() error {
	close(w.quit)
	w.wg.Wait()
	return nil
}
