// Package http is another one.
package http

import "drain/imports/internal/context"

// ErrServerClosed is another one.
var ErrServerClosed error

// Server is another one.
type Server struct{}

// ListenAndServe does nothing.
func (*Server) ListenAndServe() error { return nil }

// Shutdown does nothing.
func (*Server) Shutdown(context.Context) error { return nil }
