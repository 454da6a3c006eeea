// Package server starts and stops a server for others.
package server

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Server is a server.
type Server struct{ srv *http.Server }

// New makes a Server.
func New(addr string) *Server { return &Server{srv: &http.Server{Addr: addr}} }

// Run serves until it is stopped.
func (s *Server) Run() error { return s.srv.ListenAndServe() }

// RunQuietly is Run, but a stop is no error.
func (s *Server) RunQuietly() error {
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop drains.
func (s *Server) Stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	return s.srv.Shutdown(ctx)
}

// Wait drains when ctx has ended.
func (s *Server) Wait(ctx context.Context) error {
	<-ctx.Done()
	return s.srv.Shutdown(ctx) // want `has already ended here`
}

// Drain stops any server.
func Drain(ctx context.Context, srv *http.Server) error { return srv.Shutdown(ctx) }

// Detached drains, whatever has become of ctx.
func Detached(ctx context.Context, srv *http.Server) error {
	return srv.Shutdown(context.WithoutCancel(ctx))
}

// Fresh needs ctx for other things.
func Fresh(ctx context.Context, srv *http.Server) error {
	_ = ctx.Value("id")
	return srv.Shutdown(context.Background())
}
