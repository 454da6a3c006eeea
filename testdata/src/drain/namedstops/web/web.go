// Package web serves.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
)

// Server is a server.
type Server struct{ srv *http.Server }

// Start starts one.
func Start() *Server {
	s := &Server{&http.Server{Addr: os.Getenv("ADDR")}}
	go func() {
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return s
}

// Shutdown drains it.
func (s *Server) Shutdown(ctx context.Context) error { return s.srv.Shutdown(ctx) }
