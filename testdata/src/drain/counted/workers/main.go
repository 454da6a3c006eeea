// Package main waits for its workers, and not for requests.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func main() {
	var workers sync.WaitGroup
	workers.Add(1)
	go func() { defer workers.Done(); work() }()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want "returns as soon as"
		log.Fatal(err)
	}
	workers.Wait()
}

func work() {}
