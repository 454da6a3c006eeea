// Package server serves, and has the types that clients exchange with it.
package server

import "net/http"

// Event is what clients are told.
type Event struct{ Text string }

// Server serves events.
type Server struct{ srv http.Server }

// Run serves.
func (s *Server) Run() error { return s.srv.ListenAndServe() }
