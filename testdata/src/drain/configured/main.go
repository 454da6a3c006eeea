// Package main waits for its drain as long as its configuration says.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/configured/config"
)

func serve(cfg *config.Config) (*http.Server, context.Context) {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	srv := &http.Server{Addr: cfg.Addr, Handler: http.FileServer(http.Dir("."))}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return srv, ctx
}

func patient() {
	cfg, err := config.Patient()
	if err != nil {
		log.Fatal(err)
	}
	srv, ctx := serve(cfg)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), cfg.Grace)
	defer cancel()
	srv.Shutdown(limit) // want `waits up to 2m0s for requests in flight`
}

func hasty() {
	cfg := config.Hasty()
	srv, ctx := serve(cfg)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), cfg.Grace)
	defer cancel()
	srv.Shutdown(limit)
}

func told() {
	cfg := config.Told()
	srv, ctx := serve(cfg)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), cfg.Grace)
	defer cancel()
	srv.Shutdown(limit)
}

func main() {
	switch len(os.Args) {
	case 1:
		patient()
	case 2:
		hasty()
	default:
		told()
	}
}
