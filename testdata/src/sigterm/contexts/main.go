// Package main waits for contexts.
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
	go func() { log.Print(srv.ListenAndServe()) }()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT) // want `only SIGINT is waited for`
	defer stop()
	<-ctx.Done()
	log.Print(srv.Shutdown(context.Background()))

	killed, done := signal.NotifyContext(context.Background(), os.Interrupt, os.Kill) // want `SIGKILL cannot be caught and SIGTERM is not in the list, so`
	defer done()
	<-killed.Done()

	stopped, end := signal.NotifyContext(killed, syscall.SIGSTOP) // want `SIGSTOP cannot be caught, so nothing is ever done for it`
	defer end()
	<-stopped.Done()

	below, cancel := signal.NotifyContext(stopped, os.Interrupt) // the parent may end for a signal of its own
	defer cancel()
	<-below.Done()

}
