// Package web has a server type that embeds http.Server.
package web

import (
	"context"
	"net/http"
	"time"
)

// Server is one.
type Server struct {
	*http.Server
	ready bool
}

// New makes one.
func New(addr string) *Server {
	return &Server{Server: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
}

// Listen serves.
func (s *Server) Listen() error {
	s.ready = true
	return s.ListenAndServe()
}

// Stop drains.
func (s *Server) Stop() error {
	s.ready = false
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.Shutdown(ctx)
}
