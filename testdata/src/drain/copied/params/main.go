// Package main gives its server by value to what starts it and to what stops it.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	l, err := net.Listen("tcp", ":0")
	if err != nil {
		log.Fatal(err)
	}
	server := newServer(http.NotFoundHandler())
	var starts, stops errgroup.Group
	starts.Go(func() error { return start(server, l) })
	stops.Go(func() error { return shutdown(ctx, server) })
	if err := stops.Wait(); err != nil {
		log.Fatal(err)
	}
}

func newServer(h http.Handler) http.Server { return http.Server{Handler: h} }

func start(server http.Server, l net.Listener) error {
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func shutdown(done context.Context, server http.Server) error {
	<-done.Done()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return server.Shutdown(ctx) // want `\(\*http.Server\).Shutdown stops another server than the one that \(\*http.Server\).Serve starts at main.go:36`
}
