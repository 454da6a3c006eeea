// Package web has servers that others run.
package web

import "net/http"

// Server is one.
type Server struct{ srv *http.Server }

// New makes one.
func New(addr string) *Server { return &Server{&http.Server{Addr: addr}} }

// Run serves.
func (s *Server) Run() error { return s.srv.ListenAndServe() }

// Close ends it.
func (s *Server) Close(error) { s.srv.Close() }
