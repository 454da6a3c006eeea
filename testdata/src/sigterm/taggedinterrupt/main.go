// Package main has the same mistake in a file for its system.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, stopSignals...) // want `only SIGINT is waited for`
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
