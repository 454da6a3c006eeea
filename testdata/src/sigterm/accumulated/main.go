// Package main asks for its signals one by one, in a helper and in a loop.
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
	more(quit)
	<-quit
	go func() {
		<-quit
		os.Exit(1)
	}()
	log.Print(srv.Shutdown(context.Background()))
}

func more(c chan<- os.Signal) { signal.Notify(c, syscall.SIGTERM) }
