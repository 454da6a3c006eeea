// Package main hands what drains its server to a function that calls it at the signal,
// and says when that is done.
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

func onSignal(f func()) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt, syscall.SIGTERM)
		<-c
		f()
	}()
	return done
}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	done := onSignal(func() {
		ctx, cancel := limit()
		defer cancel()
		_ = srv.Shutdown(ctx)
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-done
}
