// Package main has a server by whose handlers another one is stopped.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"drain/quitting/control"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}
	done := make(chan struct{})
	other := &http.Server{Addr: os.Getenv("ADMIN_ADDR"), Handler: control.Quit(func() error {
		defer close(done)
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	})}
	go func() {
		if err := other.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-done
	_ = other.Shutdown(context.Background())
}
