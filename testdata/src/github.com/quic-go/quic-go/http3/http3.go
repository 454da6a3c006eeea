// Package http3 is a stub of github.com/quic-go/quic-go/http3: the signatures that tests use.
package http3

import (
	"context"
	"net/http"
)

type Server struct {
	Addr    string
	Handler http.Handler
}

func (s *Server) ListenAndServe() error              { return nil }
func (s *Server) Shutdown(ctx context.Context) error { return nil }
func (s *Server) Close() error                       { return nil }
