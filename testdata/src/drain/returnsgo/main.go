// Package main serves in a goroutine and drains in another, and ends with neither.
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
	go func() { log.Print(srv.ListenAndServe()) }() // want `main ends without waiting for it`
	go func() {
		wait()
		_ = srv.Shutdown(context.Background())
	}()
	wait()
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
