// Package main waits for Ctrl-C only.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	sig "os/signal"
	"time"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()

	quit := make(chan os.Signal, 1)
	sig.Notify(quit, os.Interrupt) // want `only SIGINT is waited for and not SIGTERM`
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	log.Print(srv.Shutdown(ctx))
}

func notified() {
	ctx, stop := sig.NotifyContext(context.Background(), os.Interrupt) // want `only SIGINT`
	defer stop()
	<-ctx.Done()
}

func parent(ctx context.Context) {
	ctx, stop := sig.NotifyContext(ctx, os.Interrupt)
	defer stop()
	<-ctx.Done()
}

func below() {
	base, cancel := context.WithCancel(context.Background())
	defer cancel()
	ctx, stop := sig.NotifyContext(base, os.Interrupt) // want `only SIGINT`
	defer stop()
	<-ctx.Done()
}
