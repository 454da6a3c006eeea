// Package main computes its signals.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
)

var known = []os.Signal{os.Interrupt}

func init() { known = append(known, extra()...) }

func extra() []os.Signal { return nil }

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, known...)
	<-quit
	log.Print(srv.Shutdown(context.Background()))
}
