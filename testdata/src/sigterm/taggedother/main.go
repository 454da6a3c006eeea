// Package main is told what to wait for in a file that Linux does not need.
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
	signal.Notify(quit, stopSignals()...)
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
