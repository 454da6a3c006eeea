// Package main has a hook that waits for its drain beside one that does not.
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

	"drain/endsbeside/grace"
	"drain/endsbeside/grace/store"
)

func main() {
	store.Open()
	drained := make(chan struct{})
	grace.OnInterrupt(func() { <-drained })
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = srv.Shutdown(drain)
	close(drained)
	select {}
}
