// Package main waits for its end, or for what its servers say.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"listenerr/reached/serve"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	var ended <-chan error
	switch os.Getenv("HOW") {
	case "unbound":
		ended = serve.Unbound(ctx, os.Getenv("ADDR"), srv)
	case "ready":
		var ready <-chan struct{}
		ready, ended = serve.Ready(os.Getenv("ADDR"), srv)
		select {
		case <-ready:
		case <-time.After(5 * time.Second):
			log.Fatal("not ready")
		}
	case "closed":
		ended = serve.Closed(os.Getenv("ADDR"), srv)
	case "told":
		ended = serve.Told(srv)
	default:
		ended = serve.Started(os.Getenv("ADDR"), nil)
	}
	select {
	case <-ctx.Done():
		srv.Shutdown(context.Background())
	case err := <-ended:
		log.Fatal(err)
	}
}
