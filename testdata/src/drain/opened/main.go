// Package main waits for its storage before it listens. That is over when the
// first request comes, so it is no wait for the drain.
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

	"drain/opened/storage"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 8*time.Second)
		defer cancel()
		if err := srv.Shutdown(end); err != nil {
			log.Print(err)
		}
	}()
	if err := storage.Open(ctx); err != nil {
		log.Fatal(err)
	}
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
		log.Fatal(err)
	}
}
