// Package web starts a server when it is made, for handlers that it is given.
package web

import (
	"net/http"
	"os"
)

type Server struct {
	srv  *http.Server
	done chan struct{}
}

type Option func(*Server)

func New(h http.Handler, opts ...Option) *Server {
	s := newServer(h)
	for _, opt := range opts {
		opt(s)
	}
	s.start()
	return s
}

func newServer(h http.Handler) *Server {
	return &Server{srv: &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: h}, done: make(chan struct{})}
}

// start drops the error, and tells nobody.
func (s *Server) start() {
	go func() {
		s.srv.ListenAndServe()
	}()
}

// NewTelling tells when its server has ended, whatever the reason.
func NewTelling(h http.Handler) *Server {
	s := newServer(h)
	go func() {
		s.srv.ListenAndServe()
		close(s.done)
	}()
	return s
}

func (s *Server) Done() <-chan struct{} { return s.done }
