// Package main says why.
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
	signal.Notify(quit, os.Interrupt) //portvet:ignore sigterm -- a tool for a terminal
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
