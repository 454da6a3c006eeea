// Package main defers its stop behind an early return.
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
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if len(os.Args) > 3 {
		return // before the defer statement, so it says nothing about what the deferred call finds
	}
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Print(err)
			stop()
		}
	}()
	defer func() {
		if err := srv.Shutdown(ctx); err != nil && err != context.Canceled { // want `has already ended here`
			log.Print(err)
		}
	}()
	<-ctx.Done()
}
