// Package web has a server.
package web

import (
	"context"
	"net/http"
)

// Server is one.
type Server struct{ srv *http.Server }

// New makes it.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Run serves until ctx ends.
func (s *Server) Run(ctx context.Context) error {
	context.AfterFunc(ctx, func() { s.srv.Close() })
	return s.srv.ListenAndServe()
}
