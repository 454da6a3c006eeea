// Package api runs its server through an interface that tests have a type of their
// own for. Others may call Run, but here there is one type that it is given.
package api

import (
	"context"
	"errors"
	"net/http"
	"os"
)

// Server is what Run needs.
type Server interface {
	ListenAndServe() error
	Shutdown(context.Context) error
}

// Serve runs until ctx ends.
func Serve(ctx context.Context) error {
	return Run(ctx, &http.Server{Addr: os.Getenv("LISTEN")})
}

// Run runs server until ctx ends.
func Run(ctx context.Context, server Server) error {
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	err := server.Shutdown(ctx) // want `has already ended`
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}
