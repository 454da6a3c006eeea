// Package web sends what becomes of its servers on channels.
package web

import (
	"context"
	"net/http"
)

// Server serves in the background.
type Server struct {
	http   *http.Server
	notify chan error
}

// New makes a server and starts it.
func New(addr string) *Server {
	s := &Server{http: &http.Server{Addr: addr}, notify: make(chan error, 1)}
	s.start()
	return s
}

func (s *Server) start() {
	go func() {
		s.notify <- s.http.ListenAndServe()
		close(s.notify)
	}()
}

// Notify returns what tells that the server has ended.
func (s *Server) Notify() <-chan error { return s.notify }

// Close drains the server.
func (s *Server) Close() error { return s.http.Shutdown(context.Background()) }

// Pair is two servers.
type Pair struct{ one, two http.Server }

// Start starts both, and returns what tells that one has ended.
func (p *Pair) Start() <-chan error {
	failed := make(chan error, 2)
	go func() { failed <- p.one.ListenAndServe() }()
	go func() { failed <- p.two.ListenAndServe() }()
	return failed
}

// Deaf sends where nobody listens.
func Deaf(srv *http.Server) {
	failed := make(chan error, 1)
	go func() {
		if err := srv.ListenAndServe(); err != nil { // want `the error of \(\*http.Server\).ListenAndServe is dropped`
			failed <- err
		}
	}()
}
