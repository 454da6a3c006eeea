// Package main waits for what its requests have begun, and not for them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type app struct{ wg sync.WaitGroup }

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.background(work) }

func (a *app) background(f func()) {
	a.wg.Add(1)
	go func() {
		defer a.wg.Done()
		f()
	}()
}

func main() {
	a := new(app)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: a}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want "returns as soon as"
		log.Fatal(err)
	}
	a.wg.Wait()
}

func work() {}
