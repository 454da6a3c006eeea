// Package web runs servers for methodgroup.
package web

import (
	"context"
	"net/http"
	"os"
	"time"
)

// Server is a server that ends with a context.
type Server struct {
	http.Server
	ctx context.Context
}

// New returns a server that ends with ctx.
func New(ctx context.Context) *Server {
	return &Server{Server: http.Server{Addr: os.Getenv("ADDR")}, ctx: ctx}
}

// Run leaves the drain to a goroutine.
func (s *Server) Run() error {
	go s.stop()
	if err := s.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// RunWhole returns when all is answered.
func (s *Server) RunWhole() error {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		s.stop()
	}()
	if err := s.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	<-drained
	return nil
}

func (s *Server) stop() {
	<-s.ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = s.Shutdown(limit)
}
