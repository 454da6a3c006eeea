// Package web has servers that are told by others how long to drain.
package web

import (
	"context"
	"net/http"
	"time"
)

type Server struct {
	srv   *http.Server
	grace time.Duration
}

type Option func(*Server)

func Grace(d time.Duration) Option { return func(s *Server) { s.grace = d } }

func New(addr string, idle time.Duration, opts ...Option) *Server {
	s := &Server{srv: &http.Server{Addr: addr, IdleTimeout: idle}, grace: 5 * time.Second}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Server) Start() error { return s.srv.ListenAndServe() }

// Stop drains as long as an option says.
func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), s.grace)
	defer cancel()
	return s.srv.Shutdown(ctx)
}

// StopIn drains as long as it is told.
func (s *Server) StopIn(d time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	return s.srv.Shutdown(ctx)
}
