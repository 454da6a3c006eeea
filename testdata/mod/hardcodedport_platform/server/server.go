// Package server is a company's own way to start servers.
package server

import (
	"net"
	"os"
	"strconv"

	"example.com/netkit/bind"
)

// DefaultAddr is where a server listens that is told nothing.
const (
	DefaultAddr = ":9000"
)

// Run serves on addr.
func Run(addr string) error {
	l, err := bind.Listen(addr)
	if err != nil {
		return err
	}
	return serve(l)
}

// RunPort serves on port.
func RunPort(port int) error { return Run(net.JoinHostPort("", strconv.Itoa(port))) }

// RunEnv serves on $ADDR, or on addr.
func RunEnv(addr string) error { return Run(Env("ADDR", addr)) }

// Env returns the variable key, or def.
func Env(key, def string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return def
}

// RunFixed is reported where this module is linted, not in others.
func RunFixed() error { return Run(":9001") }

func serve(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		c.Close()
	}
}

// Config says where a Server listens.
type Config struct{ Addr string }

// Server is a server.
type Server struct{ cfg Config }

// New makes a Server.
func New(cfg Config) *Server { return &Server{cfg: cfg} }

// Start starts it.
func (s *Server) Start() error { return Run(s.cfg.Addr) }

// Starter starts.
type Starter struct{ n int }

// Listen listens on addr.
func (s *Starter) Listen(addr string) error { return Run(addr) }
