// Package main receives the result of the drain.
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
	result := make(chan error, 1)
	go func() {
		wait()
		result <- srv.Shutdown(context.Background())
	}()
	log.Print(srv.ListenAndServe())
	if err := <-result; err != nil {
		log.Print(err)
	}
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
