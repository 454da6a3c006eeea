// Package rpc has a server whose stop drains it in a goroutine.
package rpc

import (
	"context"
	"net"

	"google.golang.org/grpc"
)

// Server serves gRPC.
type Server struct {
	srv  *grpc.Server
	addr string
}

// New makes a server.
func New(addr string) *Server { return &Server{grpc.NewServer(), addr} }

// Start serves until the server is stopped.
func (s *Server) Start() error {
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	return s.srv.Serve(l)
}

// Stop drains the server as long as ctx lives.
func (s *Server) Stop(ctx context.Context) {
	drained := make(chan struct{})
	go func() {
		s.srv.GracefulStop()
		close(drained)
	}()
	select {
	case <-drained:
	case <-ctx.Done():
		s.srv.Stop()
	}
}
