// Package stops calls at the signal what it was given, each in a goroutine.
package stops

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// Stop stops something.
type Stop func(ctx context.Context) error

// Wait for the signal.
func Wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
}

// AtSignal calls all stops and closes the channel when they have returned.
func AtSignal(limit time.Duration, stops map[string]Stop) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		Wait()
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		var wg sync.WaitGroup
		for _, stop := range stops {
			wg.Add(1)
			go func() {
				defer wg.Done()
				stop(ctx)
			}()
		}
		wg.Wait()
		close(done)
	}()
	return done
}

// NoGroup does not wait for the stops.
func NoGroup(limit time.Duration, stops ...Stop) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		Wait()
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		for _, stop := range stops {
			go stop(ctx)
		}
		close(done)
	}()
	return done
}

// Early closes the channel before.
func Early(limit time.Duration, stops []Stop) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		Wait()
		close(done)
		for _, stop := range stops {
			ctx, cancel := context.WithTimeout(context.Background(), limit)
			stop(ctx)
			cancel()
		}
	}()
	return done
}

// Counted counts the stops only where they run.
func Counted(limit time.Duration, stops map[string]Stop) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		Wait()
		ctx, cancel := context.WithTimeout(context.Background(), limit)
		defer cancel()
		var wg sync.WaitGroup
		for _, stop := range stops {
			go func() {
				wg.Add(1)
				defer wg.Done()
				stop(ctx)
			}()
		}
		wg.Wait()
		close(done)
	}()
	return done
}

// Expired begins the time for the stops before the signal.
func Expired(ctx context.Context, limit time.Duration, stops map[string]Stop) <-chan struct{} {
	done := make(chan struct{})
	ctx, cancel := context.WithTimeout(ctx, limit)
	go func() {
		defer close(done)
		defer cancel()
		Wait()
		for _, stop := range stops {
			stop(ctx)
		}
	}()
	return done
}

// Within gives the stops a time within that of ctx.
func Within(ctx context.Context, limit time.Duration, stops ...Stop) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		Wait()
		ctx, cancel := context.WithTimeout(ctx, limit)
		defer cancel()
		for _, stop := range stops {
			stop(ctx)
		}
	}()
	return done
}
