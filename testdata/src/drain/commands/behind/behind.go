// Package behind has a server that it stops behind the back of who calls it.
package behind

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// Server is a server.
type Server struct {
	srv    *http.Server
	failed chan error
}

// Start serves.
func Start(addr string) *Server {
	s := &Server{&http.Server{Addr: addr}, make(chan error, 1)}
	go func() {
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			s.failed <- err
		}
	}()
	return s
}

// Failed tells of a failure.
func (s *Server) Failed() <-chan error { return s.failed }

// Stop begins to drain it.
func (s *Server) Stop() { go s.Drain() }

// Drain drains it.
func (s *Server) Drain() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
