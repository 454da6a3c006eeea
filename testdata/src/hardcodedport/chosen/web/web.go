// Package web has a server with a default, which it starts when it is made, and
// options.
package web

import (
	"context"
	"net"
	"net/http"
	"os"
)

type Server struct {
	srv  *http.Server
	done chan error
}

type Option func(*Server)

func Port(port string) Option {
	return func(s *Server) { s.srv.Addr = net.JoinHostPort("", port) }
}

// FromEnvironment chooses another option, out of sight of who calls New.
func FromEnvironment() Option { return Port(os.Getenv("WEB_PORT")) }

func New(h http.Handler, opts ...Option) *Server {
	s := &Server{srv: &http.Server{Addr: ":8070", Handler: h}, done: make(chan error, 1)}
	for _, opt := range opts {
		opt(s)
	}
	s.start()
	return s
}

func (s *Server) start() {
	go func() { s.done <- s.srv.ListenAndServe() }()
}

func (s *Server) Done() <-chan error { return s.done }

func (s *Server) Shutdown(ctx context.Context) error { return s.srv.Shutdown(ctx) }
