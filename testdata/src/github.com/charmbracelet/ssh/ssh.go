// Package ssh is a stub.
package ssh

import (
	"context"
	"errors"
)

var ErrServerClosed = errors.New("ssh: Server closed")

type Server struct {
	Addr string
}

type Option func(*Server) error

func (srv *Server) ListenAndServe() error              { return nil }
func (srv *Server) Shutdown(ctx context.Context) error { return nil }
func (srv *Server) Close() error                       { return nil }
