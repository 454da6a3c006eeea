// Package web has the server of a program, with methods to start and stop it.
package web

import (
	"context"
	"net/http"
)

// App is stopped by whoever has it.
type App struct{ srv *http.Server }

// New makes an App.
func New(addr string, h http.Handler) *App {
	return &App{srv: &http.Server{Addr: addr, Handler: h}}
}

// Run runs it.
func (a *App) Run() error { return a.srv.ListenAndServe() }

// Stop stops it.
func (a *App) Stop(ctx context.Context) error { return a.srv.Shutdown(ctx) }
