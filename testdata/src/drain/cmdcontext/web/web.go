// Package web is a server.
package web

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Server serves.
type Server struct{ http *http.Server }

// New makes a server whose requests run in base.
func New(base context.Context, addr string, h http.Handler) *Server {
	return &Server{&http.Server{Addr: addr, Handler: h, BaseContext: func(net.Listener) context.Context { return base }}}
}

// Run serves until ctx ends.
func (s *Server) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.http.Shutdown(limit)
}
