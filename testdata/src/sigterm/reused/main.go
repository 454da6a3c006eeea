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

func main() {
	ctx := context.Background()
	if err := run(ctx, &http.Server{Addr: os.Getenv("A")}); err != nil {
		log.Print(err)
	}
	if err := runAbove(ctx, &http.Server{Addr: os.Getenv("B")}); err != nil {
		log.Print(err)
	}
}

// The drain's context is in the variable that the signal's was in.
func run(ctx context.Context, srv *http.Server) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt) // want `only SIGINT is waited for`
	defer stop()
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// What a helper puts into the variable may end for a signal of its own.
func runAbove(ctx context.Context, srv *http.Server) error {
	ctx = above(ctx)
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	return srv.Shutdown(context.WithoutCancel(ctx))
}

func above(ctx context.Context) context.Context {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGHUP)
	ctx, cancel := context.WithCancel(ctx)
	go func() { <-asked; cancel() }()
	return ctx
}
