// Package main serves with a drain or without.
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

type registry struct {
	server *http.Server
	drain  bool
}

func main() {
	r := &registry{server: &http.Server{Addr: os.Getenv("ADDR")}, drain: os.Getenv("DRAIN") != ""}
	if err := r.serve(); err != nil {
		log.Fatal(err)
	}
}

func (r *registry) serve() error {
	if !r.drain {
		return r.server.ListenAndServe() // nobody stops this one
	}
	failed := make(chan error, 1)
	go func() { failed <- r.server.ListenAndServe() }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		return err
	case <-quit:
		ctx, cancel := context.WithTimeout(context.Background(), 8*time.Second)
		defer cancel()
		return r.Shutdown(ctx)
	}
}

// Shutdown is only called where there is something to drain.
func (r *registry) Shutdown(ctx context.Context) error { return r.server.Shutdown(ctx) }
