// Package web has a server, and another thing that can be stopped.
package web

import (
	"context"
	"errors"
	"net/http"
)

// Server is a service.
type Server struct{ srv *http.Server }

// New makes one.
func New(addr string, h http.Handler) *Server { return &Server{&http.Server{Addr: addr, Handler: h}} }

// Start serves.
func (s *Server) Start() error {
	err := s.srv.ListenAndServe()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Stop drains.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

// Queue works until it is closed.
type Queue struct{ done chan struct{} }

// Start waits.
func (q *Queue) Start() error { <-q.done; return nil }

// Stop ends it at once, whatever the context.
func (q *Queue) Stop(context.Context) error { close(q.done); return nil }
