// Package main waits for what it keeps in a list that it changes.
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
	sigs := []os.Signal{os.Interrupt, os.Interrupt}
	sigs[1] = syscall.Signal(0xf)
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, sigs...)
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
