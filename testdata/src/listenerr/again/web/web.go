// Package web has servers that say whether they run.
package web

import (
	"context"
	"errors"
	"log"
	"net"
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

// Probed is asked whether it is there.
type Probed struct{ srv *http.Server }

// Start only logs.
func (p *Probed) Start() {
	go func() {
		if err := p.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
}

// Ready asks.
func (p *Probed) Ready() error {
	conn, err := net.Dial("tcp", p.srv.Addr)
	if err != nil {
		return err
	}
	return conn.Close()
}

// Caller asks others.
type Caller struct {
	srv   *http.Server
	other string
}

// Start only logs.
func (c *Caller) Start() {
	go func() {
		if err := c.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `only logged`
			log.Print(err)
		}
	}()
}

// Call asks another server.
func (c *Caller) Call() error {
	conn, err := net.Dial("tcp", c.other)
	if err != nil {
		return err
	}
	return conn.Close()
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
