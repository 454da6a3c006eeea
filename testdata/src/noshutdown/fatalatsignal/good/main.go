// Package main defers a stop, and returns at the signal.
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
	go func() { failed <- srv.ListenAndServe() }()
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		log.Print(err)
	case s := <-told:
		log.Print("stopped by ", s)
	}
}
