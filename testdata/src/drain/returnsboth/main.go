// Package main may stop its server in two places.
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
	go func() {
		wait()
		_ = srv.Shutdown(context.Background())
	}()
	log.Print(srv.ListenAndServe())
	_ = srv.Shutdown(context.Background()) // waits as well
}

func wait() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
