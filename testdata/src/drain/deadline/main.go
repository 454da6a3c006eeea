// Package main has functions that are given the deadline of a drain, and watch
// it, and others that are given what begins the drain.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

type part interface {
	halt(limit context.Context) error
}

type web struct {
	srv  http.Server
	busy func() bool
	idle chan struct{}
}

// halt is given the deadline of the drain through an interface.
func (w *web) halt(limit context.Context) error {
	for w.busy() {
		select {
		case <-limit.Done():
			return w.srv.Shutdown(limit)
		case <-time.After(time.Second):
		}
	}
	return w.srv.Shutdown(limit)
}

// inTurn is given it, and hands it on.
func (w *web) inTurn(limit context.Context) error { return w.then(limit) }

func (w *web) then(limit context.Context) error {
	select {
	case <-limit.Done():
	case <-w.idle:
	}
	return w.srv.Shutdown(limit)
}

// run is given what begins the drain.
func (w *web) run(ctx context.Context, failed chan error) error {
	go w.srv.ListenAndServe()
	select {
	case <-ctx.Done():
		return w.srv.Shutdown(ctx) // want `has already ended here`
	case err := <-failed:
		return err
	}
}

// waits has nothing to do but to wait until the time is over.
func (w *web) waits(limit context.Context) error {
	<-limit.Done()
	return w.srv.Shutdown(limit) // want `has already ended here`
}

// either is given a deadline by one, and what begins the drain by another.
func (w *web) either(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return w.srv.Shutdown(ctx) // want `has already ended here`
	case <-w.idle:
		return nil
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	w := &web{}
	w.run(ctx, make(chan error))
	w.either(ctx)

	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, p := range []part{w} {
		p.halt(limit)
	}
	w.inTurn(limit)
	w.either(limit)
	w.waits(limit)
}
