// Package main hands what drains its server to a function that keeps it for others,
// who may wait for it.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"
)

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 5*time.Second)
}

var hooks []func()

func later(f func()) {
	hooks = append(hooks, f)
	go f()
}

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	later(func() {
		ctx, cancel := limit()
		defer cancel()
		_ = srv.Shutdown(ctx)
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}
