// Package server waits for Ctrl-C itself.
package server

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
)

// Run serves until it is interrupted.
func Run(addr string) {
	srv := &http.Server{Addr: addr}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want `only SIGINT`
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
