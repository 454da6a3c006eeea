// Package server has a server that nothing stops.
package server

import "net/http"

// Server serves.
type Server struct{ http *http.Server }

// New makes a server.
func New(addr string, h http.Handler) *Server {
	return &Server{http: &http.Server{Addr: addr, Handler: h}}
}

// Start serves in the background.
func (s *Server) Start() <-chan error {
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }() // want `the server started by \(\*http.Server\).ListenAndServe is never stopped by Shutdown`
	return failed
}
