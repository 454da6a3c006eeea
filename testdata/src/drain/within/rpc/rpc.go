// Package rpc has a server that is drained as long as a context lives.
package rpc

import (
	"context"
	"net"

	"google.golang.org/grpc"
)

// Server serves calls.
type Server struct {
	addr string
	srv  *grpc.Server
}

// New makes one.
func New(addr string) *Server { return &Server{addr, grpc.NewServer()} }

// Start serves.
func (s *Server) Start() error {
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	return s.srv.Serve(l)
}

// Stop waits for open calls until ctx ends.
func (s *Server) Stop(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		s.srv.GracefulStop()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		s.srv.Stop()
		return ctx.Err()
	}
}
