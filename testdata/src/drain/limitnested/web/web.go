// Package web has a server whose configuration says how long its drain may take.
package web

import (
	"context"
	"net/http"
	"time"
)

// Config is the part of a configuration that is about the server.
type Config struct {
	Addr  string
	Grace time.Duration
}

// Settings are all of it.
type Settings struct{ HTTP Config }

// Server is a server.
type Server struct {
	srv   http.Server
	grace time.Duration
}

// New makes one.
func New(s Settings) *Server {
	return &Server{srv: http.Server{Addr: s.HTTP.Addr}, grace: s.HTTP.Grace}
}

// Start serves.
func (s *Server) Start() error { return s.srv.ListenAndServe() }

// Stop drains.
func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), s.grace)
	defer cancel()
	return s.srv.Shutdown(ctx)
}
