// Package web serves.
package web

import (
	"context"
	"net/http"
)

// Server is the part of the program that serves.
type Server struct{ srv *http.Server }

// New makes a Server.
func New(addr string) *Server { return &Server{srv: &http.Server{Addr: addr}} }

// Start serves.
func (s *Server) Start() error { return s.srv.ListenAndServe() }

// Stop drains.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }
