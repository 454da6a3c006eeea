// Package web binds ports, and only warns where that fails.
package web

import (
	"log"
	"net"
	"net/http"
	"os"
)

type Server struct {
	srv   *http.Server
	bound bool
}

func New() *Server { return &Server{srv: new(http.Server)} }

// Start returns as if nothing were when the port is taken.
func (s *Server) Start() {
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Print("cannot listen: ", err)
		return
	}
	go func() {
		if err := s.srv.Serve(l); err != nil {
			log.Fatal(err)
		}
	}()
}

// Try tells by Bound whether it has the port.
func (s *Server) Try() {
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Print("cannot listen: ", err)
		return
	}
	s.bound = true
	go func() {
		if err := s.srv.Serve(l); err != nil {
			log.Fatal(err)
		}
	}()
}

func (s *Server) Bound() bool { return s.bound }

// Must ends the process when the port is taken.
func (s *Server) Must() {
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err == nil {
		log.Print("listening")
		go s.srv.Serve(l)
		return
	}
	log.Fatal("cannot listen")
}
