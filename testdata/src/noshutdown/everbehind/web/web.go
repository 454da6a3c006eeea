// Package web has a server that is started and stopped.
package web

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Server is one.
type Server struct{ srv *http.Server }

// New makes one.
func New(addr string) *Server {
	return &Server{&http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
}

// Start serves beside.
func (s *Server) Start() error {
	l, err := net.Listen("tcp", s.srv.Addr)
	if err != nil {
		return err
	}
	go s.srv.Serve(l)
	return nil
}

// Stop drains.
func (s *Server) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.srv.Shutdown(ctx)
}
