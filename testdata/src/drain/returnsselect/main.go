// Package main waits with a limit.
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
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		defer cancel()
		wait()
		_ = srv.Shutdown(context.Background())
	}()
	log.Print(srv.ListenAndServe())
	select {
	case <-ctx.Done():
	}
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
