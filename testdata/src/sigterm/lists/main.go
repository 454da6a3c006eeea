// Package main keeps its signals in a list.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
)

var signals = []os.Signal{os.Interrupt}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, signals...) // want `only SIGINT`
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
