// Package wait has what a program does at its end done within some time.
package wait

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// For calls all of ops at the signal, and waits for them up to limit.
func For(limit time.Duration, ops map[string]func(context.Context) error) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		defer time.AfterFunc(limit, func() { os.Exit(1) }).Stop()
		var wg sync.WaitGroup
		for _, op := range ops {
			wg.Go(func() { op(context.Background()) })
		}
		wg.Wait()
		close(done)
	}()
	return done
}
