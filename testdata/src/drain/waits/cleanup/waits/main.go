// Command waits defers a function value that waits for the drain.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func drainLater(srv *http.Server) func() {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		log.Print(srv.Shutdown(context.Background()))
	}()
	return func() { <-drained }
}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	wait := drainLater(srv)
	defer wait()
	log.Print(srv.ListenAndServe())
}
