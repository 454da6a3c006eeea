// Package main asks for all signals.
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
	ctx, stop := signal.NotifyContext(context.Background())
	defer stop()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-ctx.Done()
	log.Print(srv.Shutdown(context.Background()))
}
