// Package server makes its server when it is prepared.
package server

import (
	"fmt"
	"net/http"
)

// Server serves on one address.
type Server struct {
	addr string
	srv  *http.Server
}

// New returns a server for addr, which Init prepares.
func New(addr string) *Server { return &Server{addr: addr} }

// Init prepares the server.
func (s *Server) Init() *Server {
	s.srv = &http.Server{Addr: s.addr}
	return s
}

// Start serves.
func (s *Server) Start() error { return s.srv.ListenAndServe() }

// Builder makes applications.
type Builder struct {
	host string
	port int
}

// NewBuilder returns a builder.
func NewBuilder() *Builder { return &Builder{} }

// Host sets the host.
func (b *Builder) Host(h string) *Builder {
	b.host = h
	return b
}

// Port sets the port.
func (b *Builder) Port(p int) *Builder {
	b.port = p
	return b
}

// Build returns the application.
func (b *Builder) Build() *App {
	return &App{srv: &http.Server{Addr: fmt.Sprintf("%s:%d", b.host, b.port)}}
}

// App is an application.
type App struct{ srv *http.Server }

// Run serves.
func (a *App) Run() error { return a.srv.ListenAndServe() }

type config struct{ addr, name string }

// Option sets something.
type Option interface{ apply(*config) }

type addr string

func (a addr) apply(c *config) { c.addr = string(a) }

type name string

func (n name) apply(c *config) { c.name = string(n) }

// Addr sets the address.
func Addr(a string) Option { return addr(a) }

// Name sets the name.
func Name(n string) Option { return name(n) }

// Serve serves.
func Serve(opts ...Option) error {
	var c config
	for _, o := range opts {
		o.apply(&c)
	}
	return http.ListenAndServe(c.addr, nil)
}
