// Package web starts servers for whatever it is given, and drops their errors.
package web

import "net/http"

// Server serves h.
type Server struct{ http *http.Server }

// New makes a server.
func New(addr string, h http.Handler) *Server {
	return &Server{http: &http.Server{Addr: addr, Handler: h}}
}

// Start serves in the background.
func (s *Server) Start() {
	go func() { _ = s.http.ListenAndServe() }()
}

// Go serves in the background, too.
func (s *Server) Go() { go s.run() }

func (s *Server) run() error { return s.http.ListenAndServe() }

// Watch serves in the background and tells when that is over.
func (s *Server) Watch() <-chan error {
	failed := make(chan error, 1)
	go func() { failed <- s.run() }()
	return failed
}

// Close ends it.
func (s *Server) Close() error { return s.http.Close() }

// Fill gives srv its handler and serves.
func Fill(srv *http.Server, h http.Handler) {
	srv.Handler = h
	srv.ListenAndServe()
}

// Failed is what Keep met.
var Failed error

// Keep gives srv its handler, serves, and keeps the error.
func Keep(srv *http.Server, h http.Handler) {
	srv.Handler = h
	err := srv.ListenAndServe()
	Failed = err
}
