// Package web has a server that others stop.
package web

import (
	"context"
	"net/http"
)

// Server is a server.
type Server struct{ srv *http.Server }

// New makes one.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Start serves.
func (s *Server) Start() error { return s.srv.ListenAndServe() }

// Stop drains it.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }
