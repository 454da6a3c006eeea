// Package main ends with what a function in a variable returns.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(os.Args) > 1 {
		guarded(ctx)
		return
	}
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	go func() {
		<-ctx.Done()
		drain(srv)
		close(drained)
	}()
	serve := func() error { return srv.ListenAndServe() }
	if err := serve(); err != nil {
		log.Fatal(err) // want `ends the process`
	}
	<-drained
}

func guarded(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	go func() {
		<-ctx.Done()
		drain(srv)
		close(drained)
	}()
	serve := func() error { return srv.ListenAndServe() }
	if err := serve(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-drained
}

func drain(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}
