// Package web has servers whose configuration says how long to drain.
package web

import (
	"context"
	"net/http"
	"time"
)

// Config of a server.
type Config struct {
	Addr  string
	Grace time.Duration
}

// Long is a configuration with much patience.
func Long(addr string) Config { return Config{Addr: addr, Grace: 2 * time.Minute} }

// Short is one with little.
func Short(addr string) Config { return Config{Addr: addr, Grace: 10 * time.Second} }

// Server serves.
type Server struct {
	config Config
	srv    *http.Server
}

// New makes one.
func New(config Config) *Server {
	return &Server{config: config, srv: &http.Server{Addr: config.Addr}}
}

// Start serves.
func (s *Server) Start() error { return s.srv.ListenAndServe() }

// Stop drains for as long as the configuration says.
func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), s.config.Grace)
	defer cancel()
	return s.srv.Shutdown(ctx)
}
