// Package web serves.
package web

import (
	"context"
	"errors"
	"net/http"
	"os"
)

// Server is a server.
type Server struct {
	srv  *http.Server
	mux  *http.ServeMux
	done chan struct{}
}

// New makes one.
func New() *Server {
	mux := http.NewServeMux()
	return &Server{&http.Server{Addr: os.Getenv("ADDR"), Handler: mux}, mux, make(chan struct{})}
}

// Handle adds a handler.
func (s *Server) Handle(pattern string, h http.Handler) { s.mux.Handle(pattern, h) }

// Run serves until it is stopped.
func (s *Server) Run() error {
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-s.done
	return nil
}

// Shutdown drains the server.
func (s *Server) Shutdown(ctx context.Context) error {
	defer close(s.done)
	return s.srv.Shutdown(ctx)
}

// Stop is Shutdown.
func (s *Server) Stop(ctx context.Context) error { return s.Shutdown(ctx) }
