// Package pool works until it is told to end.
package pool

import (
	"context"
	"sync"
	"time"
)

func Run(ctx context.Context) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
		case <-ctx.Done():
			return
		}
	}
}

var jobs sync.WaitGroup

// Go works on something beside the caller.
func Go(n int) {
	jobs.Add(1)
	go func() {
		defer jobs.Done()
		time.Sleep(time.Duration(n) * time.Millisecond)
	}()
}

// Flush waits for what Go has begun.
func Flush() { jobs.Wait() }
