// Package web has a server for lentreceiver, which others stop.
package web

import (
	"context"
	"errors"
	"net"
	"net/http"
)

// Server is a server of the package's own.
type Server struct {
	http.Server
}

// ListenAndServe serves; requests run in ctx.
func (s *Server) ListenAndServe(ctx context.Context, addr string) error {
	s.Server.Addr = addr
	s.Server.BaseContext = func(net.Listener) context.Context { return ctx }
	if err := s.Server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
