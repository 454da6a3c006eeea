// Package main runs its services with a library, until a context ends.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"

	"github.com/thejerf/suture/v4"
)

type server struct{ http.Server }

// Serve serves until ctx ends.
func (s *server) Serve(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return s.Shutdown(context.WithoutCancel(ctx))
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // want `only SIGINT is waited for and not SIGTERM, so the graceful stop never runs`
	defer stop()
	all := suture.NewSimple("all")
	all.Add(&server{http.Server{Addr: os.Getenv("ADDR")}})
	if err := all.Serve(ctx); err != nil {
		log.Fatal(err)
	}
}
