// Package kit keeps the context that it is given for its stop.
package kit

import (
	"context"
	"errors"
	"log"
	"net/http"
)

// Server is an HTTP server.
type Server struct {
	ctx context.Context
	srv *http.Server
}

// New makes one.
func New(ctx context.Context, addr string) *Server {
	return &Server{ctx: ctx, srv: &http.Server{Addr: addr}}
}

// Start serves in the background.
func (s *Server) Start() {
	go func() {
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
}

// Stop drains.
func (s *Server) Stop() error { return s.srv.Shutdown(s.ctx) }
