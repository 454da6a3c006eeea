// Package lib is used by two programs.
package lib

import "net/http"

type Option func(*Server)

type Server struct{ addr string }

func Addr(a string) Option { return func(s *Server) { s.addr = a } }

func New(opts ...Option) *Server {
	s := &Server{addr: ":8080"}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Server) Run() error { return http.ListenAndServe(s.addr, nil) }

// SetDefaults fills what is empty.
func (c *Config) SetDefaults() {
	if c.Addr == "" {
		c.Addr = ":8080"
	}
}

type Config struct{ Addr string }

func Serve(c *Config) error {
	c.SetDefaults()
	return http.ListenAndServe(c.Addr, nil)
}
