// Package server stops what it starts.
package server

import (
	"context"
	"net/http"
)

// Server has the name of another.
type Server struct{ srv *http.Server }

// New makes one.
func New(h http.Handler) *Server { return &Server{srv: &http.Server{Addr: ":8080", Handler: h}} }

// Start starts it.
func (s *Server) Start() error { return s.srv.ListenAndServe() }

// Stop stops it.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }
