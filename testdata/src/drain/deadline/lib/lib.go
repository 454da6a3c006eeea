// Package lib is stopped, or runs, as others tell it.
package lib

import (
	"context"
	"net/http"
)

// Server is run by others.
type Server struct {
	srv  http.Server
	idle chan struct{}
}

// Stop is given a deadline: that is what stops are given.
func (s *Server) Stop(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return s.srv.Shutdown(ctx)
	case <-s.idle:
		return s.srv.Shutdown(ctx)
	}
}

// Run ends when ctx does.
func (s *Server) Run(ctx context.Context) error {
	go s.srv.ListenAndServe()
	select {
	case <-ctx.Done():
		return s.srv.Shutdown(ctx) // want `has already ended here`
	case <-s.idle:
		return nil
	}
}
