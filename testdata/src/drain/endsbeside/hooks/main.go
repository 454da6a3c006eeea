// Package main ends in a goroutine that has waited for the drain, which is a hook.
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

var hooks []func()

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	hooks = append(hooks, func() {
		limit, done := context.WithTimeout(context.Background(), 5*time.Second)
		defer done()
		_ = srv.Shutdown(limit)
	})
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	drained := make(chan struct{})
	go func() {
		<-ctx.Done()
		for _, hook := range hooks {
			hook()
		}
		<-drained
		os.Exit(0)
	}()
	go func() {
		<-ctx.Done()
		defer close(drained)
		limit, done := context.WithTimeout(context.Background(), 5*time.Second)
		defer done()
		_ = srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	select {}
}
