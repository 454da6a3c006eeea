// Package main defers a stop, and ends the process at the signal.
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
	srv := &http.Server{Addr: ":" + os.Args[1]}
	defer func() { log.Print(srv.Shutdown(context.Background())) }()
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }() // want `is deferred in main, which ends the process before that`
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		log.Print(err)
	case s := <-told:
		log.Fatal("stopped by ", s)
	}
}
