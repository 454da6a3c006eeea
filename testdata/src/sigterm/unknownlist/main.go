// Package main waits for what its callers name.
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
	wait(os.Interrupt) // want `only SIGINT is waited for in main.wait and not SIGTERM`
	log.Print(srv.Shutdown(context.Background()))
}

func wait(sigs ...os.Signal) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, sigs...)
	<-quit
}
