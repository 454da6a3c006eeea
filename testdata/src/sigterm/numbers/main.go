// Package main writes signals as numbers.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

const (
	interrupt = syscall.Signal(2)
	terminate = syscall.Signal(15)
)

var also os.Signal = syscall.SIGTERM

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, interrupt, terminate, also)
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
