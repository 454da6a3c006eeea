// Package web has servers that stop when their context ends.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// Server is a server.
type Server struct {
	srv http.Server
}

// New makes one.
func New(addr string) *Server {
	return &Server{srv: http.Server{Addr: addr}}
}

// Run returns before its drain is over.
func (s *Server) Run(ctx context.Context) error {
	stop := context.AfterFunc(ctx, s.stop)
	defer stop()
	if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *Server) stop() {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
