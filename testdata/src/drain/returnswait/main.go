// Package main waits for the drain in a deferred call, far away.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

type app struct {
	srv *http.Server
	wg  sync.WaitGroup
}

func (a *app) close() { a.wg.Wait() }

func main() {
	a := &app{srv: &http.Server{Addr: os.Getenv("ADDR")}}
	defer a.close()
	a.serve()
}

func (a *app) serve() {
	a.wg.Go(func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		_ = a.srv.Shutdown(context.Background())
	})
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}
