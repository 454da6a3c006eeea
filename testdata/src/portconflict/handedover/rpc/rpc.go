// Package rpc has another server.
package rpc

import (
	"context"
	"net"
	"net/rpc"
)

// Server is one.
type Server struct{ addr string }

// New makes it.
func New(addr string) *Server { return &Server{addr} }

// Run serves until ctx ends.
func (s *Server) Run(ctx context.Context) error {
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	context.AfterFunc(ctx, func() { l.Close() })
	rpc.Accept(l)
	return nil
}
