// Package web has a server that others stop.
package web

import (
	"context"
	"net/http"
)

// Server is a server.
type Server struct{ srv *http.Server }

// New makes a Server.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Start serves until Stop is called.
func (s *Server) Start() error {
	if err := s.srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// Stop drains.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }
