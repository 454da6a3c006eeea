// Package web stops its servers in several ways.
package web

import (
	"context"
	"net/http"
	"time"
)

// Serve drains when ctx ends.
func Serve(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}

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

// Begin tells only of what fails at once.
func (s *Server) Begin() error {
	failed := make(chan error, 1)
	go func() { failed <- s.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-time.After(time.Second):
		return nil
	}
}

// Stop drains.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }
