// Package main runs servers of another package beside each other.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/leftby/both"
	"drain/leftby/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch len(os.Args) {
	case 1:
		log.Print(both.Run(ctx)) // want `returns as soon as its server is told to stop, and main ends without waiting for it`
	case 2:
		log.Print(both.Group(ctx))
	case 3:
		log.Print(chosen())
	case 4:
		log.Print(waits())
	case 5:
		log.Print(receives(ctx))
	}
}

// chosen returns when the signal has come.
func chosen() error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	done := make(chan error, 1)
	go func() {
		done <- web.Run(ctx, os.Getenv("CHOSEN")) // want `main ends without waiting for this call, which drains the server of \(\*http.Server\).ListenAndServe in a goroutine`
	}()
	select {
	case err := <-done:
		return err
	case <-quit:
		cancel()
		return nil
	}
}

// waits waits for the other case, too.
func waits() error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	done := make(chan error, 1)
	go func() { done <- web.Run(ctx, os.Getenv("WAITS")) }()
	for {
		select {
		case err := <-done:
			return err
		case <-quit:
			cancel()
		}
	}
}

// receives waits for the other case when the signal has come.
func receives(ctx context.Context) error {
	done := make(chan error, 1)
	go func() { done <- web.Run(ctx, os.Getenv("RECEIVES")) }()
	select {
	case <-ctx.Done():
		return <-done
	case err := <-done:
		return err
	}
}
