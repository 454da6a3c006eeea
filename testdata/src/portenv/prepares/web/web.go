// Package web serves HTTP.
package web

import (
	"net/http"
	"strconv"
	"time"
)

// Config is what a server is made with.
type Config struct {
	Name    string        `json:"name"`
	Port    int           `json:"port"`
	Timeout time.Duration `json:"timeout"`
}

// Server serves.
type Server struct {
	name string
	port int
}

// New returns a server, with a port of its own where there is none.
func New(c Config) (*Server, error) {
	s := &Server{name: c.Name, port: c.Port}
	if err := s.init(); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Server) init() error {
	if s.port == 0 {
		s.port = 8080
	}
	return nil
}

// Start serves until it fails.
func (s *Server) Start() error {
	srv := &http.Server{Addr: ":" + strconv.Itoa(s.port)}
	return srv.ListenAndServe()
}
