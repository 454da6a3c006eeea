// Package web serves in a goroutine, and returns what that tells it.
package web

import (
	"context"
	"fmt"
	"net/http"
)

// Run serves until ctx ends.
func Run(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	return srv.Shutdown(context.WithoutCancel(ctx))
}

// Wait serves until somebody else stops the server.
func Wait(srv *http.Server) error {
	failed := make(chan error)
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			failed <- fmt.Errorf("serve: %w", err)
		}
		close(failed)
	}()
	return <-failed
}

// Count keeps count of what fails, and does not tell of it.
func Count(addr string) int {
	failed := make(chan error, 1)
	go func() { failed <- http.ListenAndServe(addr, nil) }()
	if err := <-failed; err != nil {
		return 1
	}
	return 0
}
