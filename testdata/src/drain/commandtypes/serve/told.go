package serve

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

// Told has its server shut down by a method, when one of two things happens.
type Told struct{ listen string }

// Help says what it is.
func (c *Told) Help() string { return "told" }

// Synopsis says it in short.
func (c *Told) Synopsis() string { return "told" }

// Run runs it.
func (c *Told) Run(args []string) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server := &http.Server{Addr: os.Getenv("ADDR")}
	trap := make(chan os.Signal, 1)
	signal.Notify(trap, os.Interrupt, syscall.SIGTERM)
	defer func() {
		signal.Stop(trap)
		cancel()
	}()
	failed := make(chan error)
	go watch(ctx, failed)
	go func() {
		select {
		case err := <-failed:
			log.Print(err)
			c.shutdown(ctx, server, cancel)
		case sig := <-trap:
			log.Print(sig)
			c.shutdown(ctx, server, cancel)
		case <-ctx.Done():
		}
	}()
	if err := server.ListenAndServeTLS("c", "k"); err != nil { // want `returns as soon as \(\*http.Server\).Shutdown begins at told.go:\d+, and main ends without waiting for it`
		log.Print(err)
		return 1
	}
	return 0
}

// Heard waits for the context that the method cancels at its end.
type Heard struct{ listen string }

// Help says what it is.
func (c *Heard) Help() string { return "heard" }

// Synopsis says it in short.
func (c *Heard) Synopsis() string { return "heard" }

// Run runs it.
func (c *Heard) Run(args []string) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server := &http.Server{Addr: os.Getenv("ADDR")}
	trap := make(chan os.Signal, 1)
	signal.Notify(trap, os.Interrupt, syscall.SIGTERM)
	defer func() {
		signal.Stop(trap)
		cancel()
	}()
	failed := make(chan error)
	go watch(ctx, failed)
	go func() {
		select {
		case err := <-failed:
			log.Print(err)
			c.shutdown(ctx, server, cancel)
		case sig := <-trap:
			log.Print(sig)
			c.shutdown(ctx, server, cancel)
		case <-ctx.Done():
		}
	}()
	if err := server.ListenAndServeTLS("c", "k"); err != http.ErrServerClosed {
		log.Print(err)
		return 1
	}
	<-ctx.Done()
	return 0
}

func watch(ctx context.Context, failed chan error) {}

func (c *Told) shutdown(ctx context.Context, server *http.Server, cancel context.CancelFunc) {
	if err := server.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	cancel()
}

func (c *Heard) shutdown(ctx context.Context, server *http.Server, done func()) {
	if err := server.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	done()
}
