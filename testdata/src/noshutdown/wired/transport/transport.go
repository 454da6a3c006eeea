// Package transport makes servers, and apps that keep those that they are given.
package transport

import (
	"context"
	"net/http"
	"time"
)

// NewServer makes a server.
func NewServer(addr string) *http.Server { return &http.Server{Addr: addr} }

// App forgets its server in the end.
type App struct{ srv *http.Server }

// NewApp makes one.
func NewApp(srv *http.Server) *App { return &App{srv: srv} }

// Run serves until ctx ends.
func (a *App) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Limit is how long a drain may take.
const Limit = 5 * time.Second
