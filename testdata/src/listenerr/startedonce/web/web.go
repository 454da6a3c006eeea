// Package web has servers that are started once.
package web

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
)

// Server is such a server.
type Server struct {
	addr string
	srv  *http.Server
	busy chan struct{}
}

// New returns a server at addr.
func New(addr string) *Server {
	return &Server{addr: addr, srv: &http.Server{Handler: http.NotFoundHandler()}, busy: make(chan struct{}, 1)}
}

var errStarted = errors.New("started already")

// Start keeps from its caller that it cannot listen.
func (s *Server) Start() error {
	if len(s.busy) > 0 {
		return errStarted
	}
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		log.Print("cannot listen: ", err)
		return nil
	}
	go s.serve(l)
	return nil
}

// StartOrTell tells that, too.
func (s *Server) StartOrTell() error {
	if len(s.busy) > 0 {
		return errStarted
	}
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		log.Print("cannot listen: ", err)
		return err
	}
	go s.serve(l)
	return nil
}

// StartAndTell tells it below the log.
func (s *Server) StartAndTell() error {
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		log.Print("cannot listen: ", err)
	}
	if err == nil {
		go s.serve(l)
	}
	if l == nil {
		return errors.New("no listener")
	}
	return nil
}

func (s *Server) serve(l net.Listener) {
	if err := s.srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

// Stop ends the server.
func (s *Server) Stop() {
	if err := s.srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}
