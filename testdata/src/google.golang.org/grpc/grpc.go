// Package grpc is a stub of google.golang.org/grpc: the signatures that tests use.
package grpc

import (
	"net"
	"net/http"
)

type ServerOption interface{ apply() }

type ServiceDesc struct{ ServiceName string }

type ServiceRegistrar interface {
	RegisterService(desc *ServiceDesc, impl any)
}

type Server struct{ stopped bool }

func NewServer(opt ...ServerOption) *Server { return &Server{} }

func (s *Server) RegisterService(sd *ServiceDesc, ss any)          {}
func (s *Server) Serve(lis net.Listener) error                     { return nil }
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {}
func (s *Server) GracefulStop()                                    {}
func (s *Server) Stop()                                            {}
