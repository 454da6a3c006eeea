// Package serve serves until a context ends, or the server has failed.
package serve

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// Serve serves.
func Serve(ctx context.Context, addr string) error {
	serving, cancel := context.WithCancel(ctx)
	defer cancel()
	srv := &http.Server{Addr: addr}
	go func() {
		defer cancel()
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	<-serving.Done()
	limit, done := context.WithTimeout(context.Background(), 10*time.Second)
	defer done()
	return srv.Shutdown(limit)
}

// Job serves until its work is done.
func Job(ctx context.Context, addr string, work func()) error {
	working, cancel := context.WithCancel(ctx)
	defer cancel()
	srv := &http.Server{Addr: addr}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	go func() {
		defer cancel()
		work()
	}()
	<-working.Done()
	limit, done := context.WithTimeout(context.Background(), 10*time.Second)
	defer done()
	return srv.Shutdown(limit)
}
