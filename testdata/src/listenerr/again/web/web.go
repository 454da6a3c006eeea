// Package web has servers that say whether they run.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync/atomic"
)

// Server is a server.
type Server struct {
	srv    *http.Server
	lives  atomic.Bool
	starts atomic.Int32
	failed bool
}

// New makes a Server.
func New(addr string) *Server { return &Server{srv: &http.Server{Addr: addr}} }

// Watched notes when it ends.
func (s *Server) Watched() {
	s.lives.Store(true)
	go func() {
		defer s.lives.Store(false)
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
}

// Noted does it by a method.
func (s *Server) Noted() {
	go func() {
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
		s.note()
	}()
}

func (s *Server) note() { s.failed = true }

// Counted notes only that it starts.
func (s *Server) Counted() {
	go func() {
		s.starts.Add(1)
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `only logged`
			log.Print(err, s.starts.Load())
		}
	}()
}

// Serve logs why it ends.
func (s *Server) Serve() {
	if err := s.srv.ListenAndServe(); err != nil {
		log.Print(err)
	}
}

// Lives tells whether it runs.
func (s *Server) Lives() bool { return s.lives.Load() && !s.failed }

// Stop stops it.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }
