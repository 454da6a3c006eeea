// Package app serves until it is told to stop.
package app

import (
	"context"
	"net/http"
)

// App is a service.
type App struct{ Server *http.Server }

// Run serves, and leaves the drain to itself.
func (a *App) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- a.Server.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	go a.Server.Shutdown(context.Background())
	return nil
}

// Serve serves until the server is told to stop.
func (a *App) Serve(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- a.Server.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return nil
	}
}
