// Package main hands Shutdown contexts that have ended, and others.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var srv = &http.Server{Addr: os.Getenv("ADDR")}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case <-ctx.Done():
		log.Print(srv.Shutdown(ctx)) // want `the context given to \(\*http.Server\).Shutdown has already ended here`
	case err := <-failed:
		log.Print(err, srv.Shutdown(ctx))
	}
}

func derived(ctx context.Context) {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_ = srv.Shutdown(limit) // want `has already ended`
}

func apart(ctx context.Context) {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	_ = srv.Shutdown(limit)
}

func shadowing(ctx context.Context) {
	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func helper(ctx context.Context) {
	<-ctx.Done()
	drain(ctx)                  // want `the context given to main.drain has already ended`
	twice(context.Background()) // a context of its own
	twice(ctx)                  // want `the context given to main.twice has already ended`
}

func drain(ctx context.Context) {
	limit, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_ = srv.Shutdown(limit)
}

func twice(ctx context.Context) { drain(ctx) }

func closed(ctx context.Context) {
	<-ctx.Done()
	_ = srv.Close()
}

func waiting(ctx context.Context) {
	wait(ctx)
	_ = srv.Shutdown(ctx) // want `has already ended`
}

func waitingAside(ctx context.Context) {
	go wait(ctx)
	waitOr(ctx, make(chan struct{}))
	_ = srv.Shutdown(ctx)
}

func wait(ctx context.Context) {
	log.Print("serving")
	<-ctx.Done()
}

func waitOr(ctx context.Context, quit chan struct{}) {
	select {
	case <-ctx.Done():
	case <-quit:
	}
}
