// Package web has a server that keeps its error to itself until it is stopped, and one
// that looks at it.
package web

import (
	"context"
	"log"
	"net/http"
	"time"
)

type Server struct {
	srv         *http.Server
	done, ended chan error
}

func New(addr string) *Server {
	return &Server{srv: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}, done: make(chan error, 1), ended: make(chan error, 1)}
}

// Run starts it.
func (s *Server) Run() {
	go func() {
		s.done <- s.srv.ListenAndServe() // want `the error of \(\*http.Server\).ListenAndServe is dropped`
	}()
}

// Stop looks at the error, which may be old.
func (s *Server) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	log.Print(<-s.done)
}

// RunChecked starts it, and ends the process when it cannot.
func (s *Server) RunChecked() {
	go func() {
		s.ended <- s.srv.ListenAndServe()
	}()
	select {
	case err := <-s.ended:
		log.Fatal(err)
	case <-time.After(time.Second):
	}
}

// StopChecked waits for the end.
func (s *Server) StopChecked() {
	if err := s.srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
	log.Print(<-s.ended)
}
