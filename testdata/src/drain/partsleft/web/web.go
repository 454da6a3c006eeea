// Package web has servers with a start and a stop.
package web

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Server is one of several.
type Server struct{ http *http.Server }

// New makes a server.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Start serves until the server is stopped.
func (s *Server) Start() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop drains the server.
func (s *Server) Stop() error {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.http.Shutdown(limit)
}
