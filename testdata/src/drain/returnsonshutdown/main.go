// Package main is told when the drain begins.
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
	srv.RegisterOnShutdown(func() { log.Print("draining") })
	go func() {
		wait()
		_ = srv.Shutdown(context.Background())
	}()
	log.Print(srv.ListenAndServe()) // want `main ends without waiting for it`
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
