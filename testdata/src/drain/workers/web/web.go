// Package web is a server that others run.
package web

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Server serves.
type Server struct{ http *http.Server }

// New makes a server.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Start serves until the server is closed.
func (s *Server) Start() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Close drains the server.
func (s *Server) Close() error {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.http.Shutdown(limit)
}

// Run serves until ctx ends, and leaves the drain to itself.
func (s *Server) Run(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		s.Close()
	}()
	return s.Start()
}
