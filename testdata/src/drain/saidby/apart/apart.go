// Package apart has workers.
package apart

import (
	"context"
	"sync"
)

// Queue is worked off by a goroutine.
type Queue struct {
	in chan string
	wg sync.WaitGroup
}

// Start starts it.
func (q *Queue) Start(ctx context.Context) {
	q.in = make(chan string)
	q.wg.Add(1)
	go func() {
		defer q.wg.Done()
		for {
			select {
			case <-ctx.Done():
				return
			case <-q.in:
			}
		}
	}()
}

// Wait waits for the goroutine.
func (q *Queue) Wait() { q.wg.Wait() }
