// Package web serves, and stops when it is asked to.
package web

import (
	"context"
	"errors"
	"net/http"
)

// Server serves.
type Server struct {
	srv  *http.Server
	done chan struct{}
}

// New returns a server on addr.
func New(addr string) *Server {
	return &Server{srv: &http.Server{Addr: addr}, done: make(chan struct{})}
}

// Start serves until it is stopped.
func (s *Server) Start() error {
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// StopWith waits for the end of ctx, and then for the requests.
func (s *Server) StopWith(ctx context.Context) {
	<-ctx.Done()
	s.srv.Shutdown(context.WithoutCancel(ctx))
	close(s.done)
}

// Wait returns when the requests have been answered.
func (s *Server) Wait() { <-s.done }
