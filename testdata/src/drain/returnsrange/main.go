// Package main waits in a loop over a channel.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	done := make(chan struct{})
	go func() {
		defer close(done)
		wait()
		_ = srv.Shutdown(context.Background())
	}()
	log.Print(srv.ListenAndServe())
	for range done {
	}
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
