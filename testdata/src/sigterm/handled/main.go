// Package main handles SIGTERM, in one way or another.
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
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}

func again() {
	// A second Ctrl-C is impatient; SIGTERM is heard above.
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	os.Exit(1)
}
