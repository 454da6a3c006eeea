// Package main has a channel for the end of its drain, and does not ask it.
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

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		limit, cancel := context.WithTimeout(context.Background(), 8*time.Second)
		defer cancel()
		if err := srv.Shutdown(limit); err != nil {
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `and main ends without waiting for it`
		log.Fatal(err)
	}
}
