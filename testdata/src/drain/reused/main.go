// Package main uses one name for several contexts.
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
	go func() { log.Print(srv.ListenAndServe()) }()
	ctx := context.Background()
	limit, done := context.WithTimeout(ctx, 5*time.Second)
	defer done()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	_ = srv.Shutdown(limit) // want `has already ended here`
	drain(ctx)              // want `the context given to main.drain has already ended here`
	drainOnly(ctx)          // want `the context given to main.drainOnly has already ended here`
	sometimes(ctx, true)
	fresh(ctx)
	ctx, cancel := context.WithTimeout(context.Background(), 45*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 45s`
	cancelled()
}

// drain gives its parameter another meaning, as is usual.
func drain(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func drainOnly(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	func() { drain(context.WithValue(ctx, key{}, 1)) }()
}

type key struct{}

// sometimes stops with a context of its own at times.
func sometimes(ctx context.Context, own bool) {
	if own {
		ctx = context.Background()
	}
	_ = srv.Shutdown(ctx)
}

func fresh(ctx context.Context) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func cancelled() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_ = srv.Shutdown(ctx) // want `has already ended here`
	ctx, cancel = context.WithTimeout(context.Background(), 10*time.Second)
	_ = srv.Shutdown(ctx)
	cancel()
	_ = srv.Shutdown(ctx) // want `has already ended here`
	done := ctx.Done()
	<-done
	_ = srv.Shutdown(ctx) // want `has already ended here`
}
