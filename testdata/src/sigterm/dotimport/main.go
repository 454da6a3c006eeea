// Package main imports with dots.
package main

import (
	"context"
	"log"
	"net/http"
	. "os"
	. "os/signal"
	sys "syscall"
)

func main() {
	srv := &http.Server{Addr: Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan Signal, 1)
	Notify(quit, Interrupt) // want `only SIGINT is waited for and not SIGTERM, so the graceful stop never runs`
	<-quit
	ctx, stop := NotifyContext(context.Background(), sys.SIGINT, sys.SIGHUP) // want `only SIGINT or SIGHUP is waited for`
	defer stop()
	<-ctx.Done()
	log.Print(srv.Shutdown(context.Background()))
}
