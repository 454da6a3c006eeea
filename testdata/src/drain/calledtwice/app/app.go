// Package app drains from several places.
package app

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"
)

type App struct{ srv *http.Server }

func New() *App { return &App{srv: &http.Server{Addr: os.Getenv("ADDR")}} }

func (a *App) start() <-chan error {
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	return failed
}

// Run does not wait in either place.
func (a *App) Run(ctx context.Context) error {
	select {
	case err := <-a.start():
		return errors.Join(err, a.leave())
	case <-ctx.Done():
	}
	return a.leave()
}

// Wait waits in both.
func (a *App) Wait(ctx context.Context) error {
	select {
	case err := <-a.start():
		return errors.Join(err, <-a.drain())
	case <-ctx.Done():
	}
	return <-a.drain()
}

func (a *App) leave() error {
	a.drain()
	return nil
}

func (a *App) drain() <-chan error {
	done := make(chan error, 1)
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		done <- a.srv.Shutdown(ctx)
	}()
	return done
}
