// Package main hands what drains its server to a function that calls it at the signal.
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

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 5*time.Second)
}

func onSignal(f func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	f()
}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go onSignal(func() {
		ctx, cancel := limit()
		defer cancel()
		_ = srv.Shutdown(ctx)
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
		log.Fatal(err)
	}
}
