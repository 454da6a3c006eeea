// Package web serves until it is stopped.
package web

import (
	"context"
	"net"
	"net/http"
)

// Server is a server whose requests run in a context of the caller's.
type Server struct{ srv *http.Server }

// New returns a server on addr, the requests of which run in ctx.
func New(ctx context.Context, addr string) *Server {
	return &Server{srv: &http.Server{Addr: addr, BaseContext: func(net.Listener) context.Context { return ctx }}}
}

// Start serves.
func (s *Server) Start() error { return s.srv.ListenAndServe() }

// Stop waits for the requests.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

// Run serves on addr until ctx ends.
func Run(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr, BaseContext: func(net.Listener) context.Context { return ctx }} // want `requests run in a context that has ended when the stop at web.go:\d+ begins`
	go func() { _ = srv.ListenAndServe() }()
	<-ctx.Done()
	return srv.Shutdown(context.WithoutCancel(ctx))
}
