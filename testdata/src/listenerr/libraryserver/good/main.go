// Package main hands it to one that gives it time, and waits.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"listenerr/libraryserver/run"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run.New(&http.Server{Addr: os.Getenv("ADDR")}).Until(ctx); err != nil {
		log.Fatal(err)
	}
}
