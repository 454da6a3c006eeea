// Package main uses the server of another package.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/packages/internal/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := server.New(os.Getenv("ADDR"))
	go func() {
		if err := s.RunQuietly(); err != nil {
			log.Fatal(err)
		}
	}()
	other := &http.Server{Addr: os.Getenv("B")}
	go func() { log.Print(other.ListenAndServe()) }()
	<-ctx.Done()
	log.Print(s.Stop(ctx))              // want `the context given to \(\*server.Server\).Stop has already ended here`
	log.Print(server.Drain(ctx, other)) // want `the context given to server.Drain has already ended here`
	log.Print(server.Detached(ctx, other))
	log.Print(server.Fresh(ctx, other))
	log.Print(s.Stop(context.Background())) // limited there
	limit, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	log.Print(s.Stop(limit))              // limited there
	log.Print(server.Drain(limit, other)) // want `server.Drain waits up to 1m0s`
}
