// Package web has a server that programs make.
package web

import "net/http"

// Server serves on one address.
type Server struct{ srv *http.Server }

// New returns a server for addr.
func New(addr string) *Server { return &Server{srv: &http.Server{Addr: addr}} }

// Start serves.
func (s *Server) Start() error { return s.srv.ListenAndServe() }
