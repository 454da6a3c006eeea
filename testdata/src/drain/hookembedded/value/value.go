// Package value has a server that embeds another.
package value

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Server is one.
type Server struct {
	http.Server
	cancel context.CancelFunc
}

// New makes one.
func New(addr string) *Server {
	base, cancel := context.WithCancel(context.Background())
	s := &Server{cancel: cancel}
	s.Addr = addr
	s.BaseContext = func(net.Listener) context.Context { return base } // want "requests run in a context that the stop itself cancels"
	s.RegisterOnShutdown(s.cancel)
	return s
}

// Listen serves.
func (s *Server) Listen() error {
	if err := s.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// Drain finishes what is in flight.
func (s *Server) Drain(ctx context.Context) error {
	ctx, done := context.WithTimeout(ctx, 15*time.Second)
	defer done()
	defer s.cancel()
	return s.Shutdown(ctx)
}
