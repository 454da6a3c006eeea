// Package main waits for one of two servers, each of which asks to hear of signals.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a, b := listen(os.Getenv("A_ADDR")), listen(os.Getenv("B_ADDR"))
	go func() {
		if err := a.run(ctx); err != nil { // want `main ends without waiting for this call, which drains the server of \(\*http.Server\).ListenAndServe in a goroutine`
			log.Fatal(err)
		}
	}()
	if err := b.run(ctx); err != nil {
		log.Fatal(err)
	}
}

type server struct {
	http *http.Server
	done chan struct{}
}

func listen(addr string) *server { return &server{&http.Server{Addr: addr}, make(chan struct{})} }

// run serves until ctx ends, and to the end of the drain.
func (s *server) run(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.http.Shutdown(limit)
}
