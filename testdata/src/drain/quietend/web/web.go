// Package web has a server that others stop.
package web

import (
	"context"
	"errors"
	"net/http"
)

// Server serves.
type Server struct{ srv *http.Server }

// New makes one.
func New(addr string) *Server { return &Server{srv: &http.Server{Addr: addr}} }

// Start serves until it is stopped.
func (s *Server) Start() error {
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Shutdown stops it.
func (s *Server) Shutdown(ctx context.Context) error { return s.srv.Shutdown(ctx) }
