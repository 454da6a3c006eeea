// Command leftbusy leaves at the signal, and what it serves is drained in a goroutine.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/leftbusy/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		log.Print(err)
	}
}

func run(ctx context.Context) error {
	s := &web.Server{Addr: os.Getenv("ADDR"), Uploads: make(chan string), Ready: make(chan struct{})}
	failed := make(chan error, 1)
	go func() {
		if err := s.Run(ctx); err != nil { // want "main ends without waiting for this call"
			failed <- err
		}
	}()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return nil
	}
}
