// Package main waits for signals in generic code.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
)

type waiter[T any] struct {
	quit  chan os.Signal
	value T
}

func (w *waiter[T]) wait() T {
	signal.Notify(w.quit, os.Interrupt) // want `only SIGINT`
	<-w.quit
	return w.value
}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { log.Print(srv.ListenAndServe()) }()
	w := waiter[int]{quit: make(chan os.Signal, 1)}
	log.Print(w.wait())
	log.Print(srv.Shutdown(context.Background()))
}
