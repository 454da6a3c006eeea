// Package main has a server that its own handlers stop, by a function.
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
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	done := make(chan struct{})
	mux := http.NewServeMux()
	mux.Handle("/quit", control.Quit(func() error {
		defer close(done)
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx) // want `\(\*http.Server\).Shutdown is called by a handler of the server that it stops \(at control.go:\d+\), so it waits for itself`
	}))
	mux.Handle("/later", control.QuitLater(func() error {
		defer close(done)
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	}))
	srv.Handler = mux
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-done
}
