// Package closed has a server that others close.
package closed

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// Server is a server.
type Server struct{ srv http.Server }

// New makes one.
func New(addr string) *Server { return &Server{srv: http.Server{Addr: addr}} }

// Serve serves until Close.
func (s *Server) Serve() error {
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Close drains it.
func (s *Server) Close() {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
