// Package metrics has a server whose port one method sets, and another binds.
package metrics

import (
	"context"
	"fmt"
	"net/http"
)

// Server is such a server.
type Server struct{ http *http.Server }

// Register sets the port.
func (s *Server) Register(port int) {
	s.http = &http.Server{Addr: fmt.Sprintf(":%d", port)}
}

// Serve listens on it.
func (s *Server) Serve() error { return s.http.ListenAndServe() }

// Stop ends it.
func (s *Server) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }
