// Package main stops its server when it is asked to, and waits for that.
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

type api struct {
	srv     *http.Server
	drained chan struct{}
}

func (a *api) quit(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer close(a.drained)
		ctx, cancel := limit()
		defer cancel()
		_ = a.srv.Shutdown(ctx)
	}()
}

func main() {
	mux := http.NewServeMux()
	a := &api{srv: &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}, drained: make(chan struct{})}
	mux.HandleFunc("POST /quit", a.quit)
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-a.drained
}
