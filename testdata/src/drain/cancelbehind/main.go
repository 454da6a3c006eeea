// Package main cancels the requests before it has waited for their drain.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	if err := serve(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func serve(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	srv := &http.Server{
		Addr:        ":" + os.Args[1],
		BaseContext: func(net.Listener) context.Context { return ctx }, // want "is cancelled .at main.go:44. as soon as Shutdown begins"
	}
	var drained sync.WaitGroup
	drained.Add(1)
	go func() {
		defer drained.Done()
		told, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		<-told.Done()
		limit, done := context.WithTimeout(context.Background(), 10*time.Second)
		defer done()
		log.Print(srv.Shutdown(limit))
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	cancel()
	drained.Wait()
	return nil
}
