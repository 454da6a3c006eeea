// Package main gives its drains to a package that calls them with a context that is over.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"drain/late/process"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := process.New(ctx)
	srv := serve(os.Getenv("ADDR"))
	p.OnShutdown(func(ctx context.Context) {
		ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx) // want `the context given to \(\*http.Server\).Shutdown at process.go:\d+ has already ended there`
	})
	other := serve(os.Getenv("OTHER_ADDR"))
	p.AtLast(func(ctx context.Context) {
		ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
		defer cancel()
		_ = other.Shutdown(ctx)
	})
	third := serve(os.Getenv("THIRD_ADDR"))
	p.OnShutdown(func(context.Context) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = third.Shutdown(ctx)
	})
	p.Wait()
}

func serve(addr string) *http.Server {
	srv := &http.Server{Addr: addr}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return srv
}
