// Package main drains in generic code.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"
)

type holder[T any] struct {
	srv   *http.Server
	extra T
}

func (h *holder[T]) start() {
	if err := h.srv.ListenAndServe(); err != nil {
		log.Fatal(err) // want `so this ends the process`
	}
}

func (h *holder[T]) stop(ctx context.Context) error {
	<-ctx.Done()
	return h.srv.Shutdown(ctx) // want `has already ended here`
}

func (h *holder[T]) right(ctx context.Context) error {
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	defer cancel()
	return h.srv.Shutdown(limit)
}

type stopper interface{ Shutdown(context.Context) error }

// stop stops what it is told to.
func stop[S stopper](ctx context.Context, s S) error {
	<-ctx.Done()
	return s.Shutdown(ctx) // want `has already ended here`
}

func after[T any](ctx context.Context, c <-chan T, srv *http.Server) error {
	<-c
	return srv.Shutdown(ctx)
}

func main() {
	h := &holder[int]{srv: &http.Server{Addr: os.Getenv("ADDR")}}
	go h.start()
	ctx, cancel := context.WithCancel(context.Background())
	go cancel()
	log.Print(h.stop(ctx), h.right(ctx), stop(ctx, h.srv), after(ctx, ctx.Done(), h.srv))
	guarded[error](h.srv)
}

func guarded[E error](srv *http.Server) {
	err := srv.ListenAndServe()
	var e E
	if err != nil && !errors.Is(err, http.ErrServerClosed) && !errors.As(err, &e) {
		log.Fatal(err)
	}
}
