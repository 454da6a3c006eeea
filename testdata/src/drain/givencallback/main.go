// Package main drains in a callback that another package calls beside it.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"time"

	"drain/givencallback/cmd"
)

func main() {
	if os.Getenv("PATIENT") != "" {
		patient()
		return
	}
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go cmd.Catch(log.Default(), func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
	})
	err := srv.ListenAndServe() // want `returns as soon as \(\*http.Server\).Shutdown begins at main.go:\d+, and main ends without waiting`
	if err != nil && err != http.ErrServerClosed {
		cmd.FailOnError(err, "serving on %s", srv.Addr)
	}
}

// patient waits for the callback, or for the end that comes behind it.
func patient() {
	srv := &http.Server{Addr: os.Getenv("OTHER_ADDR")}
	done := make(chan struct{})
	go cmd.Catch(log.Default(), func() {
		defer close(done)
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
	})
	err := srv.ListenAndServe()
	if err != nil && err != http.ErrServerClosed {
		cmd.FailOnError(err, "serving")
	}
	<-done
}
