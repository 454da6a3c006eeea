// Package main has handlers of another package around its own.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/wrapped/middleware"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	files := http.FileServer(http.Dir("."))
	if len(os.Args) > 1 {
		own(ctx, files)
		return
	}

	until := &http.Server{Addr: os.Getenv("UNTIL_ADDR"), Handler: middleware.Log(ctx, middleware.Until(ctx)(files))} // want `requests run in a context that ends at the signal`
	logged := &http.Server{Addr: os.Getenv("LOGGED_ADDR"), Handler: middleware.Log(ctx, middleware.Router(ctx, files))}
	live := &http.Server{Addr: os.Getenv("LIVE_ADDR"), Handler: middleware.With(context.WithoutCancel(ctx), files)}

	failed := make(chan error, 3)
	for _, srv := range []*http.Server{until, logged, live} {
		go func() { failed <- srv.ListenAndServe() }()
	}
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	limit, done := context.WithTimeout(context.Background(), 5*time.Second)
	defer done()
	for _, srv := range []*http.Server{until, logged, live} {
		if err := srv.Shutdown(limit); err != nil {
			log.Print(err)
		}
	}
}

func own(ctx context.Context, files http.Handler) {
	mine, cancel := context.WithCancel(context.Background())
	srv := &http.Server{Addr: os.Getenv("OWN_ADDR")}
	srv.Handler = middleware.With(mine, files) // want `requests run in a context that the stop itself cancels`
	srv.RegisterOnShutdown(cancel)
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	limit, done := context.WithTimeout(context.Background(), 5*time.Second)
	defer done()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
