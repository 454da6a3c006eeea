// Package server has the name of another, and does not stop what it starts.
package server

import "net/http"

// Server has the name of another.
type Server struct{ srv *http.Server }

// New makes one.
func New(h http.Handler) *Server { return &Server{srv: &http.Server{Addr: ":8080", Handler: h}} }

// Start starts it.
func (s *Server) Start() error {
	return s.srv.ListenAndServe() // want "is never stopped by Shutdown"
}
