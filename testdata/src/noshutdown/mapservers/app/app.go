// Package app keeps servers by their names.
package app

import (
	"context"
	"net/http"
)

type App struct {
	stopped, left map[string]*http.Server
}

func New() *App {
	return &App{stopped: map[string]*http.Server{}, left: make(map[string]*http.Server)}
}

func (a *App) Add(name, addr string) {
	a.stopped[name] = &http.Server{Addr: addr}
	a.left[name] = &http.Server{Addr: addr}
}

func (a *App) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	for _, srv := range a.stopped {
		go func() { failed <- srv.ListenAndServe() }()
	}
	for _, srv := range a.left {
		go func() { failed <- srv.ListenAndServe() }() // want `never stopped by Shutdown`
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return a.stop()
}

func (a *App) stop() error {
	for name := range a.stopped {
		if err := a.stopped[name].Shutdown(context.Background()); err != nil {
			return err
		}
	}
	return nil
}
