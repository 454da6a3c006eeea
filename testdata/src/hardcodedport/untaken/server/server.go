// Package server has a default, and options to change it.
package server

import (
	"fmt"
	"net/http"
)

type Server struct {
	host string
	port int
}

type Option func(*Server)

func WithHost(host string) Option { return func(s *Server) { s.host = host } }
func WithPort(port int) Option    { return func(s *Server) { s.port = port } }

func New(opts ...Option) *Server {
	s := &Server{port: 8161}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Server) Run() error { return http.ListenAndServe(fmt.Sprintf("%s:%d", s.host, s.port), nil) }
