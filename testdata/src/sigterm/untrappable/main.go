// Package main asks for signals that no process gets.
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
	signal.Notify(quit, syscall.SIGTERM, os.Kill) // want `SIGKILL cannot be caught, so nothing is ever done for it`
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}

func stop() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGKILL, syscall.SIGSTOP) // want `SIGKILL or SIGSTOP cannot be caught, so`
	<-c
}

// No fix: with no signals in the list, all would be asked for.
func alone() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Kill) // want `SIGKILL cannot be caught, so nothing is ever done for it`
	<-c
}
