// Package main has another one drain the server whose requests it has given the context of
// the signal.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"drain/lenthelped/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := server.New(ctx, os.Getenv("ADDR")) // want `requests run in a context that ends at the signal`
	other := server.New(context.Background(), os.Getenv("OTHER_ADDR"))
	failed := make(chan error, 2)
	go func() { failed <- srv.ListenAndServe() }()
	go func() { failed <- other.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	if err := server.Drain(srv); err != nil {
		log.Print(err)
	}
	if err := server.Drain(other); err != nil {
		log.Print(err)
	}
}
