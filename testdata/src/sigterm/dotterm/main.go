// Package main names SIGTERM without its package.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	. "syscall"
)

var stops = map[os.Signal]bool{os.Interrupt: true, SIGTERM: true}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, SIGINT)
	for sig := range stops {
		signal.Notify(quit, sig)
	}
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
