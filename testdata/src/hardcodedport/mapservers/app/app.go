// Package app keeps servers by their names.
package app

import (
	"context"
	"errors"
	"net/http"
)

type App struct{ servers map[string]*http.Server }

func New() *App { return &App{servers: make(map[string]*http.Server)} }

func (a *App) Add(name, addr string, h http.Handler) {
	a.servers[name] = &http.Server{Addr: addr, Handler: h}
}

func (a *App) Run(ctx context.Context) error {
	failed := make(chan error, len(a.servers))
	for _, srv := range a.servers {
		go func() { failed <- srv.ListenAndServe() }()
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	var errs error
	for name := range a.servers {
		errs = errors.Join(errs, a.servers[name].Shutdown(context.WithoutCancel(ctx)))
	}
	return errs
}
