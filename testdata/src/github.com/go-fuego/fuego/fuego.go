// Package fuego is a stub.
package fuego

import "net/http"

type ServerOption = func(*Server)

type Server struct {
	*http.Server
}

func NewServer(options ...ServerOption) *Server { return nil }
func WithAddr(addr string) ServerOption         { return nil }
func WithoutLogger() ServerOption               { return nil }

func (s *Server) Run() error                            { return nil }
func (s *Server) RunTLS(certFile, keyFile string) error { return nil }
