// Package server has a server with options.
package server

import "net/http"

// Server listens.
type Server struct{ srv *http.Server }

// Option changes a Server.
type Option func(*Server)

// Addr sets the address.
func Addr(addr string) Option { return func(s *Server) { s.srv.Addr = addr } }

// New makes a Server.
func New(h http.Handler, opts ...Option) *Server {
	s := &Server{&http.Server{Handler: h, Addr: ":80"}}
	for _, o := range opts {
		o(s)
	}
	return s
}

// Run runs it.
func (s *Server) Run() error { return s.srv.ListenAndServe() }

// Config configures a server.
type Config struct{ Addr string }

// RunConfig runs a server.
func RunConfig(cfg Config, h http.Handler) error { return http.ListenAndServe(cfg.Addr, h) }
