// Package main hears of SIGTERM in another package.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"

	"sigterm/packages/internal/stop"
)

func main() {
	ctx, cancel := stop.Context()
	defer cancel()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	select {
	case <-quit:
	case <-ctx.Done():
	}
	log.Print(srv.Shutdown(context.Background()))
}
