// Package main is told by its callers what to wait for.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func wait[S os.Signal](sig S) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, sig)
	<-quit
}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	go wait(os.Interrupt)
	wait(syscall.Signal(15))
	log.Print(srv.Shutdown(context.Background()))
}
