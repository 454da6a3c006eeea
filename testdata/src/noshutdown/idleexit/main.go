// Package main defers a stop that it then leaves out.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("A")}
	defer srv.Shutdown(context.Background())
	go srv.ListenAndServe() // want `its Shutdown is deferred in main, which ends the process before that`
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	work()
	os.Exit(0)
}

func work() {
	srv := &http.Server{Addr: os.Getenv("B")}
	defer srv.Shutdown(context.Background())
	go srv.ListenAndServe()
}
